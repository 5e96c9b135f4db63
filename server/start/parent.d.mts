// Which types do the tests see of parent.mjs?
export function endWithNpm(env?: Readonly<Record<string, string | undefined>>, lookEveryMs?: number): void

// Which types do the tests see of free-port.mjs?
export function freePort(): Promise<number>

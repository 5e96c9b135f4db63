// Which types do the tests see of chromium.mjs?
export const CHROMIUM_ADVICE: string
export function findChromium(env?: Readonly<Record<string, string | undefined>>, accept?: (path: string) => boolean): string | null
export function findWorkingChromium(env?: Readonly<Record<string, string | undefined>>): string | null
export function installChromium(): Promise<string | null>
export function launchOptions(env?: Readonly<Record<string, string | undefined>>): { executablePath?: string; args: string[] }

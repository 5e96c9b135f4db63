// Which types do the tests see of build.mjs?
export function sourcesHash(root: string): string
export function isBuilt(root: string): boolean
export function beginBuild(root: string): void
export function finishBuild(root: string): void
export function dropDevTypes(root: string): void

// Which server is measured? The one that is served to people: compiled, and not run through a loader.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const BUILT = fileURLToPath(new URL('../../node_modules/.cache/clearing-bench/', import.meta.url))

/** Compiles `server` and `lib` of this folder; returns where they lie. */
export async function buildServer(): Promise<string> {
  rmSync(BUILT, { recursive: true, force: true })
  mkdirSync(BUILT, { recursive: true })
  writeFileSync(`${BUILT}package.json`, '{ "type": "module" }\n')
  const compiler = spawn('npx', ['tsc', '-p', 'server', '--outDir', BUILT], { cwd: ROOT, stdio: 'inherit' })
  const [code] = await once(compiler, 'exit')
  if (code !== 0) throw new Error('the server does not compile')
  return BUILT
}

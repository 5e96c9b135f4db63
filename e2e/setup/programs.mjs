// Where on this machine is a program, and can the machine's own manager install one that is missing?
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from '../../server/start/child.mjs'

/** Places that a bare PATH may leave out: a cron's, a container's, a Mac's second package manager. */
const USUAL = ['/usr/bin', '/usr/local/bin', '/usr/sbin', '/opt/homebrew/bin', '/snap/bin']

/** The full paths under which one of `names` can be run: along the PATH first, then in the usual places. */
export function programPaths(names, env = process.env) {
  const places = [...(env.PATH ?? '').split(delimiter).filter(Boolean), ...USUAL]
  return [...new Set(places.flatMap(place => names.map(name => join(place, name))))].filter(isProgram)
}

/** The path of a program, or null: what the variable names, else the first that this machine has. */
export function findProgram(variable, name, env = process.env) {
  const named = env[variable]
  return named && isProgram(named) ? named : (programPaths([name], env)[0] ?? null)
}

/** Whether there is a file at `path` that may be run. */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export const isRoot = () => process.getuid?.() === 0

/** Whether Debian's manager is here and we may use it. */
export const hasApt = () => process.platform === 'linux' && isRoot() && programPaths(['apt-get']).length > 0

/** Installs a package of Debian or Ubuntu, fetching the lists anew when the ones at hand don't lead to it. */
export async function aptInstall(name) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], { env })
  const install = () => apt('install', '-y', '--no-install-recommends', name)
  if ((await install()).code === 0) return
  await apt('update')
  await install()
}

/** Installs a program where that takes no password. The service that a package may start is not used and not touched. */
export async function installProgram({ debian, brew }) {
  if (hasApt()) await aptInstall(debian)
  else if (process.platform === 'darwin') await run('brew', ['install', brew])
}

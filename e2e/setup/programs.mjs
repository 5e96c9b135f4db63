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

/** Runs what installs something, and shows what it said where it failed: nobody else tells the reason. */
export async function install(command, args, { env = process.env, isSilent = false } = {}) {
  const lines = []
  const { code, why } = await run(command, args, { env, line: text => lines.push(text) })
  if (why === 'missing') lines.push(`There is no ${command} here.`)
  if (code !== 0 && !isSilent) process.stdout.write(lines.map(line => `  ${line}\n`).join(''))
  return code === 0
}

/** Installs a package of Debian or Ubuntu, fetching the lists anew when the ones at hand don't lead to it. */
export async function aptInstall(name) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (args, isSilent) => install('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], { env, isSilent })
  const get = ['install', '-y', '--no-install-recommends', name]
  if (await apt(get, true)) return
  // Otherwise it calls it a success to have reached no mirror.
  await apt(['-o', 'APT::Update::Error-Mode=any', 'update'])
  await apt(get)
}

/** Installs a program where that takes no password. The service that a package may start is not used and not touched. */
export async function installProgram({ debian, brew }) {
  if (hasApt()) await aptInstall(debian)
  else if (process.platform === 'darwin') await install('brew', ['install', brew])
}

// Which browser do the browser tests drive, and with which switches? Playwright's own when it is installed, else the
// machine's Chromium or Chrome; whatever is missing is installed.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { aptInstall, hasApt, install, isProgram, isRoot, programPaths } from './programs.mjs'

export const CHROMIUM_ADVICE =
  'The browser tests need Chromium and none could be installed: install it, or set CHROMIUM to its path.'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Some systems put a script under the browser's name that only tells how to get one. */
const runs = path => spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0

/**
 * The path of a browser, or null: what CHROMIUM names, else Playwright's own, else the first on this machine for which
 * `accept` is true.
 */
export function findChromium(env = process.env, accept = () => true) {
  const found = [env.CHROMIUM, playwrights(), ...programPaths(NAMES, env), ...MAC]
  return found.find(path => path && isProgram(path) && accept(path)) ?? null
}

/** As `findChromium`, and the browser has been seen to start. */
export const findWorkingChromium = (env = process.env) => findChromium(env, runs)

/** Installs a browser where that takes no password: Debian's own, which needs only its mirror, else Playwright's. */
export async function installChromium() {
  if (hasApt() && /^ID=debian$/m.test(osRelease())) {
    await aptInstall('chromium')
    const found = findWorkingChromium()
    if (found) return found
  }
  const cli = fileURLToPath(new URL('../../node_modules/@playwright/test/cli.js', import.meta.url))
  const libraries = hasApt() ? ['--with-deps'] : []
  await install(process.execPath, [cli, 'install', ...libraries, 'chromium'])
  return findWorkingChromium()
}

/**
 * For Playwright's `launchOptions`. The path is left out when no browser is found, and Playwright then says so itself.
 * Nothing here lets sound play without a gesture: that a page waits for one is among the things tested.
 */
export function launchOptions(env = process.env) {
  const executablePath = findChromium(env)
  return {
    ...(executablePath && { executablePath }),
    args: [
      // The sandbox can't be made by root, which is who runs in most containers.
      ...(isRoot() ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  }
}

/** Where Playwright would have put its own browser, or null before the packages are installed. */
function playwrights() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath()
  } catch {
    return null
  }
}

function osRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8')
  } catch {
    return ''
  }
}

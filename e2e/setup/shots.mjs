// What does `npm run shots` do? It gets what is missing (packages, a browser, a build), goes through the whole product with
// two browsers, and draws every screen into shots/. shots/index.html then shows them side by side. `npm run shots -- es` draws
// them in Spanish; what follows is for Playwright, such as `-g listening`.
import { rmSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isBuilt } from '../../server/start/build.mjs'
import { endChildren, npm, run } from '../../server/start/child.mjs'
import { installPackages, packagesAreThere } from '../../server/start/packages.mjs'
import { endWithNpm } from '../../server/start/parent.mjs'
import { CHROMIUM_ADVICE, findWorkingChromium, installChromium } from './chromium.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const say = text => process.stdout.write(`${text}\n`)

process.chdir(root)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    process.exitCode = 128 + constants.signals[signal]
    endChildren()
  })
}
endWithNpm()

const trouble = await draw()
if (trouble) {
  say(trouble)
  process.exitCode ||= 1
} else say('Look at shots/index.html')

/** What stopped it, or null. */
async function draw() {
  if (!packagesAreThere(root, { dev: true })) {
    say('Installing packages …')
    if ((await installPackages(root, { line: say })) !== 0) return 'The packages could not be installed.'
  }
  let chromium = findWorkingChromium()
  if (chromium === null) {
    say('Installing Chromium …')
    chromium = await installChromium()
  }
  if (chromium === null) return CHROMIUM_ADVICE
  const env = { ...process.env, CHROMIUM: chromium, NEXT_TELEMETRY_DISABLED: '1', TZ: 'UTC', LC_ALL: 'C.UTF-8' }
  if (!isBuilt(root)) {
    say('Building …')
    const [command, ...first] = npm()
    const build = [...first, 'run', 'build', '--silent', '--ignore-scripts=false']
    const { code } = await run(command, build, { env: { ...env, NODE_ENV: 'production' }, line: say })
    if (code !== 0) return 'The build failed.'
  }
  rmSync(join(root, 'shots'), { recursive: true, force: true })
  const cli = join('node_modules', '@playwright', 'test', 'cli.js')
  const [first = '', ...rest] = process.argv.slice(2)
  const isLanguage = /^[a-z]{2}$/.test(first)
  const args = [cli, 'test', '-c', 'e2e/shots/playwright.config.ts', ...(isLanguage ? rest : process.argv.slice(2))]
  const asked = { ...env, WALK_LANGUAGE: isLanguage ? first : 'en' }
  const { code } = await run(process.execPath, args, { env: asked, line: say })
  return code === 0 ? null : 'Not every screen could be drawn; the reason is above.'
}

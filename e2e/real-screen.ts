// How does a page come to be really hidden? In a browser of its own that is driven without the pretence, usual in tests,
// that every page is looked at: there another tab hides it, and its timers are slowed as those of any hidden page.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { launchOptions } from './setup/chromium.mjs'

export interface RealScreen {
  page: Page
  /** Puts another tab before it. Resolves when the page knows. */
  hide(): Promise<void>
  close(): Promise<void>
}

export interface ScreenOptions {
  /** How long a page is hidden before its timers wake once a minute; a browser's own is five minutes. */
  slowAfterSeconds?: number
}

/** A frame of the other tab each. */
const LOOKS = 300

/** Starts a browser. The caller closes it; a test asks its fixture `openScreen`, which does. */
export async function startScreen({ slowAfterSeconds }: ScreenOptions = {}): Promise<RealScreen> {
  const { executablePath = chromium.executablePath(), args } = launchOptions()
  const profile = mkdtempSync(join(tmpdir(), 'clearing-screen-'))
  const slow =
    slowAfterSeconds === undefined
      ? []
      : [`--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/${slowAfterSeconds}`]
  const child = spawn(
    executablePath,
    [...args, ...slow, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const browser = await chromium.connectOverCDP(await addressOf(child), { noDefaults: true })
  const [context] = browser.contexts()
  const page = context?.pages()[0] ?? (await context?.newPage())
  if (!context || !page) throw new Error('the browser has no page')
  return {
    page,
    async hide() {
      const other = await context.newPage()
      await other.bringToFront()
      for (let looks = 0; !(await page.evaluate(() => document.hidden)); looks++) {
        if (looks === LOOKS) throw new Error('the page could not be hidden')
        await other.evaluate(() => new Promise(requestAnimationFrame))
      }
    },
    async close() {
      const ended = new Promise(resolve => child.once('exit', resolve))
      const session = await browser.newBrowserCDPSession()
      await session.send('Browser.close').catch(() => {})
      await ended
      // Its own children may still be writing down what nobody will read.
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`the browser ended: ${said.slice(-500)}`)))
    child.stderr?.on('data', piece => {
      said += String(piece)
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? []
      if (address) resolve(address)
    })
  })
}

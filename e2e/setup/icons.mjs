// Where do the icons for a phone's own screen come from? Drawn from app/icon.svg, once: `node e2e/setup/icons.mjs`. A maskable
// one keeps all of the drawing within the middle four fifths, since the phone cuts the rest to its own shape.
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { launchOptions } from './chromium.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const drawing = readFileSync(join(root, 'app', 'icon.svg'), 'utf8')
const PAPER = '#f3f0e9'

/** [file, size in px, part of the width that the drawing takes, ground] */
const ICONS = [
  ['public/icons/icon-192.png', 192, 1, 'transparent'],
  ['public/icons/icon-512.png', 512, 1, 'transparent'],
  ['public/icons/maskable-192.png', 192, 0.66, PAPER],
  ['public/icons/maskable-512.png', 512, 0.66, PAPER],
  ['app/apple-icon.png', 180, 0.76, PAPER],
]

const browser = await chromium.launch(launchOptions())
const page = await browser.newPage()
for (const [file, size, part, ground] of ICONS) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${ground}}svg{width:${part * 100}%}</style>${drawing}`,
  )
  mkdirSync(dirname(join(root, file)), { recursive: true })
  await page.screenshot({ path: join(root, file), omitBackground: true })
}
await browser.close()

// Lays all that was drawn side by side: one page to open, one picture for each device, and the picture of the README.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { language } from '../screens/language.ts'

const FOLDER = 'shots'
const DEVICES = ['phone', 'desk'] as const
const THEMES = ['light', 'dark'] as const
const THUMB = { phone: 195, desk: 426 }

const namesOf = (device: string): string[] => readdirSync(join(FOLDER, device, 'light')).sort()
const plain = (file: string): string => file.replace(/^\d+-|\.png$/g, '')

function section(device: (typeof DEVICES)[number]): string {
  const pictures = namesOf(device).map(file => {
    const pair = THEMES.map(theme => {
      const path = `${device}/${theme}/${file}`
      return `<a href="${path}"><img src="${path}" alt="${plain(file)}, ${theme}" width="${THUMB[device]}"></a>`
    })
    return `<figure><div>${pair.join('')}</div><figcaption>${plain(file)}</figcaption></figure>`
  })
  return `<section id="${device}">${pictures.join('\n')}</section>`
}

const STYLE = `
  body { margin: 24px; background: #8f9490; font: 13px/1.4 system-ui, sans-serif; color: #101414 }
  section { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 20px 24px; margin-bottom: 48px }
  figure { margin: 0 }
  figure div { display: flex; gap: 4px; align-items: flex-start }
  img { display: block }
`

/** Opens a page of our own making from the folder, where it finds the pictures. */
async function show(page: Page, file: string, html: string): Promise<void> {
  const path = resolve(FOLDER, file)
  writeFileSync(path, html)
  await page.goto(pathToFileURL(path).href)
  await page.waitForFunction(() => [...document.images].every(image => image.complete && image.naturalWidth > 0))
}

test('the contact sheets', async ({ page }) => {
  await page.setViewportSize({ width: 2700, height: 1200 })
  await show(
    page,
    'index.html',
    `<!doctype html><meta charset="utf-8"><title>Every screen</title><style>${STYLE}</style>${DEVICES.map(section).join('')}`,
  )
  for (const device of DEVICES) {
    await page.locator(`#${device}`).screenshot({ path: join(FOLDER, `sheet-${device}.png`) })
  }
})

const README_MOST_BYTES = 400_000
const SITTING = [
  ['light', 'speak-half'],
  ['light', 'listen-draft'],
  ['light', 'tell-listener'],
  ['dark', 'empty'],
] as const

async function drawSitting({ page }: { page: Page }): Promise<void> {
  const files = namesOf('phone')
  const phones = SITTING.map(([theme, name]) => {
    const file = files.find(known => plain(known) === name)
    expect(file, name).toBeDefined()
    return `<div class="phone ${theme}"><img src="phone/${theme}/${file}" alt=""></div>`
  })
  await page.setViewportSize({ width: 1760, height: 900 })
  await show(
    page,
    'sitting.html',
    `<!doctype html><meta charset="utf-8"><style>
      body { margin: 0; background: #e7e3da }
      main { display: flex; gap: 40px; justify-content: center; padding: 56px 0 }
      .phone { width: 360px; height: 779px; overflow: hidden; border-radius: 40px; border: 1px solid #cfcabf }
      .dark { border-color: #14181a }
      img { display: block; width: 100% }
    </style><main>${phones.join('')}</main>`,
  )
  mkdirSync('.github', { recursive: true })
  const path = join('.github', 'sitting.png')
  await page.locator('main').screenshot({ path })
  expect(readFileSync(path).length).toBeLessThan(README_MOST_BYTES)
}

// The README is in English.
if (language === 'en') test('the picture of the README', drawSitting)

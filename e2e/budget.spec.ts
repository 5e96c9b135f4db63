// How much has to come over the line before a page can be used? Scripts, styles and fonts that each page asks for as it is
// served, as they travel: compressed by gzip, the least that any browser and any server agree on.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { APIRequestContext } from '@playwright/test'
import { wordsFor } from '../lib/words/words.ts'
import { expect, test } from './house.ts'

const KB = 1000

interface Weight {
  scripts: number
  styles: number
  fonts: number[]
  asked: string[]
}

/** All that the served page names for every browser of today; `nomodule` is for those of yesterday. */
async function weigh(request: APIRequestContext, path: string, language: string): Promise<Weight> {
  const page = await request.get(path, { headers: { 'accept-language': language } })
  const html = await page.text()
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? []
  const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  const named = (wanted: (tag: string) => boolean, from: 'src' | 'href') => [
    ...new Set(tags.filter(wanted).flatMap(tag => attribute(tag, from) ?? [])),
  ]
  const bytes = async (address: string) => (await request.get(address)).body()
  const zipped = async (addresses: string[]) => {
    const sizes = await Promise.all(addresses.map(async address => gzipSync(await bytes(address)).length))
    return sizes.reduce((sum, size) => sum + size, 0)
  }
  const scripts = [
    ...named(tag => tag.startsWith('<script') && !/\bnomodule\b/i.test(tag), 'src'),
    ...named(tag => attribute(tag, 'rel') === 'modulepreload' || attribute(tag, 'as') === 'script', 'href'),
  ]
  const styles = named(tag => attribute(tag, 'rel') === 'stylesheet', 'href')
  // Fonts are asked for before the page itself begins, by the header that stands before it.
  const ahead = (page.headers().link ?? '').split(/,\s*(?=<)/)
  const fonts = ahead.flatMap(link => (/\bas="?font\b/.test(link) ? (/<([^>]+)>/.exec(link)?.[1] ?? []) : []))
  return {
    scripts: await zipped([...new Set(scripts)]),
    styles: await zipped(styles),
    // A font is compressed already.
    fonts: await Promise.all(fonts.map(async address => (await bytes(address)).length)),
    asked: [...scripts, ...styles, ...fonts],
  }
}

/**
 * In KB. Nearly all of a page's scripts is Next and React, which is the same for each. The forms of /open and /workshop
 * may weigh more than the home page, which is only read: they carry the sittings and their lengths, so that a total answers
 * at once.
 */
const BUDGETS = [
  { path: '/', scripts: 140, styles: 8 },
  { path: '/how', scripts: 140, styles: 8 },
  { path: '/privacy', scripts: 140, styles: 8 },
  { path: '/open', scripts: 150, styles: 8 },
  { path: '/try', scripts: 155, styles: 8 },
  { path: '/practice', scripts: 155, styles: 8 },
  { path: '/j', scripts: 140, styles: 8 },
  { path: '/workshop/BBBBBBBB', scripts: 140, styles: 8 },
  { path: '/workshop/BBBBBBBB/wall', scripts: 150, styles: 6 },
  { path: '/workshop', scripts: 155, styles: 8 },
  { path: '/workshop/guide', scripts: 140, styles: 8 },
  { path: '/workshop/BBBBBBBB/board', scripts: 160, styles: 10 },
  { path: `/r/${'A'.repeat(22)}`, scripts: 155, styles: 10 },
]

const LANGUAGES = ['en', 'es'] as const

for (const { path, scripts, styles, language } of BUDGETS.flatMap(budget =>
  LANGUAGES.map(language => ({ ...budget, language })),
)) {
  test(`${path} in ${language} asks for at most ${scripts} KB of scripts, ${styles} KB of styles and two fonts`, async ({
    request,
  }) => {
    const weight = await weigh(request, path, language)
    expect(weight.asked.length).toBeGreaterThan(5)
    // Nothing was weighed when nothing was found.
    expect(weight.scripts).toBeGreaterThan(100 * KB)
    expect(weight.styles).toBeGreaterThan(KB)
    expect(weight.scripts).toBeLessThanOrEqual(scripts * KB)
    expect(weight.styles).toBeLessThanOrEqual(styles * KB)
    expect(weight.fonts).toHaveLength(2)
    expect(weight.fonts.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(95 * KB)
  })
}

test('a page asks for the words of its own language and of no other', async ({ request }) => {
  const words = { en: wordsFor('en'), es: wordsFor('es') }
  for (const [path, sentence] of [
    ['/open', (language: 'en' | 'es') => words[language].open.opening],
    [`/r/${'A'.repeat(22)}`, (language: 'en' | 'es') => words[language].door.entering],
  ] as const) {
    for (const language of LANGUAGES) {
      const { asked } = await weigh(request, path, language)
      const scripts = asked.filter(address => address.endsWith('.js') || address.includes('.js?'))
      const texts = await Promise.all(scripts.map(async address => (await request.get(address)).text()))
      const holds = (one: 'en' | 'es') => texts.some(text => text.includes(sentence(one)))
      expect([path, language, ...LANGUAGES.filter(holds)]).toEqual([path, language, language])
    }
  }
})

test('what checks the wire on the server is in no script that a browser gets', () => {
  const chunks = join('.next', 'static', 'chunks')
  const scripts = readdirSync(chunks, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(5)
  const all = scripts.map(file => ({ file, text: readFileSync(join(chunks, file), 'utf8') }))
  // The search finds what is there: a sentence of the wire that each browser does carry.
  expect(all.filter(({ text }) => text.includes('no-answer'))).not.toEqual([])
  expect(all.filter(({ text }) => /\bZodError\b|\$ZodType|_zod\b/.test(text)).map(({ file }) => file)).toEqual([])
})

test('the timer of a hidden page is loaded by no page as it is served', async ({ request }) => {
  const built = readdirSync(join('.next', 'static', 'chunks'), { recursive: true, encoding: 'utf8' })
  expect(built.filter(file => file.includes('worker'))).not.toEqual([])
  const { asked } = await weigh(request, `/r/${'A'.repeat(22)}`, 'en')
  expect(asked.length).toBeGreaterThan(5)
  expect(asked.filter(address => address.includes('worker'))).toEqual([])
})

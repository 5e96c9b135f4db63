// Can everybody read it? The contrast of every pair of colours that meet on a screen, computed from tokens.css itself.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

type Theme = 'light' | 'dark'
const themes: Theme[] = ['light', 'dark']
const grounds = ['paper', 'mist', 'veil', 'hush']

function colour(token: string, theme: Theme): string {
  const pair = css.match(new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`))
  const found = theme === 'light' ? pair?.[1] : pair?.[2]
  if (!found) throw new Error(`tokens.css gives --${token} no pair of colours`)
  return found
}

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(from => {
    const part = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

it('computes the ratios that the guideline gives', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each(themes)('in the %s theme', theme => {
  it.each(
    ['ink', 'smoke', 'ember', 'tide', 'alert', 'focus'].flatMap(word => grounds.map(ground => ({ word, ground }))),
  )('words in $word on $ground reach 4.5', ({ word, ground }) => {
    expect(contrast(colour(word, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  it('words on the primary button reach 4.5', () => {
    expect(contrast(colour('paper', theme), colour('ink', theme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['line', 'ember', 'tide', 'focus'].flatMap(edge => grounds.map(ground => ({ edge, ground }))))(
    'borders and rings in $edge on $ground reach 3',
    ({ edge, ground }) => {
      expect(contrast(colour(edge, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3)
    },
  )
})

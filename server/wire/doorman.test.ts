// Are size, rate and form judged in a way that no order of asks gets around?
import { expect, it } from 'vitest'
import { admit, noHaste } from './doorman.ts'

const NOW = 1_000_000
const codeOf = (admitted: ReturnType<typeof admit>) => ('refusal' in admitted ? admitted.refusal.code : 'ok')

it('hands on what the schema made of the payload, not the payload', () => {
  const admitted = admit(noHaste(), 'open', open({ name: '  Ann  ' }), NOW)
  expect(admitted).toEqual({ name: 'open', asked: open({ name: 'Ann' }) })
})

it.each([
  ['an empty name', { name: '  ' }],
  ['41 letters', { name: 'x'.repeat(41) }],
  ['a name that nobody sees', { name: '\u200d' }],
  ['a name that runs backwards', { name: 'Ann\u202e' }],
  ['a line break', { name: 'Ann\nBen' }],
  ['an unknown field', { host: true }],
  ['another kind', { kind: 'workshop' }],
])('refuses to open with %s', (_what, more) => {
  expect(codeOf(admit(noHaste(), 'open', open(more), NOW))).toBe('bad-request')
})

it('lets a calm person ask again a moment later, and forgives haste with time', () => {
  const haste = noHaste()
  const hurry = (now: number) => codeOf(admit(haste, 'peek', { room: 'r'.repeat(22) }, now))
  for (let i = 0; i < 20; i++) expect(hurry(NOW)).toBe('ok')
  expect(hurry(NOW)).toBe('too-fast')
  expect(hurry(NOW + 200)).toBe('ok')
  expect(hurry(NOW + 200)).toBe('too-fast')
})

it('counts the asks of ordinary use together, so that taking turns among them gains nothing', () => {
  const haste = noHaste()
  const names = ['open', 'enter', 'peek', 'intent', 'again']
  const codes = Array.from({ length: 40 }, (_, i) =>
    codeOf(admit(haste, names[i % names.length] ?? '', undefined, NOW)),
  )
  expect(codes.filter(code => code === 'too-fast')).toHaveLength(20)
})

it('ends a connection that does not stop, after 200 refusals for its haste', () => {
  const haste = noHaste()
  const ended = Array.from({ length: 300 }, () => admit(haste, 'clock', undefined, NOW)).map(
    admitted => 'refusal' in admitted && admitted.end,
  )
  expect(ended.indexOf(true)).toBe(30 + 200)
})

it('ends a connection that keeps inventing asks', () => {
  const haste = noHaste()
  const ended = Array.from({ length: 201 }, () => admit(haste, 'no-such-ask', undefined, NOW)).map(
    admitted => 'refusal' in admitted && admitted.end,
  )
  expect(ended.indexOf(true)).toBe(200)
})

it('asks of what is too long or too deep only that, and reads no further', () => {
  const trap = {
    get room(): string {
      throw new Error('it was read')
    },
  }
  const haste = noHaste()
  expect(codeOf(admit(haste, 'peek', { room: 'x'.repeat(50_000) }, NOW))).toBe('too-big')
  expect(codeOf(admit(haste, 'peek', new Uint8Array(20_000), NOW))).toBe('too-big')
  expect(codeOf(admit(haste, 'peek', nested(13), NOW))).toBe('too-big')
  expect(codeOf(admit(haste, 'signal', { to: 'b', data: nested(8) }, NOW))).toBe('ok')
  expect(() => admit(haste, 'peek', trap, NOW)).toThrow('it was read')
})

function nested(levels: number): unknown {
  return levels === 0 ? 1 : [nested(levels - 1)]
}

function open(more: object) {
  return { kind: 'friends', format: { id: 'listening' }, medium: 'text', name: 'Ann', ...more }
}

// Whose certificate does a description name? One, or nobody's.
import { expect, it } from 'vitest'
import { printIn } from './certificate.ts'

const HEX = 'AB:0C'
const sdp = (...prints: string[]) =>
  ['v=0', ...prints.flatMap(print => [`a=fingerprint:${print}`, 'm=audio 9 UDP/TLS/RTP/SAVPF 111']), ''].join('\r\n')

it('reads the fingerprint, however it is spelled and however often', () => {
  expect(printIn(sdp(`sha-256 ${HEX}`))).toBe(`sha-256 ${HEX}`)
  expect(printIn(sdp(`SHA-256  ${HEX.toLowerCase()}`, `sha-256 ${HEX}`))).toBe(`sha-256 ${HEX}`)
  expect(printIn(sdp(`sha-256 ${HEX}`).replaceAll('\r', ''))).toBe(`sha-256 ${HEX}`)
})

it('reads none where there is none, a second one, or one of a weaker kind', () => {
  const none = [
    sdp(),
    sdp(`sha-256 ${HEX}`, 'sha-256 FF:FF'),
    sdp(`sha-1 ${HEX}`),
    sdp(`sha-256 ${HEX}`, `sha-1 ${HEX}`),
  ]
  expect(none.map(printIn)).toEqual([null, null, null, null])
  expect(printIn(`v=0\r\na=x a=fingerprint:sha-256 ${HEX}\r\n`)).toBe(null)
})

// Can each planted mistake be made where it says, and be noticed by the tests that it names? What was moved or written anew takes a
// mistake's place away without a sign: then it is tried no more.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MISTAKES } from './planted.mjs'

const root = new URL('../../', import.meta.url)

test('each planted mistake has its place once', () => {
  const timesIn = (file: string, text: string) => readFileSync(new URL(file, root), 'utf8').split(text).length - 1
  expect(MISTAKES.filter(({ file, text }) => timesIn(file, text) !== 1)).toEqual([])
})

test('the tests that should notice a planted mistake are there', () => {
  const named = new Set(MISTAKES.flatMap(({ tests }) => tests))
  expect([...named].filter(path => !existsSync(new URL(path, root)))).toEqual([])
})

test('no two planted mistakes are told in the same sentence', () => {
  const sentences = MISTAKES.map(({ wrong }) => wrong)
  expect(sentences.filter((wrong, i) => sentences.indexOf(wrong) !== i)).toEqual([])
})

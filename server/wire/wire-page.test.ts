// Does the page of the wire say how much each ask may hold, as the server will have it?
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { asks } from '../../lib/wire/schemas.ts'

type Schema = z.core.JSONSchema.JSONSchema

const PAGE = readFileSync(new URL('../../lib/wire/WIRE.md', import.meta.url), 'utf8')
/** An instant or a number of the server's own: nobody has to be told how great it may be. */
const OWN = 10_000_000

/** What a field that is so may be, in the words of the page; null where there is nothing to say of it. */
function boundsOf(schema: Schema): string | null {
  const { type, minLength, maxLength, minimum, maximum, minItems, maxItems, prefixItems } = schema
  if (type === 'string' && maxLength !== undefined) return `${minLength ?? 0} to ${maxLength} characters`
  if (type === 'array' && maxItems !== undefined && !prefixItems) return `${minItems ?? 0} to ${maxItems} of them`
  const isNumber = type === 'number' || type === 'integer'
  return isNumber && maximum !== undefined && maximum < OWN ? `${minimum} to ${maximum}` : null
}

/** Each field that has bounds, by its name and what it may be, with the asks that hold it. */
function found(): Map<string, Set<string>> {
  const rows = new Map<string, Set<string>>()
  const look = (schema: Schema | boolean | undefined, field: string, ask: string): void => {
    if (typeof schema !== 'object') return
    const bounds = boundsOf(schema)
    if (bounds !== null) rows.set(`${field}: ${bounds}`, new Set(rows.get(`${field}: ${bounds}`)).add(ask))
    for (const [name, inner] of Object.entries(schema.properties ?? {})) look(inner, name, ask)
    for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]) look(one, field, ask)
    if (!Array.isArray(schema.items)) look(schema.items, `one of \`${field}\``, ask)
  }
  for (const [ask, schema] of Object.entries(asks)) {
    look(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }), ask, ask)
  }
  return rows
}

/** The rows of the page's table of sizes. */
function told(): Map<string, Set<string>> {
  const [, section = ''] = PAGE.split('### How much an ask may hold\n')
  const [table = ''] = section.split(/\n###? /)
  const rows = [...table.matchAll(/^\| (.+?) \| (.+?) \| (\d.*?) \|$/gm)]
  return new Map(
    rows.map(([, field = '', of = '', bounds = '']) => [
      `${field.replace(/^`(\w+)`$/, '$1')}: ${bounds.replaceAll(',', '')}`,
      new Set(of.split(', ').map(ask => ask.replaceAll('`', ''))),
    ]),
  )
}

test('the page says of every field that has a size what it may be and in which asks, and of no other', () => {
  expect(found().size).toBeGreaterThan(20)
  const sorted = (rows: Map<string, Set<string>>) => [...rows].map(([row, of]) => `${row} in ${[...of].sort()}`).sort()
  expect(sorted(told())).toEqual(sorted(found()))
})

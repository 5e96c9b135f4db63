// What does a circle keep of lines that were offered, and of whom?
import { expect, test } from 'vitest'
import type { Circle } from './circle.ts'
import { boardHead, boardPeople, face, viewOf } from './circle-view.ts'
import { LINES_MOST, offer } from './offered.ts'
import { direct } from './rounds.ts'
import { at, begun, circleOf, did, drawn } from './testing/circle-of.ts'

const line = (id: string) => ({ id, sealed: `sealed-${id}` })
const by = (person: string, id: string, round = 1) => ({ ...line(id), mark: `mark of ${person} ${round}` })

function offered(circle: Circle, person: string, id: string): Circle {
  const out = offer(circle, person, 1, by(person, id), at(1))
  if (!out.ok) throw new Error(out.code)
  return out.circle
}

test('[LI1] each offers one line for a round that has begun, and there is an end to them', () => {
  expect(offer(did(circleOf(4), { do: 'pair' }), 'p1', 1, by('p1', 'a'), at(1))).toMatchObject({ code: 'not-now' })
  const one = offered(begun(4), 'p1', 'a')
  expect(offer(one, 'p1', 1, by('p1', 'b'), at(2))).toMatchObject({ ok: false, code: 'not-allowed' })
  expect(offer(one, 'p1', 2, by('p1', 'b', 2), at(2))).toMatchObject({ ok: false, code: 'not-now' })
  expect(offer(one, 'p9', 1, by('p9', 'b'), at(2))).toMatchObject({ ok: false, code: 'gone' })
  const full = { ...one, lines: Array.from({ length: LINES_MOST }, (_, n) => line(`${n}`)) }
  expect(offer(full, 'p2', 1, by('p2', 'b'), at(2))).toMatchObject({ ok: false, code: 'full' })
})

test('[LI2] of whoever came first, and of whose line it is, the lines and their order tell nothing', () => {
  const forth = offered(offered(begun(4), 'p1', 'a'), 'p2', 'b')
  const back = offered(offered(begun(4), 'p2', 'b'), 'p1', 'a')
  const other = offered(offered(begun(4), 'p1', 'b'), 'p2', 'a')
  expect(forth.lines).toEqual([line('a'), line('b')])
  expect(back.lines).toEqual(forth.lines)
  expect(other.lines).toEqual(forth.lines)
  expect(other.people).toEqual(begun(4).people)
  // Nor does anybody's view hold one, or who offered.
  const seen = [face(forth, at(2)), viewOf(forth, 'p1', at(2)), boardHead(forth, at(2)), boardPeople(forth, at(2))]
  expect(JSON.stringify(seen)).not.toMatch(/sealed|offered/)
})

test('[LI4] a line is taken down, after the end as well, and nobody’s act is known from what stays', () => {
  const two = offered(offered(begun(4), 'p1', 'a'), 'p2', 'b')
  const closed = did(did(two, { do: 'take-down', line: 'a' }, 2), { do: 'close' }, 3)
  expect([closed.lines, closed.people]).toEqual([[line('b')], {}])
  expect(did(closed, { do: 'take-down', line: 'b' }, 4).lines).toEqual([])
  expect(direct(closed, { do: 'take-down', line: 'a' }, drawn(), at(5))).toMatchObject({ ok: false, code: 'gone' })
})

// Do acts wait for each other when there are too many, and for nothing when there are not?
import { expect, test } from 'vitest'
import { createGate } from './gate.ts'

/** Acts that end when they are told to. */
function acts() {
  const begun: number[] = []
  const ends = new Map<number, (isWell: boolean) => void>()
  const act = (n: number) => () => {
    begun.push(n)
    return new Promise<number>((resolve, reject) =>
      ends.set(n, isWell => (isWell ? resolve(n) : reject(new Error(String(n))))),
    )
  }
  return { begun, act, end: (n: number, isWell = true) => ends.get(n)?.(isWell) }
}

test('so many at a time, the others in their order, and a failure gives its place on as well', async () => {
  const gate = createGate(2)
  const { begun, act, end } = acts()
  const all = [1, 2, 3, 4].map(n => gate(act(n)))
  await Promise.resolve()
  expect(begun).toEqual([1, 2])
  end(2, false)
  await expect(all[1]).rejects.toThrow('2')
  // Whoever comes now was not here before the others.
  const late = gate(act(5))
  await expect.poll(() => begun).toEqual([1, 2, 3])
  end(1)
  expect(await all[0]).toBe(1)
  await expect.poll(() => begun).toEqual([1, 2, 3, 4])
  end(3)
  end(4)
  expect(await Promise.all([all[2], all[3]])).toEqual([3, 4])
  end(5)
  expect(await late).toBe(5)
  const [one, two] = [gate(act(6)), gate(act(7))]
  await Promise.resolve()
  expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7])
  end(6)
  end(7)
  expect(await Promise.all([one, two])).toEqual([6, 7])
})

// By which name must every store be known? By one for as long as anything that it was given may still be there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UnderTest } from './contract.ts'

export function epochContract(kind: string, start: () => Promise<UnderTest>): void {
  describe(`${kind}: the name of a store`, () => {
    let tested: UnderTest
    beforeAll(async () => {
      tested = await start()
    })
    afterAll(() => tested?.end())

    it('is the first that it is given, whoever asks, and outlives every room', async () => {
      const { store } = tested
      const { epoch } = await store.epoch('e-1')
      expect(await Promise.all(['e-2', 'e-3', 'e-4'].map(mark => store.epoch(mark)))).toEqual(
        Array.from({ length: 3 }, () => ({ now: expect.any(Number), epoch })),
      )
      const made = (commit: string) => store.create('epoch-1', { body: '{}', commit }, 60_000)
      expect(await made('c-1')).toMatchObject({ result: 'made', epoch })
      expect(await made('c-2')).toMatchObject({ result: 'taken', epoch })
      await store.forget('epoch-1', 1)
      await tested.pass(2)
      expect(await store.epoch('e-5')).toMatchObject({ epoch })
    })

    it('is the mark of the first room, where nobody has asked for it before', async () => {
      const { store, end } = await start()
      expect(await store.create('epoch-2', { body: '{}', commit: 'c-7' }, 1_000)).toMatchObject({ epoch: 'c-7' })
      expect(await store.epoch('e-6')).toMatchObject({ epoch: 'c-7' })
      await end()
    })
  })
}

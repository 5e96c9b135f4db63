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
      await store.create('epoch-1', { body: '{}', commit: 'c-1' }, 1)
      await store.forget('epoch-1', 1)
      await tested.pass(2)
      expect(await store.epoch('e-5')).toMatchObject({ epoch })
    })
  })
}

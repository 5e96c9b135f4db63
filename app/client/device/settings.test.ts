import { describe, expect, test } from 'vitest'
import { FIRST_SETTINGS, readSettings } from './settings.ts'

describe('settings read from a device', () => {
  test('are the first settings where nothing, or nothing readable, was stored', () => {
    for (const stored of [
      undefined,
      null,
      7,
      'soft',
      [],
      {},
      { bell: 'loud', volume: 9, warnMs: 7, still: 'yes', name: 4 },
    ]) {
      expect(readSettings(stored)).toEqual(FIRST_SETTINGS)
    }
  })

  test('come back as they were chosen, silence and no warning too', () => {
    const chosen = {
      bell: 'off',
      volume: 0,
      warnMs: null,
      ringsHere: false,
      showTime: true,
      still: true,
      spoken: 'minute',
      liveTyping: true,
      showSelf: true,
      name: 'Ana',
    }
    expect(readSettings(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen)
  })

  test('keep no name longer than a door takes', () => {
    expect(readSettings({ name: 'n'.repeat(500) }).name).toHaveLength(40)
  })
})

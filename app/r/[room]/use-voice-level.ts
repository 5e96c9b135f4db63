'use client'
// How does a breath follow a voice? By asking for the level of one seat whenever it draws, without a render in between.
import { useCallback } from 'react'
import type { SeatId } from '../../../lib/protocol/room.ts'
import type { RoomHook } from '../../client/page/room-hook.ts'

/** For `level` of a breath; undefined where nobody is heard by this page. */
export function useVoiceLevel({ isOn, level }: RoomHook['voice'], seat: SeatId): (() => number) | undefined {
  const ask = useCallback(() => level(seat), [level, seat])
  return isOn ? ask : undefined
}

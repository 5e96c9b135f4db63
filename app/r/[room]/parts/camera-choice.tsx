'use client'
// Would I like to see and be seen? Asked here, answered by the other, and taken back by either.
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { useWords } from '../../../words/use-words.ts'
import type { Names } from '../names.ts'
import { WishChoice } from './wish-choice.tsx'

export interface CameraChoiceProps {
  room: RoomHook
  names: Names
}

export function CameraChoice({ room: { voice, others }, names }: CameraChoiceProps) {
  const { camera: words } = useWords().voice
  // Three people have not all agreed when two have; and of two strangers, one may be somebody in between.
  if (!voice.isOn || others.length !== 1 || voice.same?.at === 'differs') return null
  return <WishChoice wish={voice.camera} words={words} other={names.others} />
}

'use client'
// May I read along while the other speaks? Asked only where this browser can write speech down without sending it anywhere;
// answered, and taken back, on every browser.
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { Toggle } from '../../../parts/toggle.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { Names } from '../names.ts'
import { WishChoice } from './wish-choice.tsx'

export interface CaptionsChoiceProps {
  room: RoomHook
  names: Names
}

export function CaptionsChoice({ room: { voice, others }, names }: CaptionsChoiceProps) {
  const { captions: words } = useWords().voice
  const { captions } = voice
  if (!voice.isOn || !captions || others.length !== 1) return null
  const isAnswer = captions.state === 'wanted' || captions.state === 'on'
  if (!captions.canRead && !isAnswer) return null
  return (
    <>
      <WishChoice wish={captions} words={words} other={names.others} />
      {captions.state === 'on' && captions.canRead ? (
        <Toggle label={words.read} hint={words.readHint} checked={captions.reads} onChange={captions.read} />
      ) : null}
    </>
  )
}

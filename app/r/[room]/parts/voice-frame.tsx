'use client'
// What of sound and picture stays while panels change? A line where there is something to say, what is said for whoever reads
// along, and one's own picture for whoever wants it.
import { useSettings } from '../../../client/page/use-room.ts'
import { useWords } from '../../../words/use-words.ts'
import { Captions } from './captions.tsx'
import { Picture } from './picture.tsx'
import { VoiceLines, type VoiceLinesProps } from './voice-lines.tsx'

export type VoiceFrameProps = VoiceLinesProps

export function VoiceFrame(props: VoiceFrameProps) {
  const { showSelf } = useSettings()
  const { camera: words } = useWords().voice
  const { own } = props.room.voice.camera
  return (
    <>
      <VoiceLines {...props} />
      <Captions room={props.room} names={props.names} />
      {own && showSelf ? <Picture stream={own} label={words.own} own /> : null}
    </>
  )
}

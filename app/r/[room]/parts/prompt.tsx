// What is the round about? As the facilitator wrote it; it stays to be read on the screen of whoever speaks, since one who has to keep
// it in mind thinks of nothing else.
import type { RoomHook } from '../../../client/page/room-hook.ts'
import styles from './prompt.module.css'

export function Prompt({ room, label }: { room: Pick<RoomHook, 'circle'>; label?: string }) {
  const prompt = room.circle?.view?.prompt
  if (!prompt) return null
  return (
    <div className={styles.prompt}>
      {label ? <span className={styles.label}>{label}</span> : null}
      <p>{prompt}</p>
    </div>
  )
}

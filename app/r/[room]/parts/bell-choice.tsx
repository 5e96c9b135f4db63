'use client'
// How loud is the bell, here? Soft, clear or off, and a way to hear it before it is needed.
import type { RoomBell } from '../../../client/room-hook.ts'
import { useSettings } from '../../../client/use-room.ts'
import { Button } from '../../../parts/button.tsx'
import { Choice } from '../../../parts/choice.tsx'
import { useFrame } from '../../../parts/use-words.ts'
import styles from './bell-choice.module.css'

const LOUDNESS = ['soft', 'clear', 'off'] as const

export function BellChoice({ bell, hideLegend = false }: { bell: RoomBell; hideLegend?: boolean }) {
  const { bell: words } = useFrame().menu
  const { bell: chosen, set } = useSettings()
  return (
    <div className={styles.bell}>
      <Choice
        legend={words.legend}
        hideLegend={hideLegend}
        look="row"
        options={LOUDNESS.map(value => ({ value, label: words[value] }))}
        value={chosen}
        onChange={value => set({ bell: value })}
      />
      <div className={styles.beneath}>
        <p className={styles.hint}>{bell.blocked ? words.blocked : words.hint}</p>
        {chosen === 'off' ? null : (
          <Button look="link" onClick={() => bell.hear()}>
            {words.hear}
          </Button>
        )}
      </div>
    </div>
  )
}

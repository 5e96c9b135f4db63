'use client'
// How loud is the bell, here? Soft, clear or off, a volume of its own, and a way to hear it before it is needed.
import type { RoomBell } from '../../../client/page/room-hook.ts'
import { useSettings } from '../../../client/page/use-room.ts'
import { Button } from '../../../parts/button.tsx'
import { Choice } from '../../../parts/choice.tsx'
import styles from '../../../sitting/bell-choice.module.css'
import { useFrame } from '../../../words/use-words.ts'

const LOUDNESS = ['soft', 'clear', 'off'] as const

/** In hundredths. What is less could not be heard, and `off` says so plainly. */
const LEAST_VOLUME = 10
const VOLUME_STEP = 5

export interface BellChoiceProps {
  bell: RoomBell
  hideLegend?: boolean
  /** Whether the volume can be set here too. */
  withVolume?: boolean
}

export function BellChoice({ bell, hideLegend = false, withVolume = false }: BellChoiceProps) {
  const { bell: words } = useFrame().menu
  const { bell: chosen, volume, set } = useSettings()
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
      {withVolume && chosen !== 'off' ? (
        <label className={styles.volume}>
          {words.volume}
          <input
            type="range"
            min={LEAST_VOLUME}
            max={100}
            step={VOLUME_STEP}
            value={Math.round(volume * 100)}
            onChange={({ target }) => set({ volume: target.valueAsNumber / 100 })}
          />
        </label>
      ) : null}
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

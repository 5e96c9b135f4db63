'use client'
// What can be set on the phone that lies between two people? The hold, which stops the clock, and how this phone looks, rings
// and tells the time.
import type { RoomView } from '../../lib/wire/events.ts'
import type { LocalPage } from '../client/one-phone/local-page.ts'
import { useSettings } from '../client/page/use-room.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { ThemeChoice } from '../parts/theme-choice.tsx'
import { Toggle } from '../parts/toggle.tsx'
import bell from '../sitting/bell-choice.module.css'
import { useOnePhoneWords } from '../words/use-words.ts'
import styles from './table.module.css'

const LOUDNESS = ['soft', 'clear', 'off'] as const
const WARNINGS = ['60', '30', '15', 'none'] as const

export interface TableMenuProps {
  open: boolean
  onClose: () => void
  page: LocalPage
  view: RoomView
}

export function TableMenu({ open, onClose, page, view }: TableMenuProps) {
  const { settings: words } = useOnePhoneWords()
  return (
    <Sheet open={open} onClose={onClose} heading={words.open} look="page">
      <Inside page={page} view={view} onClose={onClose} />
      <Button wide onClick={onClose}>
        {words.close}
      </Button>
    </Sheet>
  )
}

function Inside({ page, view, onClose }: Omit<TableMenuProps, 'open'>) {
  const { settings: words, menu, look } = useOnePhoneWords()
  const { set, ...own } = useSettings()
  return (
    <>
      {view.can.includes('hold') ? (
        <div>
          <Button
            look="quiet"
            wide
            onClick={() => {
              onClose()
              page.act('a', { do: 'hold' })
            }}
          >
            {menu.hold}
          </Button>
          <p className={styles.hint}>{menu.holdHint}</p>
        </div>
      ) : null}
      <BellSound bell={page.bell} />
      <Choice
        legend={words.warning.legend}
        look="row"
        options={WARNINGS.map(value => ({
          value,
          label: value === 'none' ? words.warning.none : words.warning.seconds(Number(value)),
        }))}
        value={WARNINGS.find(value => Number(value) * 1000 === own.warnMs) ?? 'none'}
        onChange={value => set({ warnMs: value === 'none' ? null : Number(value) * 1000 })}
      />
      <Choice
        legend={words.clock.legend}
        look="row"
        options={[
          { value: 'words', label: words.clock.hidden },
          { value: 'numbers', label: words.clock.shown },
        ]}
        value={own.showTime ? 'numbers' : 'words'}
        onChange={value => set({ showTime: value === 'numbers' })}
      />
      <div>
        <Toggle
          label={words.still.label}
          hint={words.still.hint}
          checked={own.still}
          onChange={still => set({ still })}
        />
        <p className={styles.hint}>{page.awake ? words.awake.kept : words.awake.notKept}</p>
      </div>
      <div className={styles.look}>
        <span>{look.legend}</span>
        <ThemeChoice words={look} />
      </div>
    </>
  )
}

function BellSound({ bell: own }: { bell: LocalPage['bell'] }) {
  const { bell: words } = useOnePhoneWords().settings
  const { bell: chosen, set } = useSettings()
  return (
    <div className={bell.bell}>
      <Choice
        legend={words.legend}
        look="row"
        options={LOUDNESS.map(value => ({ value, label: words[value] }))}
        value={chosen}
        onChange={value => set({ bell: value })}
      />
      <div className={bell.beneath}>
        <p className={bell.hint}>{own.blocked ? words.blocked : words.hint}</p>
        {chosen === 'off' ? null : (
          <Button look="link" onClick={() => own.hear()}>
            {words.hear}
          </Button>
        )}
      </div>
    </div>
  )
}

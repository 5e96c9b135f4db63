'use client'
// What can a person set for themselves at any moment? Everything here is theirs alone, but the hold, which stops the clock
// for both and is here because it is looked for here.
import type { Act } from '../../../client/line/intents.ts'
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { useSettings } from '../../../client/page/use-room.ts'
import { Button } from '../../../parts/button.tsx'
import { Choice } from '../../../parts/choice.tsx'
import { classes } from '../../../parts/class-names.ts'
import { LanguageChoice } from '../../../parts/language-choice.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { ThemeChoice } from '../../../parts/theme-choice.tsx'
import { Toggle } from '../../../parts/toggle.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { Names } from '../names.ts'
import { BellChoice } from './bell-choice.tsx'
import { CameraChoice } from './camera-choice.tsx'
import { CaptionsChoice } from './captions-choice.tsx'
import { MicrophoneLine } from './microphone-line.tsx'
import styles from './own-menu.module.css'
import { exitAtOnce, hasQuickExit } from './quick-exit.ts'

const WARNINGS = ['60', '30', '15', 'none'] as const
const SPOKEN = ['end', 'close', 'minute'] as const

export interface OwnMenuProps {
  open: boolean
  onClose: () => void
  room: RoomHook
  names: Names
}

export function OwnMenu({ open, onClose, room, names }: OwnMenuProps) {
  const { menu } = useWords()
  return (
    <Sheet open={open} onClose={onClose} heading={menu.open} look="page">
      <ByVoice room={room} names={names} />
      <ForBoth room={room} names={names} onClose={onClose} />
      <ForMe room={room} names={names} />
      <Button wide onClick={onClose}>
        {menu.close}
      </Button>
    </Sheet>
  )
}

/** Hearing and seeing each other, where the room is one of voice. */
function ByVoice({ room, names }: Pick<OwnMenuProps, 'room' | 'names'>) {
  const { voice } = useWords()
  const { showSelf, set } = useSettings()
  if (!room.voice.isOn) return null
  return (
    <div className={styles.both}>
      <div>
        <MicrophoneLine voice={room.voice} />
        <p className={styles.hint}>{room.others.length > 1 ? voice.microphone.hintThree : voice.microphone.hint}</p>
      </div>
      <CameraChoice room={room} names={names} />
      {room.voice.camera.state === 'on' ? (
        <Toggle
          label={voice.camera.showOwn}
          hint={voice.camera.showOwnHint}
          checked={showSelf}
          onChange={showSelf => set({ showSelf })}
        />
      ) : null}
      <CaptionsChoice room={room} names={names} />
    </div>
  )
}

function ForBoth({ room, names, onClose }: Omit<OwnMenuProps, 'open'>) {
  const { menu, hold, more, workshop } = useWords()
  const can = room.view?.can ?? []
  const asksMore = can.includes('more') && room.view?.phase?.floor === room.me
  if (!can.includes('hold') && !can.includes('help')) return null
  // The sheet goes first: what comes of it, a held clock or a line that says it was not taken, lies beneath.
  const ask = (act: Act) => {
    onClose()
    void room.act(act)
  }
  return (
    <div className={styles.both}>
      {can.includes('hold') ? (
        <div>
          <Button look="quiet" wide onClick={() => ask({ do: 'hold' })}>
            {hold.do}
          </Button>
          <p className={styles.hint}>{room.view?.kind === 'workshop' ? workshop.turns.holdHint : hold.doHint}</p>
        </div>
      ) : null}
      {asksMore ? (
        <div>
          <Button look="quiet" wide onClick={() => ask({ do: 'more' })}>
            {more.ask}
          </Button>
          <p className={styles.hint}>{more.askHint(names.others)}</p>
        </div>
      ) : null}
      {can.includes('help') ? (
        <Button look="quiet" wide onClick={() => ask({ do: 'help' })}>
          {menu.help}
        </Button>
      ) : null}
    </div>
  )
}

function ForMe({ room, names }: Pick<OwnMenuProps, 'room' | 'names'>) {
  const { menu, look, writing, samePlace } = useWords()
  const { set, ...own } = useSettings()
  const medium = room.view?.medium
  return (
    <>
      <div className={styles.own}>
        <h3>{menu.heading}</h3>
        <p className={styles.hint}>
          {menu.body} {room.view?.stage === 'sitting' ? (room.awake ? menu.awake.kept : menu.awake.notKept) : null}
        </p>
        {room.view && hasQuickExit(room.view) ? (
          <>
            <p className={classes(styles.hint, styles.keys)}>{menu.exit}</p>
            <div className={styles.touch}>
              <Button look="quiet" wide onClick={() => exitAtOnce(room.leave)}>
                {menu.exitNow}
              </Button>
              <p className={styles.hint}>{menu.exitTouch}</p>
            </div>
          </>
        ) : null}
      </div>
      <BellChoice bell={room.bell} withVolume />
      {medium === 'together' ? (
        <Choice
          legend={samePlace.oneBell}
          look="row"
          options={[
            { value: 'here', label: samePlace.thisRings },
            { value: 'there', label: samePlace.otherRings },
          ]}
          value={own.ringsHere ? 'here' : 'there'}
          onChange={where => set({ ringsHere: where === 'here' })}
          note={samePlace.oneBellHint}
        />
      ) : null}
      <Choice
        legend={menu.warning.legend}
        look="row"
        options={WARNINGS.map(value => ({
          value,
          label: value === 'none' ? menu.warning.none : menu.warning.seconds(Number(value)),
        }))}
        value={WARNINGS.find(value => Number(value) * 1000 === own.warnMs) ?? 'none'}
        onChange={value => set({ warnMs: value === 'none' ? null : Number(value) * 1000 })}
      />
      <Choice
        legend={menu.clock.legend}
        look="row"
        options={[
          { value: 'words', label: menu.clock.hidden },
          { value: 'numbers', label: menu.clock.shown },
        ]}
        value={own.showTime ? 'numbers' : 'words'}
        onChange={value => set({ showTime: value === 'numbers' })}
      />
      <div className={styles.toggles}>
        <Toggle
          label={menu.still.label}
          hint={menu.still.hint}
          checked={own.still}
          onChange={still => set({ still })}
        />
        {medium === 'text' ? (
          <Toggle
            label={writing.live(names.others)}
            hint={writing.liveHint}
            checked={own.liveTyping}
            onChange={liveTyping => set({ liveTyping })}
          />
        ) : null}
      </div>
      <Choice
        legend={menu.spoken.legend}
        look="plain"
        options={SPOKEN.map(value => ({ value, label: menu.spoken[value] }))}
        value={own.spoken}
        onChange={spoken => set({ spoken })}
      />
      <div className={styles.look}>
        <span>{look.legend}</span>
        <ThemeChoice words={look} />
      </div>
      <div className={styles.look}>
        <span>{look.language}</span>
        <LanguageChoice />
      </div>
    </>
  )
}

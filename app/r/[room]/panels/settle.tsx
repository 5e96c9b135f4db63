'use client'
// What lies between two turns? A moment in which both are at rest; then the forms change places, and it is said who speaks.
import type { RoomWords } from '../../../../lib/words/words.ts'
import { useServerTick } from '../../../client/page/use-room.ts'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { NowWaiting } from '../../../sitting/now-waiting.tsx'
import styles from '../../../sitting/settle.module.css'
import { speaksNext, spokeBefore } from '../../../sitting/turn.ts'
import { TwoForms } from '../../../sitting/two-forms.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import { ActButton } from '../parts/act-button.tsx'
import { GoOn } from '../parts/go-on.tsx'
import { Unsent } from '../parts/unsent.tsx'

const TICK_MS = 1000
/** The forms change places this long before the next turn, or halfway where the whole is shorter; without a clock, after it. */
const TURN_MS = 8000

export function Settle({ room, view, names }: PanelProps) {
  const { phases, workshop } = useWords()
  const { settle } = phases
  const spoke = spokeBefore(view)
  const next = speaksNext(view)
  const turned = useTurned(view)
  const other = room.others[0]?.seat
  // Of three, the two forms are who spoke and who speaks next.
  const before =
    spoke !== null && spoke !== next?.seat ? spoke : next?.seat === view.you ? (other ?? view.you) : view.you
  return (
    <Panel
      action={
        <>
          <Again room={room} view={view} names={names} />
          <GoOn room={room} view={view} names={names} label={settle.on} />
        </>
      }
    >
      {next && other ? (
        <TwoForms front={turned ? next.seat : before} back={turned ? before : next.seat} />
      ) : (
        <TwoBreaths near="over" className={styles.both} />
      )}
      <Heading>{spoke && spoke !== view.you ? settle.heading(names.of(spoke)) : settle.headingYou}</Heading>
      <Quiet>{settle.body}</Quiet>
      {spoke && spoke !== view.you ? <p className={styles.listened}>{settle.listened}</p> : null}
      <Unsent words={room.words} />
      <p className={styles.next}>
        {turned && next
          ? sayNext(
              view,
              next,
              names,
              room.others.length > 1 ? { ...settle, nextYou: () => workshop.three.nextYou } : settle,
            )
          : ''}
      </p>
    </Panel>
  )
}

function useTurned({ phase, now }: PanelProps['view']): boolean {
  const tick = useServerTick(TICK_MS)
  if (!phase) return false
  const at =
    phase.endsAt === null
      ? phase.startedAt + TURN_MS
      : phase.endsAt - Math.min(TURN_MS, (phase.endsAt - phase.startedAt) / 2)
  return Math.max(now, tick) >= at
}

function sayNext(
  view: PanelProps['view'],
  next: NonNullable<ReturnType<typeof speaksNext>>,
  names: PanelProps['names'],
  settle: RoomWords['phases']['settle'],
) {
  const mine = next.seat === view.you
  const spoke = spokeBefore(view)
  if (next.kind === 'say-back') {
    return mine ? settle.nextSayBackYou(names.of(spoke ?? view.you)) : settle.nextSayBackThem(names.of(next.seat))
  }
  return mine ? settle.nextYou(names.others) : settle.nextThem(names.of(next.seat))
}

/** One more round is anybody's to ask for, and begins only when everybody has. */
function Again({ room, view, names }: Pick<PanelProps, 'room' | 'view' | 'names'>) {
  const { settle } = useWords().phases
  const { phase, more } = view
  if (!phase || !more) return null
  if (more.granted > 0) return <Quiet small>{settle.again.granted}</Quiet>
  if (more.asked.includes(view.you)) return <NowWaiting>{settle.again.asked(names.others)}</NowWaiting>
  if (!view.can.includes('more')) return null
  const asks = more.asked[0]
  return (
    <>
      {asks ? <Quiet small>{settle.again.theyAsk(names.of(asks))}</Quiet> : null}
      <ActButton room={room} act={{ do: 'more', phase: phase.n }} look={asks ? 'quiet' : 'link'}>
        {asks ? settle.again.yes : settle.again.ask}
      </ActButton>
    </>
  )
}

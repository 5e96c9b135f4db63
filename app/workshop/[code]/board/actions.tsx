'use client'
// What can a facilitator do now? The one thing that comes next, two beside it, and everything in a menu.
import type { BoardHead } from '../../../../lib/wire/circle.ts'
import { Button } from '../../../parts/button.tsx'
import { SettingsButton } from '../../../parts/settings-button.tsx'
import { useBoardWords } from '../../../words/use-words.ts'
import styles from './board.module.css'
import type { Moment } from './moment.ts'
import type { OpenSheet } from './sheets.ts'
import type { Acts } from './use-acts.ts'

export type ActName =
  | 'pair'
  | 'pairAnew'
  | 'begin'
  | 'next'
  | 'hold'
  | 'resume'
  | 'more'
  | 'bell'
  | 'say'
  | 'callBack'
  | 'uncall'
  | 'close'
  | 'harvest'
  | 'join'

/** The three that stand in sight at each moment, what comes next first. */
function inSight(moment: Moment, { round, rounds }: BoardHead): ActName[] {
  switch (moment) {
    case 'gathering':
      return ['pair', 'join', 'say']
    case 'paired':
      return ['begin', 'pairAnew', 'bell']
    case 'running':
      return ['callBack', 'more', 'hold']
    case 'stopped':
      return ['resume', 'say', 'bell']
    case 'calling':
      return ['uncall', 'say', 'bell']
    case 'over':
      return round >= rounds ? ['close', 'next', 'bell'] : ['next', 'bell', 'say']
    case 'closed':
      return ['harvest']
  }
}

const ALL: Record<Moment, ActName[]> = {
  gathering: ['pair', 'bell', 'say', 'join', 'harvest', 'close'],
  paired: ['begin', 'pairAnew', 'bell', 'say', 'join', 'harvest', 'close'],
  running: ['hold', 'more', 'bell', 'say', 'callBack', 'next', 'join', 'harvest', 'close'],
  stopped: ['resume', 'more', 'bell', 'say', 'callBack', 'next', 'join', 'harvest', 'close'],
  calling: ['uncall', 'bell', 'say', 'next', 'join', 'harvest', 'close'],
  over: ['next', 'bell', 'say', 'join', 'harvest', 'close'],
  closed: ['harvest'],
}

export interface ActionsProps {
  head: BoardHead
  moment: Moment
  acts: Acts
  open: (sheet: OpenSheet) => void
  onHarvest: () => void
}

/** Those that are sent at once: nothing else is sent while one is on its way. What only opens a sheet never waits. */
const SENT: readonly ActName[] = ['begin', 'hold', 'resume', 'more', 'bell']

const waits = (name: ActName, { isBusy }: Acts): boolean => isBusy && SENT.includes(name)

/** What a press on each does. */
function usePresses({ acts, open, onHarvest }: Pick<ActionsProps, 'acts' | 'open' | 'onHarvest'>) {
  const { done } = useBoardWords().acts
  const presses: Record<ActName, () => void> = {
    pair: () => open({ at: 'pair' }),
    pairAnew: () => open({ at: 'pair' }),
    next: () => open({ at: 'pair' }),
    begin: () => void acts.act({ do: 'begin' }),
    hold: () => void acts.act({ do: 'hold' }),
    resume: () => void acts.act({ do: 'resume' }),
    more: () => void acts.act({ do: 'more' }, done.more),
    bell: () => void acts.act({ do: 'say', text: null }, done.bell),
    say: () => open({ at: 'say' }),
    callBack: () => open({ at: 'call-back' }),
    uncall: () => open({ at: 'call-back' }),
    close: () => open({ at: 'close' }),
    join: () => open({ at: 'join' }),
    harvest: onHarvest,
  }
  return presses
}

export function ActionBar(props: ActionsProps) {
  const { acts: words } = useBoardWords()
  const presses = usePresses(props)
  const [first, ...others] = inSight(props.moment, props.head)
  return (
    <div className={styles.bar}>
      {others.map(name => (
        <Button key={name} look="quiet" busy={waits(name, props.acts)} onClick={presses[name]}>
          {words[name]}
        </Button>
      ))}
      {first ? (
        <Button busy={waits(first, props.acts)} onClick={presses[first]}>
          {words[first]}
        </Button>
      ) : null}
      {props.moment === 'closed' ? null : (
        <SettingsButton label={words.menu} onClick={() => props.open({ at: 'menu' })} />
      )}
    </div>
  )
}

/** All of them, one under the other. A press closes the menu, or puts another sheet in its place. */
export function ActionMenu(props: ActionsProps & { onClose: () => void }) {
  const { acts: words } = useBoardWords()
  const presses = usePresses(props)
  return (
    <div className={styles.menu}>
      {ALL[props.moment].map(name => (
        <Button
          key={name}
          look="quiet"
          wide
          busy={waits(name, props.acts)}
          onClick={() => {
            props.onClose()
            presses[name]()
          }}
        >
          {words[name]}
        </Button>
      ))}
      <a href="/workshop/guide" target="_blank" rel="noreferrer" className={styles.way}>
        {words.guide}
      </a>
    </div>
  )
}

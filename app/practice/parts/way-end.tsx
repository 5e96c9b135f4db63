// Where does a way to a stranger lead? To somebody who is there, or somewhere else; the same on every page that begins one.
import type { StrangerLink } from '../../client/strangers/stranger-link-ports.ts'
import type { StrangerState } from '../../client/strangers/stranger-state.ts'
import styles from '../../strangers/strangers.module.css'
import { Meeting } from './meeting.tsx'
import { TurnedAway } from './turned-away.tsx'

export interface WayEndProps {
  state: Exclude<StrangerState, { at: 'door' | 'joining' | 'waiting' | 'hoping' }>
  /** Nobody answers on the connection, or there is none. */
  isQuiet: boolean
  link: StrangerLink | null
  /** For whoever can't see it. */
  say: (sentence: string) => void
  onAgain: () => void
}

export function WayEnd({ state, isQuiet, link, say, onAgain }: WayEndProps) {
  return (
    <div className={styles.stage}>
      {state.at === 'meeting' || state.at === 'sitting' ? (
        <Meeting
          view={state.at === 'meeting' ? state.view : null}
          until={state.at === 'meeting' ? state.until : 0}
          isQuiet={isQuiet}
          say={say}
          onYes={() => link?.accept()}
          onNo={() => link?.decline()}
        />
      ) : (
        <TurnedAway state={state} onAgain={onAgain} />
      )}
    </div>
  )
}

// Which panel is shown in a phase? By what the phase is, and by whether these eyes belong to the one who has the floor.
import type { SeatId } from '../../../lib/protocol/room.ts'
import type { RoomWords } from '../../../lib/words/words.ts'
import { hasVoice } from '../../client/media/floor.ts'
import { turnOf, turnsBefore } from '../../sitting/turn.ts'
import type { Shown } from './on-screen.ts'
import type { PanelProps } from './panel-props.ts'
import { Agree } from './panels/agree.tsx'
import { Arrive } from './panels/arrive.tsx'
import { Drop } from './panels/drop.tsx'
import { Heard } from './panels/heard.tsx'
import { Knocking } from './panels/knocking.tsx'
import { Listening } from './panels/listening.tsx'
import { Meet } from './panels/meet.tsx'
import { Picture } from './panels/picture.tsx'
import { QuietTime } from './panels/quiet.tsx'
import { Settle } from './panels/settle.tsx'
import { Silence } from './panels/silence.tsx'
import { Speaking } from './panels/speaking.tsx'
import { Tell } from './panels/tell.tsx'
import { Thanks } from './panels/thanks.tsx'
import { StrangerAgreeLater } from './parts/with-stranger.tsx'

export function phaseShown(props: PanelProps, words: RoomWords): Shown {
  const { phases, titles } = words
  const { phase } = props.view
  // A sitting always has a phase, but for the instant in which its last one is over and the closed view is on its way.
  if (!phase) return { key: 'between', place: '', title: titles.goodbye, panel: <Knocking /> }
  const still = (label: string, panel: Shown['panel']): Shown => ({
    key: `${phase.n}`,
    place: label,
    title: titles.phases[phase.kind],
    panel,
  })
  switch (phase.kind) {
    case 'arrive':
      return still(phases.arrive.label, <Arrive {...props} />)
    case 'picture':
      return still(phases.picture.label, <Picture {...props} />)
    case 'settle':
      return still(phases.settle.label, <Settle {...props} />)
    case 'heard':
      return still(phases.heard.label, <Heard {...props} />)
    case 'drop':
      return still(phases.drop.label, <Drop {...props} />)
    case 'tell':
      return still(phases.tell.label, <Tell {...props} />)
    case 'quiet':
      return still(phases.quiet.label, <QuietTime {...props} />)
    case 'meet':
      return still(phases.meet.label, <Meet {...props} />)
    case 'agree':
      return props.view.kind === 'practice'
        ? { ...still(words.agreement.place, <StrangerAgreeLater {...props} />), title: words.agreement.place }
        : still(phases.agree.label, <Agree {...props} />)
    case 'thanks':
      return turnOf(props.view).holder ? turn(props, words) : still(phases.thanks.label, <Thanks {...props} />)
    case 'speak':
    case 'say-back':
      return turn(props, words)
  }
}

/** A phase in which one person has the floor: theirs, another's, or a silence once they are finished. */
function turn(props: PanelProps, words: RoomWords): Shown {
  const { phases, titles } = words
  const { view } = props
  const { holder, complete } = turnOf(view)
  const place = turnLabel(props, words)
  const key = `${view.phase?.n}`
  if (complete || holder === null) {
    return { key: `${key}-silence`, place, title: phases.speak.silence.label, panel: <Silence {...props} /> }
  }
  if (holder === view.you) {
    return { key, place, title: titles.speaking, panel: <Speaking {...props} {...asHolder(props, words)} /> }
  }
  return {
    key,
    place,
    title: titles.listening,
    hushed: true,
    panel: <Listening {...props} speaker={holder} {...asWitness(props, holder, words)} />,
  }
}

function turnLabel({ view }: PanelProps, { phases }: RoomWords): string {
  const { speak, 'say-back': sayBack, thanks } = phases
  if (view.phase?.kind === 'say-back') return sayBack.label
  if (view.phase?.kind === 'thanks') return thanks.label
  const labels = [speak.label.first, speak.label.second, speak.label.third]
  return labels[turnsBefore(view)] ?? speak.label.later
}

function asHolder(
  { room, view, names }: PanelProps,
  { phases, samePlace, workshop }: RoomWords,
): { heading: string; body: string; on: string } {
  const { speak, 'say-back': sayBack, thanks } = phases
  switch (view.phase?.kind) {
    case 'say-back': {
      const { heading, body, hint, on } = sayBack.sayer
      return { heading: heading(names.of(view.phase.speaker ?? view.you)), body: `${body} ${hint}`, on }
    }
    case 'thanks':
      return { heading: thanks.giver.heading(names.others), body: thanks.giver.body, on: thanks.on }
    default: {
      const { heading, body, on } = speak.speaker
      const { three } = workshop
      const [aloud, here] = room.others.length > 1 ? [three.speakerAloud, three.speaker] : [samePlace.speaker, body]
      return { heading, body: (view.medium === 'together' ? aloud : here)(names.others), on }
    }
  }
}

function asWitness(
  { room, view, names }: PanelProps,
  holder: SeatId,
  { phases, samePlace, voice }: RoomWords,
): { heading: string; body: string } {
  const { speak, 'say-back': sayBack, thanks } = phases
  const name = names.of(holder)
  switch (view.phase?.kind) {
    case 'say-back':
      return { heading: sayBack.hearer.heading(name), body: sayBack.hearer.body }
    case 'thanks':
      return { heading: thanks.receiver.heading(name), body: thanks.receiver.body }
    default:
      return {
        heading: speak.listener.heading(name),
        body: isFirstByVoice(view, holder)
          ? voice.listener(name)
          : view.medium === 'together'
            ? { here: samePlace.listener, elsewhere: samePlace.listenerElsewhere, not: samePlace.listenerSilent }[
                room.bell.rings
              ]
            : speak.listener.body,
      }
  }
}

/** Said once: the first time that this person is to listen. */
function isFirstByVoice(view: PanelProps['view'], speaker: SeatId): boolean {
  if (!hasVoice(view)) return false
  const before = view.format.phases.slice(0, view.phase?.n ?? 0)
  return !before.some(({ kind, floor }) => kind === 'speak' && floor === speaker)
}

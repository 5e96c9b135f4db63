// Which panel stands on the screen? One for each state of the room, each phase and each role, by one exhaustive switch; a
// state that is added anywhere does not compile until it has a panel.
import type { FrameWords } from '../../../lib/words/words.ts'
import type { RoomHook } from '../../client/page/room-hook.ts'
import type { LoadedPanels } from './loaded-panels.ts'
import type { Names } from './names.ts'
import type { Shown } from './on-screen.ts'
import type { PanelProps } from './panel-props.ts'
import { Doorstep } from './panels/doorstep.tsx'
import { Knocking } from './panels/knocking.tsx'
import { OtherTab, Refused, refusing } from './panels/refused.tsx'

interface Frame extends Pick<PanelProps, 'say' | 'askLeave'> {
  /** The panels of the sitting and of its end; null until they are here. */
  panels: LoadedPanels | null
  words: FrameWords
}

function knocking({ door }: FrameWords): Shown {
  return { key: 'knocking', place: '', title: door.title, panel: <Knocking /> }
}

export function shown(room: RoomHook, names: Names, frame: Frame): Shown {
  const { state } = room
  const { door, left, trouble } = frame.words
  switch (state.at) {
    case 'knocking':
      return knocking(frame.words)
    case 'doorstep':
      return {
        key: 'doorstep',
        place: door.title,
        title: door.title,
        panel: <Doorstep room={room} peeked={state.peeked} say={frame.say} />,
      }
    case 'incomplete':
      return refused('incomplete', trouble.incomplete)
    case 'other-tab':
      return {
        key: 'other-tab',
        place: '',
        title: trouble.otherTab.title,
        panel: <OtherTab moveHere={room.moveHere} />,
      }
    case 'refused': {
      const { title, ...why } = { title: door.title, ...refusing(state.code, frame.words) }
      return {
        key: `refused-${state.code}`,
        place: '',
        title,
        panel: <Refused {...why} tryNow={room.tryNow} />,
      }
    }
    case 'left':
      // Nobody leaves before the question whether to leave is here, and this comes with it.
      if (!frame.panels) return knocking(frame.words)
      return {
        key: 'left',
        place: '',
        title: left.title,
        panel: <frame.panels.Left hasMet={room.view?.kind === 'practice'} goBack={room.circle?.goBack ?? null} />,
      }
    case 'let-go':
      return closing(room, null, names, frame)
    case 'in':
      return inside({ room, view: state.view, names, say: frame.say, askLeave: frame.askLeave }, frame)
  }
}

function refused(key: string, { title, ...why }: { title: string; heading: string; body: string }): Shown {
  return { key, place: '', title, panel: <Refused {...why} /> }
}

function closing(
  room: RoomHook,
  view: PanelProps['view'] | null,
  names: Names,
  { say, panels, words }: Omit<Frame, 'askLeave'>,
): Shown {
  if (!panels) return knocking(words)
  const { ended, goodbye, titles } = { ...words, ...panels.words }
  const isEnd = view?.closed?.why === 'left'
  return {
    key: 'closing',
    place: view && !isEnd ? goodbye.label : '',
    title: isEnd ? ended.title : titles.goodbye,
    panel: <panels.Closing room={room} view={view} names={names} say={say} />,
  }
}

function inside(props: PanelProps, { panels, words }: Frame): Shown {
  const { room, view, names } = props
  switch (view.stage) {
    case 'gathering':
      return gathering(props, panels, words)
    case 'closed':
      return closing(room, view, names, { say: props.say, panels, words })
    case 'sitting':
      if (!panels) return knocking(words)
      if (view.held) {
        return {
          key: `held-${view.held.since}`,
          place: panels.words.hold.label,
          title: words.titles.held,
          panel: <panels.Held {...props} />,
        }
      }
      return panels.phaseShown(props, { ...words, ...panels.words })
  }
}

function gathering(props: PanelProps, panels: LoadedPanels | null, words: FrameWords): Shown {
  const { room, view, names } = props
  const { doorstep } = words
  if (!panels) return knocking(words)
  if (view.kind === 'workshop') {
    const { before } = panels.words.workshop
    return {
      key: 'before',
      place: before.place,
      title: before.title(names.others),
      panel: <panels.WorkshopBefore {...props} />,
    }
  }
  if (room.others.length === 0) {
    return { key: 'invite', place: doorstep.place, title: doorstep.title, panel: <panels.Invite {...props} /> }
  }
  // Two links with different secrets: nothing that either says could be read, so nobody is led any further.
  if (room.words.sealing === 'different-link') {
    return {
      key: 'mismatch',
      place: '',
      title: panels.words.trouble.mismatch.title,
      // Whoever opens a room sits in its first seat.
      panel: <panels.Mismatch room={room} names={names} opened={view.you === 'a'} />,
    }
  }
  return {
    key: 'agreement',
    place: panels.words.agreement.place,
    // Whoever looks at another tab meanwhile reads of nobody who has stepped away that they are there.
    title: room.others.some(({ here }) => here) ? doorstep.titleHere(names.others) : doorstep.title,
    panel: <panels.Agreement {...props} />,
  }
}

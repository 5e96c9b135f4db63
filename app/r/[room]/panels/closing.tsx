'use client'
// The sitting is over, one way or another: what is left to read, to finish and to let go? One panel to the end, because the
// words that evaporate must still be on the screen after the room has confirmed that it is empty.
import { useEffect, useRef, useState } from 'react'
import type { SeatId } from '../../../../lib/protocol/room.ts'
import type { RoomView } from '../../../../lib/wire/events.ts'
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { useFocusRule } from '../../../parts/use-focus-rule.ts'
import { hasLines } from '../../../sitting/turn.ts'
import type { Names } from '../names.ts'
import type { WhollyAnswered } from '../parts/felt-heard-back.tsx'
import { inOrder } from '../parts/reveal.tsx'
import { Alone } from './alone.tsx'
import { Ended } from './ended.tsx'
import { FeltHeard } from './felt-heard.tsx'
import { Goodbye } from './goodbye.tsx'
import { LettingGo } from './letting-go.tsx'
import { Vanished } from './vanished.tsx'
import { WorkshopClosing } from './workshop-closing.tsx'

export interface ClosingProps {
  room: RoomHook
  /** Null once the room has been let go. */
  view: RoomView | null
  names: Names
  say: (sentence: string) => void
}

export function Closing({ room, view, names, say }: ClosingProps) {
  const [alone, setAlone] = useState(false)
  const [going, setGoing] = useState<readonly string[]>([])
  const [failed, setFailed] = useState(false)
  const [letting, setLetting] = useState(false)
  const [asksCloseness] = useState(room.closeness.after === null)
  const [isAnswering, setAnswering] = useState(false)
  const [felt, setFelt] = useState<WhollyAnswered | null>(null)
  const feltRef = useRef<HTMLHeadingElement>(null)

  useFocusRule(!view ? 'let-go' : alone ? 'alone' : isAnswering ? 'felt-heard' : 'end')
  // After the rule, which would lead to the heading of the screen: this is what was asked for.
  useEffect(() => {
    if (felt) feltRef.current?.focus()
  }, [felt])

  async function letGo(words: readonly string[]) {
    setGoing(words)
    setFailed(false)
    setLetting(true)
    const done = await room.letGo()
    setLetting(false)
    if (!done.ok) setFailed(true)
  }

  if (!view) return <LettingGo words={going} say={say} hasMet={room.view?.kind === 'practice'} />
  const why = view.closed?.why ?? 'expired'
  const go = { letting, failed, letGo }
  if (alone) return <Alone room={room} {...go} />
  if (isAnswering) {
    const done = (answered: WhollyAnswered | null) => {
      setFelt(answered)
      setAnswering(false)
    }
    return <FeltHeard names={names} onDone={done} onLeave={() => done(null)} />
  }
  const opened = hasLines(view) ? room.lines.opened : null
  if (view.kind === 'workshop') return <WorkshopClosing room={room} view={view} names={names} opened={opened} />
  const end = { room, view, names, say, opened, words: openWords(opened, view.you), ...go }
  if (why === 'left') return <Ended {...end} onAlone={() => setAlone(true)} />
  if (why === 'complete' || opened) {
    const onFeltHeard = offersFeltHeard(view) ? () => setAnswering(true) : null
    return <Goodbye {...end} {...{ asksCloseness, felt, feltRef, onFeltHeard }} />
  }
  return <Vanished room={room} why={why} />
}

/** To two who know each other: the statements speak of one other person, and are not pressed on anybody else. */
function offersFeltHeard({ kind, seats }: RoomView): boolean {
  return kind === 'friends' && Object.keys(seats).length === 2
}

/** What the lines say, in the order in which they stand. */
function openWords(opened: RoomHook['lines']['opened'], me: SeatId): string[] {
  if (!opened) return []
  return inOrder(opened, me).flatMap(seat => {
    const line = opened[seat]
    return line?.as === 'open' ? [line.text] : []
  })
}

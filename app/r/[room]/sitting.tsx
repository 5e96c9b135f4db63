'use client'
// What is on the screen of somebody in a room? A frame that stays (where we are, Leave, one's own settings, one live region)
// and in it one panel, chosen by the state of the room.
import { Fragment, useCallback, useMemo, useState } from 'react'
import { useRoom, useTitle } from '../../client/page/use-room.ts'
import { Button } from '../../parts/button.tsx'
import { Screen } from '../../parts/screen.tsx'
import { SettingsButton } from '../../parts/settings-button.tsx'
import { Status } from '../../parts/status.tsx'
import { useFocusRule } from '../../parts/use-focus-rule.ts'
import { EdgeGlow } from '../../sitting/edge-glow.tsx'
import styles from '../../sitting/sitting.module.css'
import { RoomContext, useFrame } from '../../words/use-words.ts'
import { usePanels } from './loaded-panels.ts'
import { type Known, knownAfter, namesFrom } from './names.ts'
import { QuietLine } from './parts/quiet-line.tsx'
import { SafetyLater } from './parts/with-stranger.tsx'
import { shown } from './shown.tsx'
import { useAnnounced } from './use-announced.ts'
import { useAnswered } from './use-answered.ts'

export function Sitting({ roomId }: { roomId: string }) {
  const words = useFrame()
  const { leave, menu, titles } = words
  const { room, notTaken } = useAnswered(useRoom(roomId))
  const [known, setKnown] = useState<Known>({})
  const [over, setOver] = useState<'leave' | 'menu' | null>(null)
  const next = room.view ? knownAfter(room.view, known) : known
  if (next !== known) setKnown(next)
  const names = namesFrom(next, room.me, words, room.others)
  const panels = usePanels()
  const { says, say } = useAnnounced(room, names, panels)
  const askLeave = useCallback(() => setOver('leave'), [])
  const close = () => setOver(null)
  const roomWords = useMemo(() => panels && { ...words, ...panels.words }, [words, panels])
  const { key, place, title, hushed, panel } = shown(room, names, { panels, words, say, askLeave })

  useTitle(titles.room(title))
  useFocusRule(key)

  const isWorkshop = room.state.at === 'in' && room.view?.kind === 'workshop'
  // Once the room is closed it is let go of, by a button of the last page.
  const seated = room.state.at === 'in' && room.view?.stage !== 'closed' && (room.view?.can.includes('leave') ?? false)
  return (
    <RoomContext value={roomWords}>
      <Screen
        place={place}
        tone={hushed ? 'listening' : 'paper'}
        className={styles.screen}
        side={
          <>
            {room.view?.kind === 'practice' ? <SafetyLater /> : null}
            {panels && isWorkshop ? <panels.HelpButton room={room} /> : null}
            <SettingsButton label={menu.open} onClick={() => setOver('menu')} />
            {seated ? (
              <Button look="link" aria-haspopup="dialog" onClick={askLeave} className={styles.leave}>
                {leave.do}
              </Button>
            ) : null}
          </>
        }
      >
        <QuietLine room={room} notTaken={notTaken} isLoaded={panels !== null} />
        {panels && room.circle ? <panels.WayBack room={room} /> : null}
        {panels && isWorkshop ? <panels.FromFacilitator room={room} say={say} /> : null}
        {panels && isWorkshop ? <panels.WhoLeft room={room} names={names} say={say} /> : null}
        {panels && room.voice.isOn ? <panels.VoiceFrame room={room} names={names} say={say} /> : null}
        <Fragment key={key}>{panel}</Fragment>
      </Screen>
      {panels ? (
        <>
          <panels.LeaveQuestion
            open={over === 'leave'}
            onClose={close}
            names={names}
            alone={room.others.length === 0}
            before={room.view?.kind === 'friends' && room.view.stage === 'gathering'}
            onLeave={room.leave}
          />
          <panels.OwnMenu open={over === 'menu'} onClose={close} room={room} names={names} />
          <panels.QuickExit view={room.state.at === 'in' ? room.view : null} leave={room.leave} />
        </>
      ) : null}
      <EdgeGlow onRing={room.bell.onRing} />
      <Status says={says} />
    </RoomContext>
  )
}

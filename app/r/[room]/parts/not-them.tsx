'use client'
// Somebody came who was not meant to: can they be asked out? Yes, tucked away and asked twice, since it frees a seat that
// somebody holds.
import { useState } from 'react'
import type { Other, RoomHook } from '../../../client/page/room-hook.ts'
import { Button, type ButtonLook } from '../../../parts/button.tsx'
import { Quiet } from '../../../parts/panel.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { useWords } from '../../../words/use-words.ts'
import { ActButton } from './act-button.tsx'
import styles from './not-them.module.css'

export interface NotThemProps {
  other: Other
  room: RoomHook
  look?: ButtonLook
}

export function NotThem({ other: { seat, name }, room, look = 'link' }: NotThemProps) {
  const { doorstep } = useWords()
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  return (
    <>
      <Button
        look={look}
        wide={look !== 'link'}
        className={look === 'link' ? styles.small : undefined}
        onClick={() => setAsking(true)}
      >
        {doorstep.notThem}
      </Button>
      <Sheet open={asking} onClose={close} heading={doorstep.notThem}>
        <Quiet>{doorstep.notThemAsk(name)}</Quiet>
        <Button look="quiet" wide onClick={close}>
          {doorstep.notThemNo(name)}
        </Button>
        <ActButton room={room} act={{ do: 'unseat', seat }} wide onAnswered={close}>
          {doorstep.notThemYes(name)}
        </ActButton>
      </Sheet>
    </>
  )
}

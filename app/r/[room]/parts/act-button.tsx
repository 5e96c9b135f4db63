'use client'
// What does a button do that asks something of the room? It is busy until the room has answered, so that a second press asks
// nothing. That it was not taken is said above, by the line that says it for every one of them.
import { useState } from 'react'
import type { Act } from '../../../client/line/intents.ts'
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { Button, type ButtonProps } from '../../../parts/button.tsx'

export interface ActButtonProps extends Omit<ButtonProps, 'onClick'> {
  room: RoomHook
  act: Act
  /** Called once the room has answered, whatever it answered. */
  onAnswered?: () => void
}

export function ActButton({ room, act, onAnswered, busy = false, ...rest }: ActButtonProps) {
  const [asking, setAsking] = useState(false)
  return (
    <Button
      {...rest}
      busy={busy || asking}
      onClick={() => {
        setAsking(true)
        room.act(act).finally(() => {
          setAsking(false)
          onAnswered?.()
        })
      }}
    />
  )
}

'use client'
// How is one name drawn onto another, or pressed? By the mouse, wherever names stand; the names themselves need to know nothing of it.
import { type DragEvent, type MouseEvent, useRef } from 'react'
import type { PersonId } from '../../../../lib/wire/circle.ts'
import { type Two, twoOf } from './wishes.ts'

const personAt = (target: EventTarget): HTMLElement | null => (target as HTMLElement).closest('[data-person]')

/** What stands around all names takes these. `onTwo` is told who was drawn, and onto whom; `onOne`, who was pressed. */
export function useDrawing(onTwo: (two: Two) => void, onOne: (id: PersonId) => void) {
  const drawn = useRef<string | null>(null)
  const over = useRef<HTMLElement | null>(null)

  function mark(next: HTMLElement | null) {
    if (over.current === next) return
    over.current?.removeAttribute('data-over')
    next?.setAttribute('data-over', 'true')
    over.current = next
  }
  const twoAt = (target: EventTarget) => twoOf(drawn.current, personAt(target)?.dataset.person)

  return {
    onDragStart(event: DragEvent) {
      const person = personAt(event.target)
      if (!person) return
      drawn.current = person.dataset.person ?? null
      event.dataTransfer.effectAllowed = 'link'
      // Some browsers draw nothing that carries nothing; a name is nobody else's business.
      event.dataTransfer.setData('text/plain', '')
    },
    onDragOver(event: DragEvent) {
      const isTwo = twoAt(event.target) !== null
      mark(isTwo ? personAt(event.target) : null)
      if (isTwo) event.preventDefault()
    },
    onDrop(event: DragEvent) {
      const two = twoAt(event.target)
      if (!two) return
      event.preventDefault()
      mark(null)
      onTwo(two)
    },
    onClick(event: MouseEvent) {
      const pressed = personAt(event.target)
      // Where a name stands in a button, that says what becomes of it.
      if (pressed?.dataset.person && !pressed.closest('button')) onOne(pressed.dataset.person)
    },
    onDragEnd() {
      drawn.current = null
      mark(null)
    },
  }
}

'use client'
// What has somebody written and chosen in a form before its page came alive? On a slow phone that may be all of it: it stands in the
// fields, and whatever is to hold it has yet to be told.
import { type RefObject, useEffect, useRef, useState } from 'react'

export interface Touched {
  /** What stands in each line that was written in, in their order; null for the others. */
  written: (string | null)[]
  /** The values of the choices that are other than the page was served with. */
  chosen: string[]
  /** Where the slider was moved to; null where it was not. */
  minutes: number | null
}

/**
 * Calls `take` once, as the page comes alive. Until then the form has to be of the method `dialog`, or a browser would send it off by itself,
 * with every word of it in an address.
 */
export function useTouched(take: (touched: Touched) => void): {
  form: RefObject<HTMLFormElement | null>
  isAlive: boolean
} {
  const form = useRef<HTMLFormElement>(null)
  const [isAlive, setAlive] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: it comes alive once
  useEffect(() => {
    setAlive(true)
    if (form.current) take(touchedIn(form.current))
  }, [])

  return { form, isAlive }
}

function touchedIn({ elements }: HTMLFormElement): Touched {
  const touched: Touched = { written: [], chosen: [], minutes: null }
  for (const field of elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue
    const { type, value, defaultValue } = field
    if (type === 'radio') {
      const { checked, defaultChecked } = field as HTMLInputElement
      if (checked && !defaultChecked) touched.chosen.push(value)
    } else if (type === 'range') touched.minutes = value === defaultValue ? null : Number(value)
    else if (type === 'text' || type === 'textarea') touched.written.push(value === defaultValue ? null : value)
  }
  return touched
}

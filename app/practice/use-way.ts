'use client'
// What happens by itself on the way to a stranger, whichever page it is on? A bell and a title when somebody is there, the keyboard on
// each new screen, and the page of the room when the sitting begins.
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useStranger } from '../client/page/use-stranger.ts'
import type { StrangerLink } from '../client/strangers/stranger-link-ports.ts'
import type { StrangerSnapshot } from '../client/strangers/stranger-state.ts'
import { useFocusRule } from '../parts/use-focus-rule.ts'
import { usePracticeWords } from '../words/use-words.ts'
import { type Noticing, useArrival } from './use-arrival.ts'

export function useWay(): StrangerSnapshot & { link: StrangerLink | null; noticing: Noticing } {
  const { meeting, waiting } = usePracticeWords()
  const way = useStranger()
  const router = useRouter()
  const { state } = way
  const who = state.at === 'meeting' ? state.view.room : null
  const noticing = useArrival(who, { title: meeting.title, text: waiting.noticeText })
  useFocusRule(state.at === 'joining' ? 'waiting' : state.at)

  useEffect(() => {
    if (state.at === 'sitting') router.push(`/r/${state.room}`)
  }, [state, router])

  return { ...way, noticing }
}

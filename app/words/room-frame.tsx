'use client'
// With which words does a room begin? Those of its page's language: each is a part of its own, asked for by the page itself,
// and no other language is sent.
import dynamic from 'next/dynamic'
import type { ComponentType, ReactNode } from 'react'
import type { Locale } from '../../lib/words/locale.ts'
import { MIRROR } from '../../lib/words/mirrored.ts'
import { useLanguage } from './use-words.ts'

const IN: Record<Locale, ComponentType<{ children: ReactNode }>> = {
  en: dynamic(() => import('./room-en.tsx')),
  es: dynamic(() => import('./room-es.tsx')),
  [MIRROR]: dynamic(() => import('./room-mirrored.tsx')),
}

export function RoomFrame({ children }: { children: ReactNode }) {
  const Words = IN[useLanguage().locale]
  return <Words>{children}</Words>
}

'use client'
// With which words is a workshop guided? Those of the page's language, and no other.
import dynamic from 'next/dynamic'
import type { ComponentType, ReactNode } from 'react'
import type { Locale } from '../../lib/words/locale.ts'
import { MIRROR } from '../../lib/words/mirrored.ts'
import { useLanguage } from './use-words.ts'

const IN: Record<Locale, ComponentType<{ children: ReactNode }>> = {
  en: dynamic(() => import('./board-en.tsx')),
  es: dynamic(() => import('./board-es.tsx')),
  [MIRROR]: dynamic(() => import('./board-mirrored.tsx')),
}

export function BoardFrame({ children }: { children: ReactNode }) {
  const Words = IN[useLanguage().locale]
  return <Words>{children}</Words>
}

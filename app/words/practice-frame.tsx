'use client'
// With which words is there practice with strangers? Those of the page's language, and no other.
import dynamic from 'next/dynamic'
import type { ComponentType, ReactNode } from 'react'
import type { Locale } from '../../lib/words/locale.ts'
import { MIRROR } from '../../lib/words/mirrored.ts'
import { useLanguage } from './use-words.ts'

const IN: Record<Locale, ComponentType<{ children: ReactNode }>> = {
  en: dynamic(() => import('./practice-en.tsx')),
  es: dynamic(() => import('./practice-es.tsx')),
  [MIRROR]: dynamic(() => import('./practice-mirrored.tsx')),
}

export function PracticeFrame({ children }: { children: ReactNode }) {
  const Words = IN[useLanguage().locale]
  return <Words>{children}</Words>
}

'use client'
// With which words is a room opened? Those of the page's language, and no other.
import dynamic from 'next/dynamic'
import type { ComponentType, ReactNode } from 'react'
import type { Locale } from '../../lib/words/locale.ts'
import { useLanguage } from '../parts/use-words.ts'

const IN: Record<Locale, ComponentType<{ children: ReactNode }>> = {
  en: dynamic(() => import('./opening-en.tsx')),
  es: dynamic(() => import('./opening-es.tsx')),
}

export function OpeningFrame({ children }: { children: ReactNode }) {
  const Words = IN[useLanguage().locale]
  return <Words>{children}</Words>
}

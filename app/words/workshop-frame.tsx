'use client'
// With which words are the people of a workshop spoken to? Those of the page's language, and no other.
import dynamic from 'next/dynamic'
import type { ComponentType, ReactNode } from 'react'
import type { Locale } from '../../lib/words/locale.ts'
import { MIRROR } from '../../lib/words/mirrored.ts'
import { useLanguage } from './use-words.ts'

const IN: Record<Locale, ComponentType<{ children: ReactNode }>> = {
  en: dynamic(() => import('./workshop-en.tsx')),
  es: dynamic(() => import('./workshop-es.tsx')),
  [MIRROR]: dynamic(() => import('./workshop-mirrored.tsx')),
}

export function WorkshopFrame({ children }: { children: ReactNode }) {
  const Words = IN[useLanguage().locale]
  return <Words>{children}</Words>
}

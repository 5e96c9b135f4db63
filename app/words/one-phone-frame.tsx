'use client'
// With which words do two people share one phone? Those of the page's language, and no other.
import dynamic from 'next/dynamic'
import type { ComponentType, ReactNode } from 'react'
import type { Locale } from '../../lib/words/locale.ts'
import { MIRROR } from '../../lib/words/mirrored.ts'
import { useLanguage } from './use-words.ts'

const IN: Record<Locale, ComponentType<{ children: ReactNode }>> = {
  en: dynamic(() => import('./one-phone-en.tsx')),
  es: dynamic(() => import('./one-phone-es.tsx')),
  [MIRROR]: dynamic(() => import('./one-phone-mirrored.tsx')),
}

export function OnePhoneFrame({ children }: { children: ReactNode }) {
  const Words = IN[useLanguage().locale]
  return <Words>{children}</Words>
}

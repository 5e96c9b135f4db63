'use client'
// How does every part of a page learn its language? From the layout, which read it from the request.
import type { ReactNode } from 'react'
import { LanguageContext, type PageLanguage } from './use-words.ts'

export function Language({ children, ...language }: PageLanguage & { children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>
}

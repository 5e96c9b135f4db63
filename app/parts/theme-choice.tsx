'use client'
// Light or dark? One small button that goes round: as the device, light, dark.
import { useSyncExternalStore } from 'react'
import button from './round-button.module.css'
import styles from './theme-choice.module.css'
import { chooseTheme, rememberedTheme, type Theme } from './theme-memory.ts'

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }

let listeners: (() => void)[] = []

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener]
  return () => {
    listeners = listeners.filter(other => other !== listener)
  }
}

export interface ThemeChoiceProps {
  /** The words of `words.look`, handed over by a page made on the server. */
  words: { legend: string } & Record<Theme, string>
}

export function ThemeChoice({ words }: ThemeChoiceProps) {
  const theme = useSyncExternalStore<Theme>(subscribe, rememberedTheme, () => 'system')
  return (
    <button
      type="button"
      className={button.button}
      aria-label={`${words.legend}: ${words[theme]}`}
      title={words[theme]}
      onClick={() => {
        chooseTheme(NEXT[theme])
        for (const listener of listeners) listener()
      }}
    >
      <svg aria-hidden="true" focusable="false" viewBox="-12 -12 24 24">
        <circle r="8" className={styles.rim} />
        {theme === 'system' ? <path d="M0-8a8 8 0 0 1 0 16z" /> : null}
        {theme === 'dark' ? <circle r="8" /> : null}
      </svg>
    </button>
  )
}

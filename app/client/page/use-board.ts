'use client'
// How does a page follow a workshop? By one hook, which looks for the key behind the # of the address or on this device; what
// carries the board is in a part of its own, loaded once the page is on the screen.
import { useEffect, useState } from 'react'
import type { DirectAsk } from '../../../lib/wire/circle.ts'
import type { BoardLink, BoardSnapshot, Directed } from '../circle/board-link.ts'
import { type FacilitatorKey, guided, keyFrom, rememberKey } from '../circle/facilitator-memory.ts'
import { loadLater } from './load-later.ts'

export interface OwnBoard extends Omit<BoardSnapshot, 'trouble'> {
  trouble: BoardSnapshot['trouble'] | 'no-key'
  /** Null until it is found. */
  key: FacilitatorKey | null
  direct(ask: DirectAsk): Promise<Directed>
}

const NOTHING: BoardSnapshot = { board: null, lines: [], isUp: false, trouble: null }

/** The key of the address goes from there to the device, where nobody reads it over a shoulder or on a wall. */
function takeKey(code: string): FacilitatorKey | null {
  const { hash, pathname, search } = window.location
  const own = keyFrom(hash.slice(1))
  if (own && rememberKey(code, own)) window.history.replaceState(null, '', `${pathname}${search}`)
  if (own) return own
  const kept = guided(code)
  return kept && { circle: kept.circle, key: kept.key }
}

export function useBoard(code: string): OwnBoard {
  const [key, setKey] = useState<FacilitatorKey | 'none' | null>(null)
  const [link, setLink] = useState<BoardLink | null>(null)
  const [snapshot, setSnapshot] = useState(NOTHING)

  useEffect(() => {
    setKey(takeKey(code) ?? 'none')
    // A link with a key is followed in this very tab; any other part of the address is a place on the page.
    const look = () => {
      if (keyFrom(window.location.hash.slice(1))) setKey(takeKey(code))
    }
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [code])

  useEffect(() => {
    if (key === null || key === 'none') return
    return loadLater(
      () => import('../circle/board-link.ts'),
      ({ createBoardLink }) => {
        const own = createBoardLink({ key, changed: () => setSnapshot(own.snapshot()) })
        setLink(own)
        return () => {
          own.end()
          setLink(null)
          setSnapshot(NOTHING)
        }
      },
    )
  }, [key])

  return {
    ...snapshot,
    trouble: key === 'none' ? 'no-key' : snapshot.trouble,
    key: key === 'none' ? null : key,
    direct: async ask => link?.direct(ask) ?? { ok: false, code: 'quiet' },
  }
}

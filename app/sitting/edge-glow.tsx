'use client'
// How is a bell seen? The edge of the page brightens slowly, once. It never flashes, and words always say the same.
import { useEffect, useState } from 'react'
import type { RoomBell } from '../client/page/room-hook.ts'
import styles from './edge-glow.module.css'

export function EdgeGlow({ onRing }: { onRing: RoomBell['onRing'] }) {
  const [rung, setRung] = useState(0)
  useEffect(() => onRing(() => setRung(count => count + 1)), [onRing])
  return rung > 0 ? <div key={rung} aria-hidden="true" data-bell={rung} className={styles.glow} /> : null
}

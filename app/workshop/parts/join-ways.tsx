'use client'
// How do people come into the workshop, what goes on the wall, and with which link is it guided?
import { spaced } from '../../../lib/circle/code.ts'
import { boardPath, type FacilitatorKey } from '../../client/circle/facilitator-memory.ts'
import { ButtonLink } from '../../parts/button.tsx'
import { QrLater } from '../../parts/qr-later.tsx'
import { CopyLine, type JoiningWords } from './copy-line.tsx'
import styles from './join-ways.module.css'

export interface JoinWaysProps {
  words: JoiningWords
  code: string
  /** The facilitator's own; null where it is not to be handed on. */
  own: FacilitatorKey | null
  say: (sentence: string) => void
}

export default function JoinWays({ words, code, own, say }: JoinWaysProps) {
  const { origin } = window.location
  const link = `${origin}/j/${code}`
  const wall = `/workshop/${code}/wall`
  return (
    <div className={styles.ways}>
      <section className={styles.way}>
        <h2 className={styles.label}>{words.code}</h2>
        <p className={styles.code} dir="ltr">
          {spaced(code)}
        </p>
        <p className={styles.hint}>{words.codeHint}</p>
      </section>
      <CopyLine words={words} label={words.link} value={link} hint={words.linkHint} say={say} />
      {/* In capitals alone a code has fewer and larger squares; the short way in does not mind the case. */}
      <QrLater text={link.toUpperCase()} label={words.qr} />
      <CopyLine words={words} label={words.wall} value={origin + wall} hint={words.wallHint} say={say} />
      <ButtonLink href={wall} look="link">
        {words.openWall}
      </ButtonLink>
      {own ? (
        <CopyLine
          words={words}
          label={words.own}
          value={origin + boardPath(code, own)}
          hint={words.ownHint}
          say={say}
        />
      ) : null}
    </div>
  )
}

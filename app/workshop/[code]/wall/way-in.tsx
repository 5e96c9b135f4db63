'use client'
// How does a hall full of people come in? By a short address and eight characters that can be read from the last row, or by a code for
// the cameras of the first ones.
import type { CircleFace } from '../../../../lib/wire/circle.ts'
import { groupsOf, shortLink } from '../../../client/circle/circle-code.ts'
import { QrLater } from '../../../parts/qr-later.tsx'
import { useWorkshopWords } from '../../../words/use-words.ts'
import styles from './wall.module.css'

interface Way {
  code: string
  /** Null until the browser is known. */
  origin: string | null
}

const siteOf = (origin: string) => `${new URL(origin).host}/j`

export function WayIn({ face, code, origin }: Way & { face: CircleFace }) {
  const { wall } = useWorkshopWords()
  return (
    <div className={styles.ways}>
      <div className={styles.words}>
        <h1 className={styles.title}>{face.title}</h1>
        {face.audience ? <p className={styles.audience}>{face.audience}</p> : null}
        <p className={styles.small}>{wall.goTo}</p>
        <p className={styles.site}>{origin ? siteOf(origin) : ''}</p>
        <p className={styles.small}>{wall.enter}</p>
        <p className={styles.code}>
          <Groups code={code} />
        </p>
        <p className={styles.here}>
          {wall.here(face.here)} <span>{wall.noNames}</span>
        </p>
      </div>
      {origin ? <QrLater text={shortLink(origin, code)} label={wall.codeLabel} className={styles.qr} /> : null}
    </div>
  )
}

/** For whoever comes late: small, and in the same place on every screen of a round. */
export function ShortWayIn({ code, origin }: Way) {
  const { wall } = useWorkshopWords()
  if (!origin) return null
  return (
    <p className={styles.short}>
      {wall.late} {siteOf(origin)} · <Groups code={code} />
    </p>
  )
}

function Groups({ code }: { code: string }) {
  return (
    <>
      {groupsOf(code).map((group, n) => (
        // The space is between the groups for the eye; a reader says one after the other.
        <span key={group + String(n)} className={styles.group}>
          {n > 0 ? ' ' : ''}
          {group}
        </span>
      ))}
    </>
  )
}

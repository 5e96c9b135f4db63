'use client'
// How does the link reach the other person? Copied, shared by the device, or shown as a code; always the whole of it, with
// the part after # that only browsers see.
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../parts/button.tsx'
import { QrLater } from '../../../parts/qr-later.tsx'
import { useWords } from '../../../words/use-words.ts'
import styles from './invite-link.module.css'

/** How long the button says that the link was copied. */
const COPIED_MS = 4000

export function InviteLink({ invite, say }: { invite: string | null; say: (sentence: string) => void }) {
  const { doorstep } = useWords()
  const link = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const [shares, setShares] = useState(false)
  const [code, setCode] = useState(false)

  useEffect(() => setShares(typeof navigator.share === 'function'), [])
  useEffect(() => {
    if (copied !== 'yes') return
    const timer = setTimeout(() => setCopied(null), COPIED_MS)
    return () => clearTimeout(timer)
  }, [copied])

  if (invite === null) return <p className={styles.hint}>{doorstep.waiting}</p>

  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('yes')
      say(doorstep.copied)
    } catch {
      // Without a secure context, or when the browser refuses: the link is selected, and the person copies it.
      setCopied('no')
      link.current?.select()
    }
  }

  return (
    <div className={styles.invite}>
      <p className={styles.hint}>{doorstep.invite}</p>
      <input
        ref={link}
        readOnly
        dir="ltr"
        aria-label={doorstep.linkLabel}
        value={invite}
        onFocus={event => event.currentTarget.select()}
        className={styles.link}
      />
      {copied === 'no' ? <p className={styles.hint}>{doorstep.copyYourself}</p> : null}
      <Button wide onClick={() => copy(invite)}>
        {copied === 'yes' ? (
          <>
            <svg aria-hidden="true" focusable="false" viewBox="0 0 16 16" className={styles.check}>
              <path d="M3 8.5 6.5 12 13 4.5" />
            </svg>
            {doorstep.copied}
          </>
        ) : (
          doorstep.copy
        )}
      </Button>
      <div className={styles.ways}>
        {shares ? (
          <Button
            look="link"
            onClick={() =>
              // Closing the device's sheet without sharing is no fault.
              navigator.share({ title: doorstep.shareTitle, text: doorstep.shareText, url: invite }).catch(() => {})
            }
          >
            {doorstep.share}
          </Button>
        ) : null}
        <Button look="link" aria-expanded={code} onClick={() => setCode(shown => !shown)}>
          {code ? doorstep.hideCode : doorstep.showCode}
        </Button>
      </div>
      {code ? <QrLater text={invite} label={doorstep.codeLabel} /> : null}
      <p className={styles.hint}>{doorstep.oneOnly}</p>
    </div>
  )
}

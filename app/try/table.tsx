'use client'
// What lies on the table? A frame that stays (where we are, settings, the end, one live region) and in it one panel for both.
import { useState } from 'react'
import type { LocalPage } from '../client/one-phone/local-page.ts'
import type { LocalSnapshot } from '../client/one-phone/local-room.ts'
import { useTitle } from '../client/page/use-room.ts'
import { Button } from '../parts/button.tsx'
import { Screen } from '../parts/screen.tsx'
import { SettingsButton } from '../parts/settings-button.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { Status } from '../parts/status.tsx'
import { useFocusRule } from '../parts/use-focus-rule.ts'
import { EdgeGlow } from '../sitting/edge-glow.tsx'
import frame from '../sitting/sitting.module.css'
import { useOnePhoneWords } from '../words/use-words.ts'
import { Fresh } from './parts/fresh.tsx'
import { offeredLines } from './parts/opened.tsx'
import { shown } from './shown.tsx'
import styles from './table.module.css'
import { TableMenu } from './table-menu.tsx'
import type { Gone } from './table-props.ts'
import { useSaid } from './use-said.ts'

export interface TableProps {
  page: LocalPage
  snapshot: LocalSnapshot
  onGone: (gone: Gone) => void
}

export function Table({ page, snapshot, onGone }: TableProps) {
  const words = useOnePhoneWords()
  const { leave, settings, site } = words
  const [over, setOver] = useState<'leave' | 'menu' | null>(null)
  const { views, texts } = snapshot
  const names = { a: views.a.seats.a?.name ?? '', b: views.a.seats.b?.name ?? '' }
  const endNow = () => onGone({ lines: [], isComplete: false })
  const props = { page, views, texts, names, view: views.a }
  const { key, place, panel } = shown(props, words, {
    letGo: () => onGone({ lines: offeredLines(texts.opened), isComplete: true }),
    askEnd: () => setOver('leave'),
  })
  const says = useSaid(views.a, names, words)

  useTitle(site.titleOf.replace('%s', place))
  useFocusRule(key)

  const isOver = views.a.stage === 'closed'
  return (
    <>
      <Screen
        place={place}
        className={frame.screen}
        side={
          <>
            <SettingsButton label={settings.open} onClick={() => setOver('menu')} />
            {isOver ? null : (
              <Button look="link" aria-haspopup="dialog" onClick={() => setOver('leave')} className={styles.end}>
                {leave.do}
              </Button>
            )}
          </>
        }
      >
        <Fresh key={key}>{panel}</Fresh>
      </Screen>
      <Sheet open={over === 'leave'} onClose={() => setOver(null)} heading={leave.heading}>
        <p>{leave.body}</p>
        <div className={styles.answers}>
          {/* Stay is the answer that changes nothing, so Enter pressed by mistake is that one. */}
          <Button look="quiet" autoFocus onClick={() => setOver(null)}>
            {leave.no}
          </Button>
          <Button onClick={endNow}>{leave.yes}</Button>
        </div>
      </Sheet>
      <TableMenu open={over === 'menu'} onClose={() => setOver(null)} page={page} view={views.a} />
      <EdgeGlow onRing={page.bell.onRing} />
      <Status says={says} />
    </>
  )
}

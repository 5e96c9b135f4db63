'use client'
// There is no way in: why, and what can a person do about it?
import type { RefusalCode } from '../../../../lib/wire/events.ts'
import type { FrameWords } from '../../../../lib/words/words.ts'
import { Button, ButtonLink } from '../../../parts/button.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { useFrame } from '../../../words/use-words.ts'

export interface Refusing {
  heading: string
  body?: string
  /** Another page that helps. */
  way?: { href: string; label: string }
  /** Whether trying once more can help. */
  again?: boolean
}

export function refusing(code: RefusalCode | 'no-crypto', { trouble, refusals }: FrameWords): Refusing {
  switch (code) {
    case 'full':
      return { ...trouble.full, way: { href: '/open', label: trouble.full.anew } }
    case 'gone':
    case 'closed':
      return { ...trouble.gone, way: { href: '/open', label: trouble.gone.anew } }
    case 'no-crypto':
      return trouble.oldBrowser
    case 'store-down':
      return { ...trouble.storeDown, again: true }
    case 'not-yours':
    case 'not-now':
    case 'not-allowed':
      return { heading: refusals[code] }
    default:
      return { heading: trouble.storeDown.heading, body: refusals[code], again: true }
  }
}

export function Refused({ heading, body, way, again, tryNow }: Refusing & { tryNow?: () => void }) {
  const { trouble } = useFrame()
  return (
    <Panel
      behind={<TwoBreaths near="apart" />}
      action={
        <>
          {again && tryNow ? (
            <Button wide onClick={tryNow}>
              {trouble.again}
            </Button>
          ) : null}
          {way ? (
            <ButtonLink href={way.href} wide>
              {way.label}
            </ButtonLink>
          ) : null}
          <ButtonLink href="/" look="link">
            {trouble.home}
          </ButtonLink>
        </>
      }
    >
      <Heading>{heading}</Heading>
      {body ? <Quiet>{body}</Quiet> : null}
    </Panel>
  )
}

export function OtherTab({ moveHere }: { moveHere: () => void }) {
  const { trouble } = useFrame()
  return (
    <Panel
      behind={<TwoBreaths near="one" />}
      action={
        <Button wide onClick={moveHere}>
          {trouble.otherTab.here}
        </Button>
      }
    >
      <Heading>{trouble.otherTab.heading}</Heading>
      <Quiet>{trouble.otherTab.body}</Quiet>
    </Panel>
  )
}

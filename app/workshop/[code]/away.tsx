'use client'
// Why is somebody not in the circle any more, or not here? One plain sentence, and the way that is open.
import type { CircleState } from '../../client/circle/circle-state.ts'
import { Button, ButtonLink } from '../../parts/button.tsx'
import { Heading } from '../../parts/heading.tsx'
import { Panel, Quiet } from '../../parts/panel.tsx'
import { TwoBreaths } from '../../parts/two-breaths.tsx'
import { useWorkshopWords } from '../../words/use-words.ts'

const NEAR = { out: 'apart', left: 'apart', refused: 'apart', elsewhere: 'one', closed: 'over' } as const

export interface AwayProps {
  state: Extract<CircleState, { at: 'out' | 'left' | 'elsewhere' | 'refused' | 'closed' }>
  onAgain: () => void
}

export function Away({ state, onAgain }: AwayProps) {
  const { away, circle } = useWorkshopWords()
  const { heading, body } = why()
  const again =
    state.at === 'elsewhere' ? away.elsewhere.here : state.at === 'refused' ? away.trouble.again : away.again
  const mayTry = state.at !== 'closed' && (state.at !== 'refused' || state.code !== 'no-crypto')
  return (
    <Panel
      behind={<TwoBreaths near={NEAR[state.at]} />}
      action={
        <>
          {mayTry ? (
            <Button wide look={state.at === 'left' ? 'quiet' : 'primary'} onClick={onAgain}>
              {again}
            </Button>
          ) : null}
          <ButtonLink href="/" look="link">
            {circle.home}
          </ButtonLink>
        </>
      }
    >
      <Heading>{heading}</Heading>
      <Quiet>{body}</Quiet>
    </Panel>
  )

  function why(): { heading: string; body: string } {
    switch (state.at) {
      case 'out':
      case 'left':
      case 'elsewhere':
        return away[state.at]
      case 'closed':
        return circle.closed
      case 'refused':
        return state.code === 'no-crypto' ? away.noCrypto : away.trouble
    }
  }
}

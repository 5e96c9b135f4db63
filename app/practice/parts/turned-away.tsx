// The way ended somewhere else than with a stranger: where, and what can be done?
import type { StrangerState } from '../../client/strangers/stranger-state.ts'
import { Button, ButtonLink } from '../../parts/button.tsx'
import { Heading } from '../../parts/heading.tsx'
import { Panel, Quiet } from '../../parts/panel.tsx'
import { TwoBreaths } from '../../parts/two-breaths.tsx'
import { HelpLine } from '../../strangers/help-line.tsx'
import { useLanguage, usePracticeWords } from '../../words/use-words.ts'

type Away = Extract<StrangerState, { at: 'missed' | 'stepped-back' | 'elsewhere' | 'barred' }>

export function TurnedAway({ state, onAgain }: { state: Away; onAgain: () => void }) {
  const { over } = usePracticeWords()
  const barred = useBarred()
  const says = {
    missed: over.missed,
    'stepped-back': over.steppedBack,
    elsewhere: over.elsewhere,
    barred: { heading: over.barredHeading, body: state.at === 'barred' ? barred(state) : '' },
  }[state.at]
  return (
    <>
      <Panel
        behind={<TwoBreaths near="apart" />}
        action={
          <>
            {state.at === 'barred' ? null : (
              <Button wide onClick={onAgain}>
                {state.at === 'elsewhere' ? over.elsewhere.here : over.again}
              </Button>
            )}
            <ButtonLink href="/" look="link">
              {over.home}
            </ButtonLink>
          </>
        }
      >
        <Heading>{says.heading}</Heading>
        <Quiet>{says.body}</Quiet>
      </Panel>
      <HelpLine />
    </>
  )
}

function useBarred(): (state: Extract<StrangerState, { at: 'barred' }>) => string {
  const { over, door } = usePracticeWords()
  const { locale } = useLanguage()
  return ({ why, until }) => {
    const when = (style: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, style).format(until ?? 0)
    switch (why) {
      case 'rest':
        return over.barred.rest(when({ timeStyle: 'short' }))
      case 'paused':
        return over.barred.paused
      case 'banned':
        return over.barred.banned(when({ dateStyle: 'long' }))
      case 'no-contact':
      case 'no-relay':
        return door.shut[why]
      case 'too-fast':
        return over.barred.often
      case 'no-crypto':
        return over.barred.seal
      default:
        return over.barred.other
    }
  }
}

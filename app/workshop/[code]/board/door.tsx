'use client'
// What is there for whoever has no key to this board? A plain screen that says why, and the way to come in as everybody does.
import { ButtonLink } from '../../../parts/button.tsx'
import { Beneath, Heading } from '../../../parts/heading.tsx'
import { Screen } from '../../../parts/screen.tsx'
import { useBoardWords } from '../../../words/use-words.ts'

export function BoardDoor({ why, code }: { why: 'no-key' | 'wrong' | 'gone'; code: string }) {
  const { door } = useBoardWords()
  const said = {
    'no-key': [door.keyHeading, door.keyBody],
    wrong: [door.wrongHeading, door.wrongBody],
    gone: [door.goneHeading, door.goneBody],
  }[why]
  return (
    <Screen
      from="middle"
      action={
        <>
          {why === 'gone' ? null : (
            <ButtonLink href={`/j/${code}`} wide>
              {door.join}
            </ButtonLink>
          )}
          <ButtonLink href="/workshop" look={why === 'gone' ? 'primary' : 'link'}>
            {door.anew}
          </ButtonLink>
        </>
      }
    >
      <Heading>{said[0]}</Heading>
      <Beneath>{said[1]}</Beneath>
    </Screen>
  )
}

'use client'
// What does a person see when a page of ours breaks? That it was not they, and a way to try again. The fault itself is for
// the log, and is not shown.
import { Breath } from './parts/breath.tsx'
import { Button, ButtonLink } from './parts/button.tsx'
import { Beneath, Heading } from './parts/heading.tsx'
import { Screen } from './parts/screen.tsx'
import { useLanguage } from './words/use-words.ts'

export default function WentWrong({ reset }: { error: Error; reset: () => void }) {
  const { wentWrong } = useLanguage()
  return (
    <Screen
      from="middle"
      action={
        <>
          <Button wide onClick={reset}>
            {wentWrong.again}
          </Button>
          <ButtonLink href="/" look="link">
            {wentWrong.home}
          </ButtonLink>
        </>
      }
    >
      <title>{wentWrong.title}</title>
      <Breath seat="a" size="alone" empty />
      <Heading>{wentWrong.heading}</Heading>
      <Beneath>{wentWrong.body}</Beneath>
    </Screen>
  )
}

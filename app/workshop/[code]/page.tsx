// What is at the address of a circle? Its code is handed over to the browser, and nothing else is: whoever fetches this page
// (a preview, a scanner) is none of its people. What is no code is taken to the field into which one is written.
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { codeFrom } from '../../../lib/circle/code.ts'
import { workshopFor } from '../../../lib/words/workshop.ts'
import { circlePath } from '../../client/circle/circle-code.ts'
import { LanguageChoice } from '../../parts/language-choice.tsx'
import { Screen } from '../../parts/screen.tsx'
import { ThemeChoice } from '../../parts/theme-choice.tsx'
import { requestLocale, requestWords } from '../../words/request-words.ts'
import { Circle } from './circle.tsx'
import { Looking } from './parts/looking.tsx'

interface Props {
  params: Promise<{ code: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { door } = workshopFor(await requestLocale())
  return { title: door.title, description: door.lead, robots: { index: false, follow: false } }
}

export default async function CirclePage({ params }: Props) {
  const given = decoded((await params).code)
  const code = codeFrom(given)
  if (!code) redirect(`/j?code=${encodeURIComponent(given)}`)
  if (code !== given) redirect(circlePath(code))
  const { look, trouble } = await requestWords()
  const { door, circle } = workshopFor(await requestLocale())
  const choices = (
    <>
      <LanguageChoice />
      <ThemeChoice words={look} />
    </>
  )
  // Made here, so that a phone in a full hall loads nothing for it.
  const screen = (body: string | null) => (
    <Screen side={choices}>
      <Looking heading={door.looking} body={body} isLate={body === null} />
    </Screen>
  )
  return (
    <>
      <noscript>{trouble.noScript}</noscript>
      <Circle code={code} choices={choices} looking={screen(null)} quiet={screen(circle.quiet)} />
    </>
  )
}

/** What cannot be read back is no code either. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

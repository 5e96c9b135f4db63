// Where does somebody come in who has a code and no link? Here is one field for it, which forgives small letters, spaces and dashes. A
// form of plain HTML: it works on the oldest phone in the hall, before and without any script.
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { codeFrom, spaced } from '../../lib/circle/code.ts'
import { workshopFor } from '../../lib/words/workshop.ts'
import { circlePath } from '../client/circle/circle-code.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import page from '../parts/form-page.module.css'
import { FrontFrame } from '../parts/front-frame.tsx'
import { Heading } from '../parts/heading.tsx'
import { requestLocale } from '../words/request-words.ts'
import styles from './j.module.css'

const TYPED_MOST = 40

export async function generateMetadata(): Promise<Metadata> {
  const { code } = workshopFor(await requestLocale())
  return { title: code.title, description: code.lead }
}

interface Props {
  /** `code`: what was typed. `unknown`: a code that no circle has. */
  searchParams: Promise<{ code?: string | string[]; unknown?: string | string[] }>
}

export default async function JoinPage({ searchParams }: Props) {
  const asked = await searchParams
  const typed = textOf(asked.code)
  const code = typed === null ? null : codeFrom(typed)
  if (code) redirect(circlePath(code))
  const { code: words } = workshopFor(await requestLocale())
  const unknown = codeFrom(textOf(asked.unknown) ?? '')
  const problem = unknown ? words.unknown : typed === null ? null : words.wrong
  return (
    <FrontFrame>
      <Heading>{words.heading}</Heading>
      <p className={page.lead}>{words.lead}</p>
      <form action="/j" method="get" className={page.form} noValidate>
        <Field
          label={words.field}
          hint={words.hint}
          problem={problem}
          name="code"
          inputMode="text"
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={TYPED_MOST}
          defaultValue={unknown ? spaced(unknown) : (typed ?? '')}
          autoFocus={problem !== null}
          className={styles.code}
        />
        <Button type="submit" wide>
          {words.button}
        </Button>
      </form>
    </FrontFrame>
  )
}

function textOf(given: string | string[] | undefined): string | null {
  const text = Array.isArray(given) ? given[0] : given
  return text === undefined ? null : text.slice(0, TYPED_MOST)
}

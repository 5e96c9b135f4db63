'use client'
// How does somebody come to a circle whose code stands on a wall? One field, which forgives small letters, spaces and dashes,
// and takes what was copied.
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { codeFrom } from '../../lib/circle/code.ts'
import { circlePath, groupsOf } from '../client/circle-code.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Heading } from '../parts/heading.tsx'
import { useWorkshopWords } from '../parts/use-words.ts'
import styles from './workshop.module.css'

export interface CodeFormProps {
  /** What was in the address, where it led to no circle. */
  given?: string
  /** It looks like a code, and no circle has it. */
  isUnknown?: boolean
}

export function CodeForm({ given = '', isUnknown = false }: CodeFormProps) {
  const { code: words } = useWorkshopWords()
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  const known = codeFrom(given)
  const [text, setText] = useState(known ? groupsOf(known).join(' ') : given.slice(0, 40))
  const [problem, setProblem] = useState<string | null>(isUnknown ? words.unknown : given ? words.wrong : null)

  useEffect(() => {
    if (problem) field.current?.focus()
  }, [problem])

  function submit(event: FormEvent) {
    event.preventDefault()
    const code = codeFrom(text)
    if (!code) return setProblem(words.wrong)
    // The one that is unknown already is looked for once more.
    if (code === known && isUnknown) return location.reload()
    router.push(circlePath(code))
  }

  return (
    <>
      <Heading>{words.heading}</Heading>
      <p className={styles.lead}>{words.lead}</p>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field
          ref={field}
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
          maxLength={40}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          className={styles.code}
        />
        <Button type="submit" wide>
          {words.button}
        </Button>
      </form>
    </>
  )
}

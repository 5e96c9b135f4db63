'use client'
// How is a plan kept for another time? As a small file, made and read on this device alone.
import { useRef, useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { useConvene } from '../../words/use-words.ts'
import styles from '../convene.module.css'
import type { Plan } from '../plan.ts'
import { FILE_MOST, planText, readPlan } from '../plan-text.ts'

export interface PlanFileProps {
  plan: Plan
  onLoad: (plan: Plan) => void
  say: (sentence: string) => void
}

export default function PlanFile({ plan, onLoad, say }: PlanFileProps) {
  const words = useConvene()
  const picker = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<{ text: string; isProblem: boolean } | null>(null)

  function save() {
    const url = URL.createObjectURL(new Blob([planText(plan)], { type: 'application/json' }))
    const link = Object.assign(document.createElement('a'), { href: url, download: words.fileName })
    link.click()
    URL.revokeObjectURL(url)
  }

  async function load(file: File | undefined) {
    if (!file) return
    const read = readPlan(file.size > FILE_MOST ? '' : await file.text().catch(() => ''))
    if (read.ok) onLoad(read.plan)
    const text = read.ok ? words.loaded : words.planProblems[read.why]
    setSaid({ text, isProblem: !read.ok })
    say(text)
  }

  return (
    <section aria-labelledby="plan" className={styles.plan}>
      <h2 id="plan" className={styles.legend}>
        {words.plan}
      </h2>
      <p className={styles.hint}>{words.planHint}</p>
      <div className={styles.files}>
        <Button look="quiet" onClick={save}>
          {words.save}
        </Button>
        <Button look="quiet" onClick={() => picker.current?.click()}>
          {words.load}
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={words.load}
          onChange={event => {
            void load(event.currentTarget.files?.[0])
            // The same file can be chosen again.
            event.currentTarget.value = ''
          }}
        />
      </div>
      {said ? <p className={said.isProblem ? styles.refused : styles.hint}>{said.text}</p> : null}
    </section>
  )
}

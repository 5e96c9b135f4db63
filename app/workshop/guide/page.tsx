// How does somebody guide a workshop well, before, during and after, and what do they say?
import type { Metadata } from 'next'
import { ButtonLink } from '../../parts/button.tsx'
import { FrontFrame } from '../../parts/front-frame.tsx'
import { Heading } from '../../parts/heading.tsx'
import reading from '../../parts/reading.module.css'
import { requestReading } from '../../words/request-words.ts'
import styles from './guide.module.css'

export async function generateMetadata(): Promise<Metadata> {
  const { guide } = await requestReading()
  return { title: guide.title, description: guide.lead }
}

interface Named {
  name: string
  says: string
}

function Part({ heading, intro, items }: { heading: string; intro?: string; items: Named[] }) {
  return (
    <section className={reading.section}>
      <h2>{heading}</h2>
      {intro ? <p className={styles.intro}>{intro}</p> : null}
      <dl className={reading.pairs}>
        {items.map(({ name, says }) => (
          <div key={name}>
            <dt className={reading.term}>{name}</dt>
            <dd className={reading.says}>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** In large letters, for whoever reads it from a table. */
function Aloud({ lines }: { lines: string[] }) {
  return (
    <div className={styles.aloud}>
      {lines.map(line => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}

export default async function Guide() {
  const { guide } = await requestReading()
  const { aloud } = guide
  return (
    <FrontFrame
      action={
        <ButtonLink href="/workshop" wide>
          {guide.open}
        </ButtonLink>
      }
    >
      <article className={reading.reading}>
        <Heading size="large">{guide.heading}</Heading>
        <p className={reading.lead}>{guide.lead}</p>
        <Part {...guide.before} />
        <section className={reading.section}>
          <h2>{aloud.heading}</h2>
          <p className={styles.intro}>{aloud.intro}</p>
          <Aloud lines={aloud.lines} />
          <h3>{aloud.backHeading}</h3>
          <Aloud lines={aloud.back} />
          <h3>{aloud.endHeading}</h3>
          <Aloud lines={aloud.end} />
        </section>
        <Part {...guide.during} />
        <Part {...guide.odd} />
        <Part {...guide.needed} />
        <Part {...guide.moved} />
        <Part {...guide.after} />
      </article>
    </FrontFrame>
  )
}

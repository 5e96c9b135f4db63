// How does a sitting go, why is it so, and who thought of it before us?
import type { Metadata } from 'next'
import { ButtonLink } from '../parts/button.tsx'
import { FrontFrame } from '../parts/front-frame.tsx'
import { Heading } from '../parts/heading.tsx'
import styles from '../parts/reading.module.css'
import { requestReading } from '../words/request-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { how } = await requestReading()
  return { title: how.title, description: how.lead }
}

interface Named {
  name: string
  says: string
}

function Pairs({ items }: { items: Named[] }) {
  return (
    <dl className={styles.pairs}>
      {items.map(item => (
        <div key={item.name}>
          <dt className={styles.term}>{item.name}</dt>
          <dd className={styles.says}>{item.says}</dd>
        </div>
      ))}
    </dl>
  )
}

function Sources({ items }: { items: Named[] }) {
  return (
    <ul className={styles.sources}>
      {items.map(item => (
        <li key={item.name}>
          <span className={styles.term}>{item.name}</span>
          <span className={styles.says}> · {item.says}</span>
        </li>
      ))}
    </ul>
  )
}

export default async function How() {
  const { how } = await requestReading()
  return (
    <FrontFrame
      action={
        <ButtonLink href="/open" wide>
          {how.open}
        </ButtonLink>
      }
    >
      <article className={styles.reading}>
        <Heading size="large">{how.heading}</Heading>
        <p className={styles.lead}>{how.lead}</p>
        <section className={styles.section}>
          <h2>{how.why.heading}</h2>
          {how.why.body.map(paragraph => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
        <section className={styles.section}>
          <h2>{how.sitting.heading}</h2>
          <p>{how.sitting.intro}</p>
          <ol className={styles.steps}>
            {how.sitting.steps.map(step => (
              <li key={step.name}>
                <span className={styles.term}>{step.name}</span>
                <span className={styles.says}>{step.says}</span>
              </li>
            ))}
          </ol>
        </section>
        <section className={styles.section}>
          <h2>{how.others.heading}</h2>
          <Pairs items={how.others.items} />
        </section>
        <section className={styles.section}>
          <h2>{how.clock.heading}</h2>
          {how.clock.body.map(paragraph => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
        <section className={styles.section}>
          <h2>{how.hard.heading}</h2>
          <Pairs items={how.hard.items} />
        </section>
        <section className={styles.section}>
          <h2>{how.sources.heading}</h2>
          <p>{how.sources.intro}</p>
          <Sources items={how.sources.practices} />
          <h3>{how.sources.studiesHeading}</h3>
          <Sources items={how.sources.studies} />
          <p className={styles.marks}>{how.sources.marks}</p>
        </section>
      </article>
    </FrontFrame>
  )
}

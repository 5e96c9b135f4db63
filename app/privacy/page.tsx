// What is sent, sealed and kept, for how long, and what can none of this protect from?
import type { Metadata } from 'next'
import { ButtonLink } from '../parts/button.tsx'
import { FrontFrame } from '../parts/front-frame.tsx'
import { Heading } from '../parts/heading.tsx'
import styles from '../parts/reading.module.css'
import { requestReading } from '../words/request-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { privacy } = await requestReading()
  return { title: privacy.title, description: privacy.lead }
}

export default async function Privacy() {
  const { privacy } = await requestReading()
  return (
    <FrontFrame
      action={
        <ButtonLink href="/open" wide>
          {privacy.open}
        </ButtonLink>
      }
    >
      <article className={styles.reading}>
        <Heading size="large">{privacy.heading}</Heading>
        <p className={styles.lead}>{privacy.lead}</p>
        {privacy.sections.map(section => (
          <section key={section.heading} className={styles.section}>
            <h2>{section.heading}</h2>
            <ul className={styles.plain}>
              {section.items.map(item => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </section>
        ))}
      </article>
    </FrontFrame>
  )
}

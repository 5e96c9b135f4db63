// What was let go? Both lines, risen out of the mist at one moment and read by both. Keeping is as welcome.
import { PAIR, type Person, type Texts } from '../../client/one-phone/local-texts.ts'
import { Breath } from '../../parts/breath.tsx'
import { classes } from '../../parts/class-names.ts'
import styles from '../../sitting/reveal.module.css'
import { useOnePhoneWords } from '../../words/use-words.ts'

export interface OpenedProps {
  opened: Texts['opened']
  names: Record<Person, string>
  /** They appear for the first time. */
  fresh?: boolean
}

/** The lines that were offered, as they go in the end. */
export function offeredLines(opened: Texts['opened']): string[] {
  return PAIR.flatMap(who => opened?.[who] ?? [])
}

export function Opened({ opened, names, fresh = false }: OpenedProps) {
  const { tell } = useOnePhoneWords()
  if (!opened) return null
  return (
    <div className={classes(styles.lines, fresh && styles.fresh)}>
      {PAIR.map(who => (
        <figure key={who} className={styles.line}>
          <figcaption className={classes(styles.who, styles[who])}>
            <Breath seat={who} size="mark" />
            <span>{names[who]}</span>
          </figcaption>
          {opened[who] === null ? (
            <p className={styles.kept}>{tell.kept(names[who])}</p>
          ) : (
            <blockquote className={styles.text}>{opened[who]}</blockquote>
          )}
        </figure>
      ))}
    </div>
  )
}

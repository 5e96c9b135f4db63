// Where is help that this place can't give? In a directory that others maintain, one press away on every screen of practice; and
// whom one can write to about this place, where its operator has said so.
import { classes } from '../parts/class-names.ts'
import { usePracticeWords } from '../words/use-words.ts'
import styles from './strangers.module.css'

/** Helplines of most countries, checked by those who maintain it (ThroughLine). */
const DIRECTORY = 'https://findahelpline.com/'

export function HelpLine({ contact = null }: { contact?: string | null }) {
  const { safety, door } = usePracticeWords()
  return (
    <div className={classes(styles.stack, styles.centred, styles.quiet)}>
      <a href={DIRECTORY} target="_blank" rel="noreferrer" className={styles.way}>
        {safety.help}
      </a>
      <p>{safety.helpHint}</p>
      {contact ? <p>{door.contact(contact)}</p> : null}
    </div>
  )
}

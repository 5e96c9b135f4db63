// Where are one's own settings? Behind three dots in the top line, in the same place on every screen of a sitting.
import styles from './round-button.module.css'

export function SettingsButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" aria-label={label} aria-haspopup="dialog" onClick={onClick} className={styles.button}>
      <svg aria-hidden="true" focusable="false" viewBox="-12 -12 24 24">
        <circle cx="-6" r="1.6" />
        <circle r="1.6" />
        <circle cx="6" r="1.6" />
      </svg>
    </button>
  )
}

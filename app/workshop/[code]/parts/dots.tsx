// Who is here? A circle of soft breaths, one for each, and nobody's name: the more there are, the smaller, up to a ring that is whole.
// Two layers breathe in turn; a layer moves as one, so that forty cost no more than two.
import { classes } from '../../../parts/class-names.ts'
import styles from './dots.module.css'

export interface DotsProps {
  count: number
  className?: string | undefined
}

const MOST = 40
const RADIUS = 100

export function Dots({ count, className }: DotsProps) {
  const shown = Math.min(MOST, Math.max(0, count))
  const size = Math.min(20, (RADIUS * 2.1) / Math.max(8, shown))
  const places = Array.from({ length: shown }, (_, n) => {
    const angle = (n / shown) * 2 * Math.PI - Math.PI / 2
    return { n, x: RADIUS * Math.cos(angle), y: RADIUS * Math.sin(angle) }
  })
  return (
    <span aria-hidden="true" className={classes(styles.dots, className)}>
      {[0, 1].map(layer => (
        <svg
          key={layer}
          aria-hidden="true"
          focusable="false"
          viewBox="-150 -150 300 300"
          className={classes(styles.layer, layer === 1 && styles.later)}
        >
          {places
            .filter(({ n }) => n % 2 === layer)
            .map(({ n, x, y }) => (
              <g key={n} className={layer === 0 ? styles.ember : styles.tide}>
                <circle cx={x} cy={y} r={size * 1.6} className={styles.mist} />
                <circle cx={x} cy={y} r={size * 0.62} className={layer === 0 ? styles.core : styles.rim} />
              </g>
            ))}
        </svg>
      ))}
    </span>
  )
}

// How does a phone's camera take up a link? A code, dark on white in both themes, since some cameras read no other. Draw
// a link that holds a secret in the browser only (`QrLater`): a page made on the server would carry the secret.
import { encode } from 'uqr'
import { classes } from './class-names.ts'
import styles from './qr.module.css'

export interface QrProps {
  text: string
  /** What the code is, for whoever can't see it. */
  label: string
  className?: string | undefined
}

/** Blank modules around the code, as ISO/IEC 18004 asks. */
const QUIET = 4

export default function Qr({ text, label, className }: QrProps) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={classes(styles.qr, className)}
    >
      <rect width={size} height={size} className={styles.light} />
      <path d={path} className={styles.dark} />
    </svg>
  )
}

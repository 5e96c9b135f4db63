'use client'
// The same code, drawn in the browser when it is first asked for: its 4 KB load with it, and a link's secret stays here.
import { lazy, Suspense } from 'react'
import { classes } from './class-names.ts'
import styles from './qr.module.css'
import type { QrProps } from './qr.tsx'

const Drawn = lazy(() => import('./qr.tsx'))

export function QrLater(props: QrProps) {
  return (
    <Suspense fallback={<div className={classes(styles.qr, props.className)} />}>
      <Drawn {...props} />
    </Suspense>
  )
}

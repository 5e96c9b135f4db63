'use client'
// What does somebody look like who wants to be seen? Within the circle of their breath, without an edge, coming out of the mist
// once it may be seen. Sound never comes from here.
import { useEffect, useRef } from 'react'
import { classes } from '../../../parts/class-names.ts'
import styles from './picture.module.css'

export interface PictureProps {
  stream: MediaStream
  label: string
  /** One's own is shown as in a mirror, small, in a corner. */
  own?: boolean
  className?: string | undefined
}

export function Picture({ stream, label, own = false, className }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const element = video.current
    if (!element) return
    element.srcObject = stream
    element.play().catch(() => {})
    return () => {
      element.srcObject = null
    }
  }, [stream])
  return (
    <video
      ref={video}
      muted
      playsInline
      autoPlay
      aria-label={label}
      className={classes(styles.picture, own && styles.own, className)}
    />
  )
}

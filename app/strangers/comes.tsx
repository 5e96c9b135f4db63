'use client'
// How does somebody who can't see it learn of what has just come, where they pressed? The focus goes to it, so that it is read to them:
// once, as it comes, and never again, however often what is around it is drawn anew.
import { type ReactNode, useEffect, useRef } from 'react'

export interface ComesProps {
  as?: 'p' | 'h2'
  id?: string
  className?: string | undefined
  children: ReactNode
}

export function Comes({ as: Tag = 'p', ...rest }: ComesProps) {
  const own = useRef<HTMLParagraphElement & HTMLHeadingElement>(null)
  useEffect(() => own.current?.focus(), [])
  return <Tag ref={own} tabIndex={-1} {...rest} />
}

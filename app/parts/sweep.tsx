'use client'
// What if somebody never came back to a room? What their device had of it goes when they come by here again.
import { useEffect } from 'react'
import { sweepDevice } from '../client/sweep-device.ts'

export function Sweep() {
  useEffect(() => sweepDevice(), [])
  return null
}

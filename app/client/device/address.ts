// What does the address bar say of a room? The link's secret stands behind #, which no browser sends anywhere. It stays
// there while the room is gathering, because people copy the address bar, and goes when the sitting begins.
import { isLinkSecret } from '../../../lib/seal/link-secret.ts'

export function secretInAddress(): string | null {
  const secret = window.location.hash.slice(1)
  return isLinkSecret(secret) ? secret : null
}

export function pathOf(room: string, secret: string | null): string {
  return secret === null ? `/r/${room}` : `/r/${room}#${secret}`
}

export function inviteOf(room: string, secret: string | null): string | null {
  return secret === null ? null : `${window.location.origin}${pathOf(room, secret)}`
}

/** Takes the secret out of the address, and of this entry of the tab's history. */
export function stripSecret(): void {
  if (!secretInAddress()) return
  // With no state of ours the page's router takes the new address for its own; otherwise it would write the old one back.
  window.history.replaceState(null, '', window.location.pathname + window.location.search)
}

/** Puts the secret that this page uses where another one stands. */
export function correctSecret(secret: string): void {
  if (secretInAddress() === secret) return
  window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}#${secret}`)
}

/** Calls back when a link with another secret than the known one is followed in this tab. Returns how to stop. */
export function onOtherSecret(known: () => string | null, other: () => void): () => void {
  const changed = () => {
    const secret = secretInAddress()
    if (secret !== null && secret !== known()) other()
  }
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

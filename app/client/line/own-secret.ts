// Which link's secret does this page seal with? The one in the address; but somebody who sits here already keeps the one that
// is known to be right, whatever address they were made to follow.
import { correctSecret, inviteOf, onOtherSecret, secretInAddress, stripSecret } from '../device/address.ts'
import { rememberedSecret, rememberSecret } from '../device/seat-memory.ts'

export function createOwnSecret(room: string) {
  let secret: string | null = null
  /** It was made here, or something that the other sealed with it has opened. */
  let isSure = false
  let isSeated = false

  return {
    now: () => secret,
    invite: () => inviteOf(room, secret),
    /** Decides, for whoever comes back to a seat and for whoever has none. */
    choose(hasSeat: boolean): void {
      const known = rememberedSecret(room)
      secret = hasSeat && known?.isSure ? known.secret : (secretInAddress() ?? known?.secret ?? null)
      isSure = (known?.isSure ?? false) && known?.secret === secret
    },
    /** This page has made it. */
    made(own: string): void {
      secret = own
      isSure = true
    },
    proven(): void {
      if (isSure || !secret) return
      isSure = true
      if (isSeated) rememberSecret(room, secret, true)
    },
    seated(): void {
      isSeated = true
      const known = rememberedSecret(room)
      // Another tab of this browser may sit here with the right one.
      if (secret && (isSure || !known?.isSure)) rememberSecret(room, secret, isSure)
      if (secret && secretInAddress()) correctSecret(secret)
    },
    /** The sitting has begun: a reload finds it elsewhere, so it need not stand in the address any more. */
    sitting(): void {
      if (rememberedSecret(room)?.secret === secret) stripSecret()
    },
    forget(): void {
      stripSecret()
      secret = null
      isSeated = false
    },
    /** A link with another secret was followed in this very tab, which by itself loads nothing. Returns how to stop. */
    watch(): () => void {
      return onOtherSecret(
        () => secret,
        () => {
          if (isSeated && isSure && secret) correctSecret(secret)
          // All that was begun with the old one is of no use.
          else window.location.reload()
        },
      )
    },
  }
}

export type OwnSecret = ReturnType<typeof createOwnSecret>

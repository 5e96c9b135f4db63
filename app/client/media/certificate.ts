// By which certificate does a page speak, and which one does a description name? A browser makes another for every connection
// unless it is given one; two strangers compare words that stand for both, so each page keeps to one for its whole room.

export interface OwnCertificate {
  certificate: RTCCertificate
  /** Its fingerprint, as a description names it. */
  print: string
}

/** Made anew for each room, so that nobody recognises a page from the room before. */
export async function createCertificate(): Promise<OwnCertificate> {
  // The type of the standard's own example; every browser has it.
  const how: EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-256' }
  const certificate = await RTCPeerConnection.generateCertificate(how)
  // Read where every browser writes it: `getFingerprints` came to some only in 2025.
  const draft = new RTCPeerConnection({ certificates: [certificate] })
  try {
    draft.createDataChannel('')
    const { sdp } = await draft.createOffer()
    const print = printIn(sdp ?? '')
    if (!print) throw new Error('no one fingerprint in an offer')
    return { certificate, print }
  } finally {
    draft.close()
  }
}

/** The one fingerprint that a description names, as `sha-256 0A:FF:…`; null where it names none, several, or one of another kind. */
export function printIn(sdp: string): string | null {
  const named = [...sdp.matchAll(/^a=fingerprint:(.*)$/gm)].map(([, value = '']) => value.trim())
  const prints = new Set(
    named.map(one => one.replace(/^(\S+)\s+(\S+)$/, (_, how, hex) => `${how.toLowerCase()} ${hex.toUpperCase()}`)),
  )
  const [print] = prints
  return prints.size === 1 && print?.startsWith('sha-256 ') ? print : null
}

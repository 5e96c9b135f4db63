// How does one path of sound and picture to one other browser come about, and how does it come again? Perfect negotiation over
// signals that may be lost: whatever has not come about after a while is tried anew, first on the same connection, then on a
// new one. Sound and picture have their places from the start, so that a track comes and goes without a word.
import type { Ms } from '../../../lib/protocol/room.ts'
import type { IceAnswer } from '../../../lib/wire/events.ts'
import type { PathSignal } from './signal.ts'

export type PathKind = 'audio' | 'video'

export interface PeerPorts {
  /** Gives way when two offers meet, and waits to be offered the first time. */
  polite: boolean
  /** The one certificate to speak by; null for another with each connection. */
  certificate: (() => Promise<RTCCertificate>) | null
  /** The servers by which to find a path; null when they could not be asked for. */
  ice(): Promise<IceAnswer | null>
  serverNow(): Ms
  send(signal: PathSignal): void
  /** What comes from the other. Not to be played without asking who has the floor. */
  came(track: MediaStreamTrack, kind: PathKind): void
  /** The path has come about, or is lost. */
  changed(): void
}

export interface Peer {
  take(signal: PathSignal): void
  /** What is sent from now on; null for nothing at all. */
  give(kind: PathKind, track: MediaStreamTrack | null): void
  isThere(): boolean
  /** How many pieces of sound have come so far. */
  pieces(): Promise<number>
  /** Mends what has to be mended; call it about once a second with `performance.now()`. */
  tend(now: Ms): void
  /** Our network may have changed. */
  mend(): void
  /** Begins anew. */
  renew(): void
  end(): void
}

/** A path that comes may take this long before it is tried again; one that was there is looked for sooner. */
const FIRST_MS = 6000
const PATIENCE: Partial<Record<RTCPeerConnectionState, Ms>> = { closed: 0, failed: 0, disconnected: 1000 }
const PATIENCE_MOST_MS = 15_000
/** So often the same connection is tried again before it is given up for a new one. */
const TRIES = 3
/** Credentials of a relay are renewed this long before they end. */
const RENEW_MS = 60_000
/** A renewal that came to nothing is tried again after this long. */
const RENEW_AGAIN_MS = 10_000

export function createPeer(ports: PeerPorts): Peer {
  const { polite, send } = ports
  const sent: Record<PathKind, MediaStreamTrack | null> = { audio: null, video: null }
  let turn = 0
  let path: RTCPeerConnection | null = null
  let isOffering = false
  let isIgnoring = false
  /** When the credentials of the relay are to be renewed, by the server's time. */
  let renewAt: Ms | null = null
  let tries = 0
  let dueAt: Ms | null = null
  let wasThere = false
  let isOver = false
  /** One thing after the other: a candidate that overtakes its description would be lost. */
  let doing: Promise<unknown> = Promise.resolve()
  const inTurn = (work: () => Promise<unknown>) => {
    doing = doing.then(() => (isOver ? undefined : work())).catch(() => {})
  }

  const isThere = () => path?.connectionState === 'connected'
  /** An offer whose answer was lost is settled anew, though sound still passes. */
  const isWell = () => isThere() && path?.signalingState === 'stable'

  async function configured(): Promise<RTCConfiguration | null> {
    const answer = await ports.ice()
    if (!answer) return null
    const certificate = await ports.certificate?.()
    renewAt = answer.expiresAt === null ? null : answer.expiresAt - RENEW_MS
    return {
      iceServers: answer.iceServers,
      iceTransportPolicy: answer.relayOnly ? 'relay' : 'all',
      // Sound and picture go one way. Else a browser that offers asks the relay for two at once, gives one of them back, and
      // has none where just the one for the sound was refused.
      bundlePolicy: 'max-bundle',
      ...(certificate && { certificates: [certificate] }),
    }
  }

  async function begin(next: number): Promise<void> {
    const configuration = await configured()
    if (!configuration || isOver || next <= turn) return
    path?.close()
    turn = next
    isOffering = false
    isIgnoring = false
    const own = new RTCPeerConnection(configuration)
    path = own
    own.onicecandidate = ({ candidate }) => send({ turn: next, candidate: candidate?.toJSON() ?? null })
    own.onnegotiationneeded = () => void offer(own)
    own.onconnectionstatechange = () => own === path && looked()
    own.ontrack = ({ track }) => ports.came(track, track.kind === 'video' ? 'video' : 'audio')
    if (polite) send({ turn: next, wants: 'offer' })
    else for (const kind of ['audio', 'video'] as const) own.addTransceiver(kind, { direction: 'sendrecv' })
    fill()
  }

  function looked(): void {
    if (isWell()) {
      tries = 0
      dueAt = null
    }
    const is = isThere()
    if (is === wasThere) return
    wasThere = is
    ports.changed()
  }

  async function offer(own: RTCPeerConnection): Promise<void> {
    try {
      isOffering = true
      await own.setLocalDescription()
      tell(own)
    } catch {
      // It was closed, or an offer of the other came first.
    } finally {
      isOffering = false
    }
  }

  function tell({ localDescription }: RTCPeerConnection): void {
    const { type, sdp } = localDescription ?? {}
    if (sdp && (type === 'offer' || type === 'answer')) send({ turn, description: { type, sdp } })
  }

  async function take(signal: PathSignal): Promise<void> {
    if (signal.turn > turn) await begin(signal.turn)
    const own = path
    if (!own || signal.turn !== turn) return
    if ('wants' in signal) return again(own)
    if ('description' in signal) return describe(own, signal.description)
    // The addresses of an offer that we did not take are nothing to us.
    await own.addIceCandidate(signal.candidate ?? undefined).catch(() => isIgnoring)
  }

  async function describe(own: RTCPeerConnection, { type, sdp }: RTCSessionDescriptionInit): Promise<void> {
    const meets = type === 'offer' && (isOffering || own.signalingState !== 'stable')
    isIgnoring = !polite && meets
    if (isIgnoring) return
    await own.setRemoteDescription({ type, ...(sdp !== undefined && { sdp }) })
    if (type === 'offer') {
      for (const transceiver of own.getTransceivers()) transceiver.direction = 'sendrecv'
      await own.setLocalDescription()
      tell(own)
    }
    fill()
    looked()
  }

  function fill(): void {
    for (const { sender, receiver } of path?.getTransceivers() ?? []) {
      const track = sent[receiver.track.kind === 'video' ? 'video' : 'audio']
      if (sender.track !== track) sender.replaceTrack(track).catch(() => {})
    }
  }

  /** Tries the same connection again. */
  function again(own: RTCPeerConnection): void {
    if (own.signalingState === 'have-local-offer') tell(own)
    else if (own.getTransceivers().length === 0) send({ turn, wants: 'offer' })
    else own.restartIce()
  }

  function tryAgain(now: Ms): void {
    const own = path
    const isHopeless = own?.connectionState === 'closed' || tries === TRIES
    tries = isHopeless ? 0 : tries + 1
    dueAt = now + (tries === 0 ? FIRST_MS : Math.min(PATIENCE_MOST_MS, 2 ** tries * 1000))
    inTurn(async () => (own && !isHopeless ? again(own) : begin(turn + 1)))
  }

  async function renewCredentials(own: RTCPeerConnection): Promise<void> {
    const configuration = await configured()
    if (!configuration || own !== path) return
    own.setConfiguration({ ...own.getConfiguration(), ...configuration })
    own.restartIce()
  }

  inTurn(() => begin(1))

  return {
    take: signal => inTurn(() => take(signal)),
    give(kind, track) {
      sent[kind] = track
      fill()
    },
    isThere,
    async pieces() {
      let count = 0
      const report = await path?.getStats().catch(() => null)
      report?.forEach(entry => {
        if (entry.type === 'inbound-rtp' && entry.kind === 'audio') count += Number(entry.packetsReceived) || 0
      })
      return count
    },
    tend(now) {
      if (isOver) return
      looked()
      const own = path
      if (isWell() && own) {
        const serverNow = ports.serverNow()
        if (renewAt === null || serverNow < renewAt) return
        renewAt = serverNow + RENEW_AGAIN_MS
        return inTurn(() => renewCredentials(own))
      }
      dueAt ??= now + (PATIENCE[own?.connectionState ?? 'new'] ?? FIRST_MS)
      if (now >= dueAt) tryAgain(now)
    },
    mend() {
      const own = path
      if (own) inTurn(async () => again(own))
    },
    renew() {
      tries = 0
      dueAt = null
      inTurn(() => begin(turn + 1))
    },
    end() {
      isOver = true
      path?.close()
      path = null
    },
  }
}

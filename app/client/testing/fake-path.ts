// What does a path between two browsers stand on in a test? A connection that comes about, breaks and counts as the test says.
import { vi } from 'vitest'

interface FakeTransceiver {
  direction: string
  sender: { track: unknown; replaceTrack(track: unknown): Promise<void> }
  receiver: { track: { kind: string } }
}

export class FakePath {
  static all: FakePath[] = []
  connectionState: RTCPeerConnectionState = 'new'
  signalingState: RTCSignalingState = 'stable'
  localDescription: { type: string; sdp: string } | null = null
  onicecandidate: (() => void) | null = null
  onnegotiationneeded: (() => void) | null = null
  onconnectionstatechange: (() => void) | null = null
  ontrack: ((event: { track: unknown }) => void) | null = null
  configuration: RTCConfiguration
  restarts = 0
  /** Pieces of sound that have come. */
  pieces = 0
  transceivers: FakeTransceiver[] = []

  constructor(configuration: RTCConfiguration) {
    this.configuration = configuration
    FakePath.all.push(this)
  }
  getConfiguration(): RTCConfiguration {
    return this.configuration
  }
  setConfiguration(next: RTCConfiguration): void {
    this.configuration = next
  }
  addTransceiver(kind: string, { direction }: { direction: string }): void {
    const sender: FakeTransceiver['sender'] = {
      track: null,
      async replaceTrack(track) {
        sender.track = track
      },
    }
    this.transceivers.push({ direction, sender, receiver: { track: { kind } } })
    queueMicrotask(() => this.signalingState === 'stable' && this.onnegotiationneeded?.())
  }
  getTransceivers(): FakeTransceiver[] {
    return this.transceivers
  }
  async setLocalDescription(): Promise<void> {
    const answers = this.signalingState === 'have-remote-offer'
    this.signalingState = answers ? 'stable' : 'have-local-offer'
    this.localDescription = { type: answers ? 'answer' : 'offer', sdp: 'v=0' }
  }
  async setRemoteDescription({ type }: { type: string }): Promise<void> {
    this.signalingState = type === 'offer' ? 'have-remote-offer' : 'stable'
  }
  async addIceCandidate(): Promise<void> {}
  restartIce(): void {
    this.restarts += 1
    this.onnegotiationneeded?.()
  }
  async getStats(): Promise<Map<string, object>> {
    return new Map([['in', { type: 'inbound-rtp', kind: 'audio', packetsReceived: this.pieces }]])
  }
  close(): void {
    this.connectionState = 'closed'
  }

  /** As the world has it. */
  become(state: RTCPeerConnectionState): void {
    this.connectionState = state
    this.onconnectionstatechange?.()
  }
  sound(): void {
    this.ontrack?.({ track: { kind: 'audio', enabled: true, readyState: 'live' } })
  }
}

/** The newest path that was made. */
export function newestPath(): FakePath {
  const path = FakePath.all.at(-1)
  if (!path) throw new Error('no path was made')
  return path
}

/** Undone by `vi.unstubAllGlobals()`. */
export function fakePaths(): void {
  FakePath.all = []
  vi.stubGlobal('RTCPeerConnection', FakePath)
}

/** Lets everything that is already settled run on. */
export async function settled(): Promise<void> {
  for (let turns = 0; turns < 5; turns += 1) await new Promise(resolve => setImmediate(resolve))
}

// Is the relay there? Asked as a browser's first packet asks it, for the address that it is seen at (a STUN binding, RFC 8489): that
// takes no credential, and allocates nothing.
import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { connect, isIP } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Ms } from '../../lib/protocol/room.ts'
import type { IceConfig } from '../ice.ts'
import type { Cancel, Clock } from '../ports.ts'
import type { Meter, Transport } from './meter.ts'

export interface RelayAddress {
  host: string
  port: number
  transport: Transport
}

export const LOOK_MS: Ms = 30_000
const PATIENCE_MS: Ms = 3_000
const ADDRESS = /^(turns?):(\[[^\]]+\]|[^:?]+)(?::(\d+))?(?:\?transport=(udp|tcp))?$/
const COOKIE = 0x2112a442
const HEADER_BYTES = 20
/** A binding's answer, be it that it was refused: whoever says so is there. */
const ANSWERS: readonly number[] = [0x0101, 0x0111]

/** How a relay is reached that browsers are sent to by this address; null for what is none, or is spoken to over DTLS. */
export function relayAddress(url: string): RelayAddress | null {
  const [, scheme, host, port, over] = ADDRESS.exec(url) ?? []
  if (scheme === undefined || host === undefined) return null
  if (scheme === 'turns' && over === 'udp') return null
  const plain = over === 'tcp' ? 'tcp' : 'udp'
  return {
    host: host.replace(/^\[|\]$/g, ''),
    port: Number(port ?? (scheme === 'turns' ? 5349 : 3478)),
    transport: scheme === 'turns' ? 'tls' : plain,
  }
}

/** Looks at once, and again and again until it is closed. One transport is up when all of its addresses are. */
export function watchRelay(
  { turn, servers }: Pick<IceConfig, 'turn' | 'servers'>,
  clock: Clock,
  meter: Pick<Meter, 'relay'>,
): { close(): void } {
  const urls = [...(turn?.urls ?? []), ...servers.flatMap(server => server.urls)]
  const addresses = urls.map(relayAddress).filter(address => address !== null)
  let cancel: Cancel = () => {}
  let isClosed = false

  async function look(): Promise<void> {
    const answers = await Promise.all(addresses.map(address => answersAt(address, clock)))
    if (isClosed) return
    for (const transport of new Set(addresses.map(address => address.transport)))
      meter.relay(
        transport,
        addresses.every((address, n) => address.transport !== transport || answers[n] === true),
      )
    cancel = clock.at(clock.now() + LOOK_MS, () => void look())
  }

  if (addresses.length > 0) void look()
  return {
    close() {
      isClosed = true
      cancel()
    },
  }
}

/** Whether a relay answers there soon. Never rejects. */
export function answersAt({ host, port, transport }: RelayAddress, clock: Clock): Promise<boolean> {
  const id = randomBytes(12)
  const ask = Buffer.alloc(HEADER_BYTES)
  ask.writeUInt16BE(0x0001, 0)
  ask.writeUInt32BE(COOKIE, 4)
  id.copy(ask, 8)
  const isAnswer = (message: Buffer) =>
    message.length >= HEADER_BYTES && ANSWERS.includes(message.readUInt16BE(0)) && message.subarray(8, 20).equals(id)

  return new Promise(resolve => {
    let end = () => {}
    const cancel = clock.at(clock.now() + PATIENCE_MS, () => told(false))
    function told(isUp: boolean): void {
      cancel()
      end()
      resolve(isUp)
    }
    if (transport === 'udp') {
      const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
      let isOpen = true
      end = () => {
        if (isOpen) socket.close()
        isOpen = false
      }
      socket.on('error', () => told(false))
      socket.on('message', message => isAnswer(message) && told(true))
      socket.send(ask, port, host, error => error && told(false))
      return
    }
    // A certificate that a browser would refuse is refused here too.
    const socket =
      transport === 'tls'
        ? connectTls({ host, port, servername: isIP(host) === 0 ? host : '' })
        : connect({ host, port })
    let heard = Buffer.alloc(0)
    end = () => socket.destroy()
    socket.on('error', () => told(false))
    socket.on('close', () => told(false))
    socket.on('data', more => {
      heard = Buffer.concat([heard, more])
      if (heard.length >= HEADER_BYTES) told(isAnswer(heard))
    })
    socket.write(ask)
  })
}

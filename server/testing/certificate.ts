// What does TLS in a test show a browser? A certificate for `localhost` that signs itself, good for a day, made on the spot: no
// key lies in the project, and no further program is needed. X.509 in DER (RFC 5280), by hand.
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

export interface OwnCertificate {
  certificate: string
  key: string
}

const SEQUENCE = 0x30
const SET = 0x31
/** ecdsa-with-SHA256, commonName, subjectAltName. */
const OIDS = { algorithm: '06082a8648ce3d040302', name: '0603550403', alternatives: '0603551d11' } as const
const HOST = 'localhost'
const DAY_MS = 86_400_000

function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}

const oid = (hex: string) => Buffer.from(hex, 'hex')
const time = (at: number) => {
  const [date = ''] = new Date(at).toISOString().slice(2).split('.')
  return der(0x17, Buffer.from(`${date.replace(/\D/g, '')}Z`))
}

export function ownCertificate(): OwnCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = der(SEQUENCE, oid(OIDS.algorithm))
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, oid(OIDS.name), der(0x0c, Buffer.from(HOST)))))
  const hosts = der(SEQUENCE, der(0x82, Buffer.from(HOST)), der(0x87, Buffer.from([127, 0, 0, 1])))
  const alternatives = der(SEQUENCE, der(SEQUENCE, oid(OIDS.alternatives), der(0x04, hosts)))
  const now = Date.now()
  const told = der(
    SEQUENCE,
    ...[der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, Buffer.from([1]), randomBytes(15)), algorithm, name],
    ...[der(SEQUENCE, time(now - DAY_MS), time(now + DAY_MS)), name],
    ...[publicKey.export({ type: 'spki', format: 'der' }), der(0xa3, alternatives)],
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', told, privateKey))
  const text = der(SEQUENCE, told, algorithm, signature).toString('base64').replace(/.{64}/g, '$&\n')
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`,
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  }
}

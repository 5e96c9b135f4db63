// What has a Redis used of a processor so far? In µs: its own work and the kernel's for it.
import type { RedisWire } from '../../server/testing/redis-wire.ts'

export async function redisCpu(wire: RedisWire): Promise<number> {
  const told = String(await wire.ask('INFO', 'cpu'))
  const part = (name: string) => Number(new RegExp(`used_cpu_${name}:([\\d.]+)`).exec(told)?.[1])
  const us = 1e6 * (part('sys') + part('user'))
  if (!Number.isFinite(us)) throw new Error('this Redis does not say what it uses')
  return us
}

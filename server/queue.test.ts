// Does each room do one thing at a time, without making another room wait?
import { expect, it } from 'vitest'
import { Busy, createQueue } from './queue.ts'

/** A promise that a test settles by hand. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { opened, open }
}

it('runs the tasks of one key one at a time and in order', async () => {
  const queue = createQueue()
  const seen: string[] = []
  let running = 0
  const task = (name: string) => async () => {
    expect(++running).toBe(1)
    seen.push(name)
    await new Promise(resolve => setImmediate(resolve))
    running--
    return name
  }
  const answers = await Promise.all(['one', 'two', 'three'].map(name => queue.run('room', task(name))))
  expect(seen).toEqual(['one', 'two', 'three'])
  expect(answers).toEqual(['one', 'two', 'three'])
})

it('does not make one key wait for another', async () => {
  const queue = createQueue()
  const stuck = gate()
  const slow = queue.run('a', () => stuck.opened)
  expect(await queue.run('b', () => 'done')).toBe('done')
  stuck.open()
  await slow
})

it('goes on after a task that failed, and gives the failure to its own caller only', async () => {
  const queue = createQueue()
  const failed = queue.run('room', () => {
    throw new Error('thrown at once')
  })
  const rejected = queue.run('room', () => Promise.reject(new Error('thrown later')))
  const after = queue.run('room', () => 'still here')
  await expect(failed).rejects.toThrow('thrown at once')
  await expect(rejected).rejects.toThrow('thrown later')
  expect(await after).toBe('still here')
})

it('forgets a key when its last task has settled', async () => {
  const queue = createQueue()
  const both = [queue.run('room', () => 1), queue.run('room', () => Promise.reject(new Error('no')))]
  expect(queue.size).toBe(1)
  await Promise.allSettled(both)
  await expect.poll(() => queue.size).toBe(0)
})

it('refuses a task when too many wait for the same key, and takes it once they are done', async () => {
  const queue = createQueue({ most: 2 })
  const stuck = gate()
  const first = queue.run('room', () => stuck.opened)
  const second = queue.run('room', () => 'second')
  const third = queue.run('room', () => 'never')
  await expect(third).rejects.toBeInstanceOf(Busy)
  await expect(third).rejects.toMatchObject({ code: 'busy' })
  expect(await queue.run('other', () => 'free')).toBe('free')
  stuck.open()
  await first
  expect(await second).toBe('second')
  expect(await queue.run('room', () => 'again')).toBe('again')
})

it('a task may wait for another key without a deadlock', async () => {
  const queue = createQueue()
  expect(await queue.run('a', () => queue.run('b', () => 'through'))).toBe('through')
})

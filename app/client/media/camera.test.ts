// Is a camera ever open that one of the two has not agreed to?
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createCamera } from './camera.ts'

let stopped = 0
let asked = 0
let opens: () => Promise<unknown>

beforeEach(() => {
  stopped = 0
  asked = 0
  const track = { kind: 'video', stop: () => stopped++ }
  opens = async () => ({ getTracks: () => [track], getVideoTracks: () => [track] })
  const getUserMedia = () => {
    asked += 1
    return opens()
  }
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } })
})
afterEach(() => void vi.unstubAllGlobals())

function two() {
  const given: unknown[] = []
  const told: boolean[] = []
  const camera = createCamera({ say: agrees => told.push(agrees), give: track => given.push(track), changed: () => {} })
  return { camera, given, told }
}

it('asking opens nothing, and agreeing opens it for the one who agrees', async () => {
  const { camera, given, told } = two()
  camera.agree()
  expect([camera.state(), asked, told]).toEqual(['asked', 0, [true]])
  camera.heard(true)
  await expect.poll(() => camera.own()).not.toBeNull()
  expect([camera.state(), asked]).toEqual(['on', 1])
  expect(given.at(-1)).toMatchObject({ kind: 'video' })
})

it('what the other wishes opens nothing by itself, however often', () => {
  const { camera } = two()
  for (let n = 0; n < 3; n += 1) camera.heard(true)
  expect([camera.state(), asked]).toEqual(['wanted', 0])
})

it.each(['mine', 'theirs', 'rest'] as const)('the first no closes it for both: %s', async whose => {
  const { camera, given, told } = two()
  camera.heard(true)
  camera.agree()
  await expect.poll(() => camera.own()).not.toBeNull()
  if (whose === 'mine') camera.withdraw()
  else if (whose === 'theirs') camera.heard(false)
  else camera.rest()
  expect([camera.state(), stopped, given.at(-1), camera.own()]).toEqual(['off', 1, null, null])
  expect(told).toEqual(whose === 'mine' ? [true, false] : [true])
  // An old yes is no yes.
  if (whose === 'theirs') camera.heard(true)
  expect(camera.state()).toBe(whose === 'theirs' ? 'wanted' : 'off')
})

it('a press says no and nothing else, and one can ask again at once', async () => {
  const { camera } = two()
  camera.agree()
  // A button gives what has pressed it.
  const onClick: (event: unknown) => void = camera.withdraw
  onClick({ type: 'click' })
  expect(camera.state()).toBe('off')
  camera.agree()
  expect(camera.state()).toBe('asked')
})

it('a camera that opens after it was taken back is closed at once', async () => {
  const { camera, given } = two()
  let open = (_: unknown) => {}
  opens = () => new Promise(resolve => (open = resolve))
  camera.agree()
  camera.heard(true)
  camera.withdraw()
  const track = { kind: 'video', stop: () => stopped++ }
  open({ getTracks: () => [track], getVideoTracks: () => [track] })
  await expect.poll(() => stopped).toBe(1)
  expect(given.every(one => one === null)).toBe(true)
})

it('a refused camera ends the wish of both, and a no is read until the next phase', async () => {
  const { camera, told } = two()
  opens = async () => Promise.reject(new Error('NotAllowedError'))
  camera.agree()
  camera.heard(true)
  await expect.poll(() => camera.state()).toBe('refused')
  expect(told).toEqual([true, false])
  camera.settle()
  expect(camera.state()).toBe('off')
  camera.agree()
  camera.heard(false)
  expect(camera.state()).toBe('declined')
})

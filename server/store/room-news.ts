// In which words is a commit told to other processes? By its mark and its body, on the channel of its room, which bears the name of
// the room's key.
import type { Bus, Kept, RoomStore } from '../ports.ts'

/** How a channel is called beside the keys of the store. */
export const inRedis = (name: string): string => `clearing:${name}`
export const roomChannel = (id: string): string => `room:{${id}}`

/** The first character tells a commit from everything else that is said about a room. */
const COMMIT = '='

export const commitTold = ({ commit, body }: Kept): string => `${COMMIT}${commit}\n${body}`

/** Null for what tells of no commit. */
export function commitHeard(text: string): Kept | null {
  if (!text.startsWith(COMMIT)) return null
  const end = text.indexOf('\n')
  return { commit: text.slice(COMMIT.length, end), body: text.slice(end + 1) }
}

/** A store whose commits are told once they are kept, for one that can't do both as one act. */
export function withNews(store: RoomStore, bus: Bus): RoomStore {
  const tell = (id: string, kept: Kept) => void bus.say(roomChannel(id), commitTold(kept))
  return {
    ...store,
    async swap(id, expected, next, ttlMs) {
      const answer = await store.swap(id, expected, next, ttlMs)
      if (answer.result === 'swapped') tell(id, next)
      return answer
    },
    async forget(id, tombstoneMs, last) {
      const answer = await store.forget(id, tombstoneMs)
      if (last) tell(id, last)
      return answer
    },
  }
}

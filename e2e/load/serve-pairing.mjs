// How does a lobby run in which a crowd waits? The parts of the site that bring people together and make their rooms, without
// sockets. Nobody waits beside somebody who fits, so a crowd is as large as people are kept apart: here they wait in queues of
// ten, each for one language and one medium, and all ten of a queue have met each other within the day. Who comes has met
// those ten too, and so passes them, and is brought together with the next who comes.
const EACH = 10
/** Whoever comes goes to one of so many queues, whether or not a crowd waits in it: a queue remembers its latest pairs. */
const BUSY = 100
/** As many queues are filled at a time: a store that is asked for more than it answers in its time is taken to be down. */
const AT_ONCE = 16
/** On a machine that is busy with other work the store may seem to be down for a while. */
const TRIES = 20
const REST_MS = 1_000
const DAY = 86_400_000
const MOST = 2_000_000

/** Two or three letters, as languages have. */
const language = n => [...String(n).padStart(3, '0')].map(digit => 'abcdefghij'[Number(digit)]).join('')

export async function start({ built, redis, crowd }) {
  const load = name => import(`${built}server/${name}.js`)
  const { createClock } = await load('clock')
  const { createDirector } = await load('director')
  const { createIds } = await load('ids')
  const { createLobby } = await load('lobby')
  const { createDocs } = await load('lobby-docs')
  const { createPeople } = await load('lobby-people')
  const { createQueues, queueKey } = await load('lobby-queues')
  const { createLog } = await load('log')
  const { connectStores } = await load('store/connect')
  const { createLobbyMemory } = await load('store/lobby-memory')
  const { createMemoryStore } = await load('store/memory')
  const { hashToken: hash } = await load('tokens')

  const clock = createClock()
  const stores = redis
    ? connectStores({ kind: 'tcp', url: redis }, clock)
    : { rooms: createMemoryStore(clock, { most: MOST }), lobby: createLobbyMemory(clock, { most: MOST }) }
  await stores.rooms.ready()
  const [ids, log] = [createIds(), createLog({ level: 'silent' })]
  const director = createDirector({ store: stores.rooms, clock, ids, log, tell: () => {}, hash })
  const docs = createDocs(stores.lobby, clock, ids)
  const people = createPeople(stores.lobby, docs, clock)
  const lobby = createLobby({ queues: createQueues(stores.lobby, docs, ids), people, director, clock, ids, log, hash })

  const queues = Array.from({ length: Math.max(BUSY, crowd / EACH) }, (_, n) => {
    const medium = n % 2 === 0 ? 'text' : 'voice'
    return { key: queueKey(medium, language(n >> 1)), medium, here: [] }
  })
  const wanted = ({ key: queue, medium }, device) => ({ queue, medium, device, name: 'Ann', key: null })

  async function newcomer(queue) {
    const device = ids.room()
    await Promise.all(queue.here.map(other => people.keepApart(device, other, 'met', DAY)))
    return device
  }

  async function joins(queue) {
    const device = await newcomer(queue)
    const silent = { waiting() {}, elsewhere() {}, paired() {} }
    if ((await lobby.wait(wanted(queue, device), silent)) !== 'ok') throw new Error('no place to wait')
    queue.here.push(device)
  }

  async function fill(queue) {
    for (let left = TRIES; queue.here.length < EACH; left--) {
      try {
        await joins(queue)
        left = TRIES
      } catch (error) {
        if (left === 0) throw error
        await new Promise(resolve => setTimeout(resolve, REST_MS))
      }
    }
  }
  const full = queues.slice(0, crowd / EACH)
  for (let n = 0; n < full.length; n += AT_ONCE) await Promise.all(full.slice(n, n + AT_ONCE).map(fill))

  /** Begins to wait; `inRoom` resolves when this one has come into the room that was made. */
  function comes(queue, device) {
    const inRoom = Promise.withResolvers ? Promise.withResolvers() : resolvers()
    const teller = {
      waiting() {},
      elsewhere: () => inRoom.reject(new Error('waits elsewhere')),
      async paired({ room, token }) {
        const out = await director.comeBack(room, { token, key: null, heard: null, present: () => [] }, () => {})
        if (out.ok) inRoom.resolve(room)
        else inRoom.reject(new Error(out.code))
      },
    }
    return { inRoom: inRoom.promise, waits: lobby.wait(wanted(queue, device), teller) }
  }

  let next = 0
  return {
    answers: {
      /** One pair after the other, in one queue after the other: ms from two who wait to both in the room. */
      each: async ({ pairs }) => {
        const took = []
        for (let n = 0; n < pairs; n++) {
          const queue = queues[next++ % BUSY]
          const [one, other] = [await newcomer(queue), await newcomer(queue)]
          const first = comes(queue, one)
          await first.waits
          const begun = performance.now()
          const second = comes(queue, other)
          const [room] = await Promise.all([first.inRoom, second.inRoom, second.waits])
          took.push(performance.now() - begun)
          director.unwatch(room)
        }
        return took
      },
      /** All come to one queue, so many at a time: ms in all. */
      rush: async ({ pairs, atOnce }) => {
        const devices = []
        for (let n = 0; n < 2 * pairs; n++) devices.push(await newcomer(queues[0]))
        const begun = performance.now()
        const one = async () => {
          for (let device = devices.pop(); device !== undefined; device = devices.pop()) {
            const { waits, inRoom } = comes(queues[0], device)
            await waits
            director.unwatch(await inRoom)
          }
        }
        await Promise.all(Array.from({ length: 2 * atOnce }, one))
        return performance.now() - begun
      },
    },
  }
}

function resolvers() {
  const made = {}
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }))
  return made
}

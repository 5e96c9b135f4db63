// When does a room look after its person's circle? Where this device is in one at all: everything of it is in a part of its own, which
// two friends never ask for. What is told before it is here it learns when it joins.
import type { Aboard, AboardPorts } from './circle-aboard.ts'
import { storedKeys } from './device-storage.ts'
import { CIRCLES } from './sweep-device.ts'

const AGAIN_MS = 2000

export function makeLateAboard(ports: AboardPorts): Aboard {
  let here: Aboard | null = null
  let hasEntered = false
  let isOver = false

  function load(): void {
    if (isOver) return
    import('./circle-aboard.ts').then(
      ({ makeAboard }) => {
        if (isOver) return
        here = makeAboard(ports)
        if (hasEntered) void here.entered()
        ports.changed()
      },
      () => setTimeout(load, AGAIN_MS),
    )
  }
  if (storedKeys('device', CIRCLES).length > 0) load()

  return {
    now: () => here?.now() ?? null,
    async entered() {
      hasEntered = true
      await here?.entered()
    },
    told: {
      circle: told => here?.told.circle(told),
      said: told => here?.told.said(told),
      paired: told => here?.told.paired(told),
    },
    goBack: closeness => here?.goBack(closeness),
    end() {
      isOver = true
      here?.end()
    },
  }
}

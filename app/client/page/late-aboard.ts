// When does a room look after its person's circle? Where this device is in one at all: everything of it is in a part of its own, which
// two friends never ask for. What is told before it is here it learns when it joins.
import type { Aboard, AboardPorts } from '../circle/circle-aboard.ts'
import { storedKeys } from '../device/device-storage.ts'
import { CIRCLES } from '../device/sweep-device.ts'
import { loadLater } from './load-later.ts'

export function createLateAboard(ports: AboardPorts): Aboard {
  let here: Aboard | null = null
  let hasEntered = false
  const stop =
    storedKeys('device', CIRCLES).length > 0 ? loadLater(() => import('../circle/circle-aboard.ts'), begin) : () => {}

  function begin({ createAboard }: { createAboard: (ports: AboardPorts) => Aboard }): () => void {
    const own = createAboard(ports)
    here = own
    if (hasEntered) void own.entered()
    ports.changed()
    return own.end
  }

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
    stay: () => here?.stay(),
    goBack: (closeness, line) => here?.goBack(closeness, line),
    end: stop,
  }
}

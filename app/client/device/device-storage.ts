// How does this device remember something small? In the two storages of the browser, either of which may be absent,
// full or forbidden: then nothing is remembered, and nothing breaks.

export type Where = 'device' | 'tab'

function storage(where: Where): Storage | null {
  try {
    return where === 'device' ? window.localStorage : window.sessionStorage
  } catch {
    return null
  }
}

/** What was stored under `key`, parsed; undefined when there is nothing, or nothing that can be read. */
export function readStored(where: Where, key: string): unknown {
  try {
    const text = storage(where)?.getItem(key)
    return text == null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Stores a value as JSON. Returns whether the device took it. */
export function writeStored(where: Where, key: string, value: unknown): boolean {
  const kept = storage(where)
  if (!kept) return false
  try {
    kept.setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function dropStored(where: Where, key: string): void {
  try {
    storage(where)?.removeItem(key)
  } catch {
    // What can't be written to holds nothing of ours either.
  }
}

/** The keys that begin with `prefix`. */
export function storedKeys(where: Where, prefix: string): string[] {
  try {
    const kept = storage(where)
    if (!kept) return []
    const keys = Array.from({ length: kept.length }, (_, at) => kept.key(at))
    return keys.filter(key => key?.startsWith(prefix)).map(String)
  } catch {
    return []
  }
}

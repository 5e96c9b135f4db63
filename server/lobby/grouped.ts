// How is something found by its own name and by what it belongs to, among thousands? A map that keeps its values in groups
// as well, so that whoever asks for one group looks at nobody else.

export interface Grouped<Key, Value> {
  get(key: Key): Value | undefined
  has(key: Key): boolean
  set(key: Key, value: Value): void
  delete(key: Key): void
  /** All of a group, in the order in which they were put in. */
  in(group: string): [Key, Value][]
  readonly size: number
}

/** `groupOf`: what a value belongs to; it must not change while the value is in here. */
export function createGrouped<Key, Value>(groupOf: (value: Value) => string): Grouped<Key, Value> {
  const values = new Map<Key, Value>()
  const groups = new Map<string, Map<Key, Value>>()

  function remove(key: Key): void {
    const value = values.get(key)
    if (value === undefined) return
    values.delete(key)
    const group = groups.get(groupOf(value))
    group?.delete(key)
    if (group?.size === 0) groups.delete(groupOf(value))
  }

  return {
    get: key => values.get(key),
    has: key => values.has(key),
    set(key, value) {
      remove(key)
      values.set(key, value)
      const group = groups.get(groupOf(value)) ?? new Map<Key, Value>()
      groups.set(groupOf(value), group.set(key, value))
    },
    delete: remove,
    in: group => [...(groups.get(group) ?? [])],
    get size() {
      return values.size
    },
  }
}

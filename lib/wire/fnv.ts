// Which number does a text give, the same in every browser and at every process? For what must only agree: no secret is kept by it.

/** FNV-1a of 32 bits (Fowler, Noll and Vo), over the codes of its characters, from 0 to 2³² − 1. Its low bits alone are uneven. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

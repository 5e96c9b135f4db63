// Which types does the bench see of blossom-peer.mjs?
export function heaviestMates(edges: (readonly [one: number, other: number, weight: number])[]): number[]

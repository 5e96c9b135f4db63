// What is the next release to be held to? What this one keeps, asks for and tells, lived through once and written down:
//   npx tsx e2e/setup/freeze-release.ts <name> [<folder of its tree>]
// From a tree of its own an earlier release lives by its own code. Once the next one has landed, the file before goes.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Frozen, lived, type Release } from '../../server/testing/release-life.ts'
import { scenes } from '../../server/testing/release-scenes.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const [name, tree = root] = process.argv.slice(2)
if (name === undefined || !/^[\w-]+$/.test(name))
  throw new TypeError('a name for the release is needed, such as its day')

const of = (path: string) => import(pathToFileURL(resolve(tree, 'server', path)).href)
const release: Release = {
  ...(await of('testing/house.ts')),
  ...(await of('testing/hand-clock.ts')),
  ...(await of('store/memory.ts')),
  ...(await of('store/lobby-memory.ts')),
}
const by = `Written by the code of the release of ${name}, and never changed by hand: see e2e/setup/freeze-release.ts.`
const frozen = await lived(release, by, scenes())
const file = fileURLToPath(new URL(`../../server/store/releases/${name}.json`, import.meta.url))
writeFileSync(file, inLines(frozen))
process.stdout.write(`${frozen.moments.length} moments, ${frozen.asks.length} asks: ${file}\n`)

/** One line for each moment, each ask and each telling, so that two releases can be laid side by side. */
function inLines({ by, moments, asks, told }: Frozen): string {
  const list = (all: readonly unknown[]) => `[\n${all.map(one => JSON.stringify(one)).join(',\n')}\n]`
  const fields = Object.entries(told).map(([name, paths]) => `${JSON.stringify(name)}: ${JSON.stringify(paths)}`)
  const parts = {
    by: JSON.stringify(by),
    moments: list(moments),
    asks: list(asks),
    told: `{\n${fields.join(',\n')}\n}`,
  }
  const named = Object.entries(parts).map(([name, text]) => `"${name}": ${text}`)
  return `{\n${named.join(',\n')}\n}\n`
}

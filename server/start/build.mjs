// Does the build belong to the sources as they are now? A hash of their contents, taken when a build began, is laid
// beside what that build made. Times of files are never asked: a checkout or a copy changes them, and git keeps none.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDERS = ['app', 'lib', 'server']
const FILES = ['next.config.js', 'package-lock.json', 'tsconfig.json']
/** What lies among the sources and changes nothing in a build: this folder of what operators are given, and such files. */
const OPERATORS = 'server/deploy'
const ASIDE = /(\.test\.tsx?|\.md|\.mjs|\.d\.mts|^\..*)$/

/** A hash over names and contents of everything that a build reads. The same on every machine for the same commit. */
export function sourcesHash(root) {
  const hash = createHash('sha256')
  for (const path of [...FOLDERS.flatMap(folder => filesIn(root, folder)), ...FILES].sort()) {
    const content = readFileSync(join(root, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** Whether both halves of the build, the pages' and the server's, were made to the end from these sources. */
export function isBuilt(root) {
  return (
    existsSync(join(root, '.next', 'BUILD_ID')) &&
    existsSync(join(root, 'dist', 'server', 'index.js')) &&
    existsSync(stamp(root)) &&
    readFileSync(stamp(root), 'utf8') === sourcesHash(root)
  )
}

/** Removes the types that a development server left: they would demand a page that has been taken away since. */
export function dropDevTypes(root) {
  rmSync(join(root, '.next', 'dev', 'types'), { recursive: true, force: true })
}

/** Before a build: takes the old one away, so that no file of it outlives its source, and notes what is being built. */
export function beginBuild(root) {
  const hash = sourcesHash(root)
  dropDevTypes(root)
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  mkdirSync(join(root, 'dist'))
  writeFileSync(`${stamp(root)}-begun`, hash)
}

/** After a build that succeeded. What was saved while it ran makes the next start build again. */
export function finishBuild(root) {
  renameSync(`${stamp(root)}-begun`, stamp(root))
}

const stamp = root => join(root, 'dist', '.clearing-build')

function filesIn(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name.startsWith('.') || path === OPERATORS ? [] : filesIn(root, path)
    return ASIDE.test(entry.name) ? [] : [path]
  })
}

// Is what package-lock.json asks for in node_modules? npm leaves its own record there, written only when an install has
// come to its end, so a half-done or older install is told from a good one, whoever made it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm, run } from './child.mjs'

/**
 * The places (`node_modules/…`) of packages that the lock wants and the record of the install lacks or has otherwise.
 * Optional ones don't count: they are the other platforms' binaries.
 * @param dev whether the packages that only building and testing need are wanted too
 */
export function lacking(lock, record, { dev }) {
  return Object.entries(lock.packages).flatMap(([place, wanted]) => {
    if (place === '' || wanted.optional || wanted.devOptional || (wanted.dev && !dev)) return []
    const found = record.packages?.[place]
    return found && found.version === wanted.version && found.integrity === wanted.integrity ? [] : [place]
  })
}

/** Whether nothing is lacking in the project at `root`. */
export function packagesAreThere(root, { dev }) {
  const record = readJson(join(root, 'node_modules', '.package-lock.json'))
  return record !== null && lacking(readJson(join(root, 'package-lock.json')), record, { dev }).length === 0
}

/** Installs exactly what the lock says, tools for building included, whatever NODE_ENV is. @returns {Promise<number>} npm's exit code */
export async function installPackages(root, { line }) {
  const [command, ...first] = npm()
  const { code } = await run(command, [...first, 'ci', '--include=dev', '--no-progress'], { cwd: root, line })
  return code
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

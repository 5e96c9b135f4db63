// What does a Dockerfile say, step by step, and which files may it take? As much of the language as ours uses; anything else
// is an error, so that nothing is passed over.
import { readdirSync } from 'node:fs'

const KNOWN = ['FROM', 'WORKDIR', 'ENV', 'COPY', 'RUN', 'USER', 'EXPOSE', 'STOPSIGNAL', 'HEALTHCHECK', 'CMD']

/** Its stages, in order: each with the image that it stands on, a name or none, and its steps. */
export function readDockerfile(text) {
  const lines = text.split('\n').filter(line => !/^\s*(#|$)/.test(line))
  const steps = lines
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n')
  const stages = []
  for (const step of steps) {
    const [, what = '', rest = ''] = /^([A-Z]+)\s+(.+)$/.exec(step) ?? []
    if (!KNOWN.includes(what)) throw new Error(`not a step that is known here: ${step}`)
    if (what === 'FROM') {
      const [, image, name = null] = /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(rest) ?? []
      if (image === undefined) throw new Error(`stands on nothing: ${step}`)
      stages.push({ image, name, steps: [] })
    } else if (stages.length === 0) throw new Error(`before any FROM: ${step}`)
    else stages.at(-1).steps.push({ what, ...detailOf(what, rest) })
  }
  return stages
}

function detailOf(what, rest) {
  if (what === 'COPY') {
    const words = rest.split(/\s+/)
    const from = words[0].startsWith('--from=') ? words.shift().slice('--from='.length) : null
    if (words.some(word => word.startsWith('--'))) throw new Error(`COPY with what is not known here: ${rest}`)
    return { rest, from, to: words.pop(), sources: words }
  }
  if (what === 'ENV') {
    const [, name, value] = /^(\w+)=(\S+)$/.exec(rest) ?? []
    if (name === undefined) throw new Error(`ENV is to be one NAME=value: ${rest}`)
    return { rest, name, value }
  }
  if (what === 'CMD') return { rest, command: JSON.parse(rest) }
  if (what === 'HEALTHCHECK') {
    const [, command] = /\bCMD\s+(\[.*\])$/.exec(rest) ?? []
    return { rest, command: JSON.parse(command) }
  }
  return { rest }
}

/** The last value that each `ENV` of a stage gives. */
export const environmentOf = stage =>
  Object.fromEntries(stage.steps.filter(({ what }) => what === 'ENV').map(({ name, value }) => [name, value]))

/** The last step of a kind in a stage, or undefined. */
export const lastStep = (stage, kind) => stage.steps.findLast(({ what }) => what === kind)

/** Whether a path of the context is kept out of it by a `.dockerignore`: the last pattern that it or a folder above it matches. */
export function isIgnored(patterns, path) {
  const above = path.split('/').map((_, n, parts) => parts.slice(0, n + 1).join('/'))
  let ignored = false
  for (const { matches, isTaken } of patterns) if (above.some(one => matches.test(one))) ignored = !isTaken
  return ignored
}

export function readIgnored(text) {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const isTaken = line.startsWith('!')
      const glob = (isTaken ? line.slice(1) : line).replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
      const inside = glob.replace(/\*\*\/|\*/g, star => (star === '*' ? '[^/]*' : '(?:.*/)?'))
      return { isTaken, matches: new RegExp(`^${inside}$`) }
    })
}

/** Every file at or below `path` that the context holds. */
export function contextFiles(top, path, patterns) {
  const entries = (() => {
    try {
      return readdirSync(`${top}/${path}`, { withFileTypes: true })
    } catch {
      return null
    }
  })()
  if (entries === null) return isIgnored(patterns, path) ? [] : [path]
  return entries
    .filter(({ name }) => name !== 'node_modules')
    .flatMap(entry => contextFiles(top, `${path}/${entry.name}`, patterns))
}

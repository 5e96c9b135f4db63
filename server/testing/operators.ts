// What do the files say that operators are given? Read as systemd would and as Fly would, and which settings the site knows.
import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

/** The names that the site's settings have. */
export const KNOWN: string[] = [
  ...readFileSync(new URL('../config.ts', import.meta.url), 'utf8').matchAll(/^ {4}([A-Z][A-Z_]+): optional\(/gm),
].flatMap(([, name]) => name ?? [])

/** The settings of a unit, or of a simple TOML: by section, each name with its values in order. */
export function sectionsOf(text: string): Record<string, Record<string, string[]>> {
  let here: Record<string, string[]> = {}
  const sections: Record<string, Record<string, string[]>> = { '': here }
  for (const line of text.split('\n')) {
    if (/^\s*(#|$)/.test(line)) continue
    const [, section] = /^\[+([\w.]+)\]+$/.exec(line) ?? []
    const [, name, value] = /^(\w+)\s*=\s*(.*)$/.exec(line) ?? []
    if (section !== undefined) {
      here = sections[section] ?? {}
      sections[section] = here
    } else if (name !== undefined && value !== undefined)
      here[name] = [...(here[name] ?? []), value.replace(/^'(.*)'$/, '$1')]
    else throw new Error(`not a line of such a file: ${line}`)
  }
  return sections
}

/**
 * What the process `instance` of a unit is given, as systemd.exec(5) has it: the unit's own lines, over them those of its file of
 * settings, and over these what its command sets.
 */
export function givenTo(unit: string, instance: string, settings: string): Record<string, string> {
  const { Environment = [], ExecStart = [] } = sectionsOf(unit).Service ?? {}
  const pairs = (words: string[]): Record<string, string> =>
    Object.fromEntries(words.filter(word => /^[A-Z_]+=/.test(word)).map(word => word.split(/=(.*)/s).slice(0, 2)))
  const its = (lines: string[]) => pairs(lines.join(' ').replaceAll('%i', instance).split(' '))
  return { ...its(Environment), ...(parseEnv(settings) as Record<string, string>), ...its(ExecStart) }
}

// What does a plain YAML file say? As much of YAML as a file of rules needs, and nothing that could be read in two ways: maps
// and lists by indentation, and values on one line that are taken as text. Whatever else stands there is refused.
export type Plain = string | Plain[] | { [key: string]: Plain }

interface Line {
  indent: number
  text: string
}

const KEY = /^([A-Za-z_][\w-]*):(?: (.+))?$/
/** A value that YAML would not read as the text that it looks like. */
const AMBIGUOUS = /^[\s"'&*!|>%@`{}[\],#?-]|: | #|:$/

/** Throws at the first line that is not plain. */
export function readPlainYaml(text: string): Plain {
  const lines = text
    .split('\n')
    .filter(line => line.trim() !== '' && !/^\s*#/.test(line))
    .map((line): Line => ({ indent: line.length - line.trimStart().length, text: line.trim() }))
  const value = readBlock(lines)
  if (lines.length > 0) throw new Error(`out of place: ${lines[0]?.text}`)
  return value
}

function readBlock(lines: Line[]): Plain {
  const [first] = lines
  if (first === undefined) throw new Error('nothing where something should stand')
  return first.text.startsWith('- ') ? readList(lines, first.indent) : readMap(lines, first.indent)
}

function readList(lines: Line[], indent: number): Plain[] {
  const list: Plain[] = []
  for (let [line] = lines; line?.indent === indent && line.text.startsWith('- '); [line] = lines) {
    // What stands behind the dash is the first line of a block of its own.
    lines[0] = { indent: indent + 2, text: line.text.slice(2) }
    list.push(readBlock(lines))
  }
  return list
}

function readMap(lines: Line[], indent: number): Record<string, Plain> {
  const map: Record<string, Plain> = {}
  for (let [line] = lines; line?.indent === indent; [line] = lines) {
    const [, key, value] = KEY.exec(line.text) ?? []
    if (key === undefined || Object.hasOwn(map, key)) throw new Error(`not plain: ${line.text}`)
    if (value !== undefined && AMBIGUOUS.test(value)) throw new Error(`not plain: ${line.text}`)
    lines.shift()
    if (value !== undefined) map[key] = value
    else if (lines[0] !== undefined && lines[0].indent > indent) map[key] = readBlock(lines)
    else throw new Error(`nothing below ${key}`)
  }
  return map
}

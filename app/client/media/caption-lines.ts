// Which words of what was written down are on the screen? The latest two lines and nothing before them. A line is as long as
// an eye takes in at once, and breaks where it broke before, so that words which stand do not jump.

/** As subtitles have it. */
const LINE_MOST = 42
const LINES = 2

export function latestLines(stretches: readonly string[]): string[] {
  return stretches.flatMap(linesOf).slice(-LINES)
}

function linesOf(stretch: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of stretch.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= LINE_MOST || line === '') line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return line === '' ? lines : [...lines, line]
}

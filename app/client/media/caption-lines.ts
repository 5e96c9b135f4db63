// Which words of what was written down are on the screen? The latest two lines and nothing before them. A line is as long as
// an eye takes in at once, and breaks where it broke before, so that words which stand do not jump.

/** As captions of broadcasts have it (CEA-608). The column of a phone is no wider: a longer line would break, and two be three. */
const LINE_MOST = 32
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

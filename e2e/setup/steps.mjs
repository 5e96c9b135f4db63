// Which checks make up `npm test`, in which order, and where does each leave its count?
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from '../../server/start/child.mjs'
import {
  countCheck,
  countLastLine,
  countPlaywright,
  countVitest,
  failedInPlaywright,
  failedInVitest,
} from './summary.mjs'

/**
 * Each step has a `name`, its `commands` (the next one only after one that ended well), perhaps an `env` to add,
 * `count(code, lines)`, which tells from how the last command ended and what was written how many passed and failed, and
 * perhaps `failed(lines)`: what of it should be read first.
 * @param {string} reports an empty folder for the runners' reports
 */
export function steps(reports, { colours }) {
  const vitestReport = join(reports, 'vitest.json')
  const playwrightReport = join(reports, 'playwright.json')
  return [
    {
      name: 'Types',
      // The pages' types, those of style sheets among them, are made and not kept in git.
      commands: [tool('next/dist/bin/next', 'typegen'), tool('typescript/bin/tsc', '--noEmit')],
      count: countCheck,
    },
    {
      name: 'Format and lint',
      commands: [
        tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--config-path=e2e/setup/lint.json', '.'),
      ],
      count: countCheck,
    },
    {
      name: 'Tests without a browser',
      commands: [
        tool(
          'vitest/vitest.mjs',
          ...['run', '-c', 'e2e/setup/vitest.config.ts', '--allowOnly=false'],
          ...['--reporter=dot', '--reporter=json', `--outputFile.json=${vitestReport}`],
        ),
      ],
      // It takes every CI for a screen with colours.
      env: colours ? {} : { NO_COLOR: '1' },
      count: code => countVitest(readJson(vitestReport), code),
      failed: () => failedInVitest(readJson(vitestReport)),
    },
    {
      name: 'Planted mistakes',
      commands: [[process.execPath, 'e2e/setup/mistakes.mjs']],
      count: (code, lines) => countLastLine(lines, code),
      failed: lines => lines.filter(line => /NOT CAUGHT|CAUGHT LATE|no longer there/.test(line)),
    },
    {
      name: 'Production build',
      commands: [[...npm(), 'run', 'build', '--silent', '--ignore-scripts=false']],
      env: { NODE_ENV: 'production' },
      count: countCheck,
    },
    {
      name: 'Tests in browsers',
      commands: [
        tool(
          '@playwright/test/cli.js',
          ...['test', '-c', 'e2e/playwright.config.ts', '--forbid-only', '--reporter=list,json'],
        ),
      ],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
      count: code => countPlaywright(readJson(playwrightReport), code),
      failed: () => failedInPlaywright(readJson(playwrightReport)),
    },
  ]
}

const tool = (script, ...args) => [process.execPath, join('node_modules', script), ...args]

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

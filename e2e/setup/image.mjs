// Does the Dockerfile make what it says, where there is no Docker? `npm run image` performs its very steps, each stage in a folder
// of its own, starts what came of it as somebody who can write to none of it, asks its health as Docker would, lets two people sit
// through a whole sitting, and tells it to end. The base image is this machine and its Node. It installs and builds, so it takes
// some minutes, and is not among `npm test`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endChildren, run } from '../../server/start/child.mjs'
import { contextFiles, environmentOf, lastStep, readDockerfile, readIgnored } from './dockerfile.mjs'
import { freePort } from './free-port.mjs'
import { isRoot } from './programs.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const say = text => process.stdout.write(`${text}\n`)
const FILE = join(root, 'server', 'deploy', 'Dockerfile')
const HEALTHY_MS = 30_000
const END_MS = 10_000

const stages = readDockerfile(readFileSync(FILE, 'utf8'))
const ignored = readIgnored(readFileSync(`${FILE}.dockerignore`, 'utf8'))
const top = mkdtempSync(join(tmpdir(), 'clearing-image-'))
chmodSync(top, 0o755)
process.on('exit', () => rmSync(top, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    endChildren()
    process.exit(1)
  })
}

for (const stage of stages) await make(stage)
const last = stages.at(-1)
say(`The image's folder has ${megabytes(await sizeOf(folderOf(last)))} MB`)
await live(last)
say('The image starts, is healthy, serves a whole sitting, and ends as it is told to')

function folderOf(stage) {
  return join(top, stage.name ?? 'image')
}

async function make(stage) {
  const folder = folderOf(stage)
  mkdirSync(folder)
  let place = folder
  for (const step of stage.steps) {
    if (step.what === 'WORKDIR') {
      place = join(folder, step.rest)
      mkdirSync(place, { recursive: true })
    } else if (step.what === 'COPY') copy(step, place)
    else if (step.what === 'RUN') {
      say(`${stage.name ?? 'image'}: ${step.rest}`)
      const lines = []
      const env = { PATH: process.env.PATH, HOME: top, ...environmentOf(stage) }
      const { code } = await run('/bin/sh', ['-c', step.rest], { cwd: place, env, line: line => lines.push(line) })
      if (code !== 0) giveUp(`${lines.slice(-30).join('\n')}\nThis step failed (${code}): ${step.rest}`)
    }
  }
}

function copy({ from, sources, to }, place) {
  const target = join(place, to)
  for (const source of sources) {
    if (from !== null) {
      const stage = stages.find(({ name }) => name === from)
      cpSync(join(folderOf(stage), source), target, { recursive: true, verbatimSymlinks: true })
      continue
    }
    const files = contextFiles(root, source, ignored)
    if (files.length === 0) giveUp(`There is nothing to copy: ${source}`)
    for (const file of files) {
      const inside = file === source ? (to.endsWith('/') ? file : '') : file.slice(source.length + 1)
      const path = join(target, inside)
      mkdirSync(dirname(path), { recursive: true })
      copyFileSync(join(root, file), path)
    }
  }
}

async function live(stage) {
  const place = join(folderOf(stage), lastStep(stage, 'WORKDIR').rest)
  const [uid, gid] = lastStep(stage, 'USER').rest.split(':').map(Number)
  const own = isRoot() ? { uid, gid } : {}
  const port = await freePort()
  const env = { PATH: process.env.PATH, ...environmentOf(stage), PORT: String(port) }
  // Nothing may be written where it stands, by whoever starts it; the mark of this moment tells.
  const before = await newestIn(place)
  const [command, ...args] = lastStep(stage, 'CMD').command
  const child = spawn(command, args, { cwd: place, env, ...own, stdio: ['ignore', 'pipe', 'pipe'] })
  process.on('exit', () => child.kill('SIGKILL'))
  const gone = once(child, 'exit')
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (said += text))
  await healthy(stage, { place, env, own, child, said: () => said })
  say(said.trim())
  const url = `http://127.0.0.1:${port}`
  for (const path of ['/', '/privacy', '/readyz', '/icons/icon-192.png']) {
    const { status } = await fetch(url + path)
    if (status !== 200) giveUp(`${path} was answered with ${status}`)
  }
  const lines = []
  const sitting = await run(process.execPath, [join(root, 'e2e/setup/sitting.mjs'), url], {
    line: text => lines.push(text),
  })
  if (sitting.code !== 0) giveUp(lines.join('\n'))
  say(lines.join('\n'))
  const began = performance.now()
  child.kill('SIGTERM')
  const [code, signal] = await gone
  if (code !== 0 || performance.now() - began > END_MS) giveUp(`It ended with ${signal ?? code}:\n${said}`)
  if ((await newestIn(place)) !== before) giveUp('It wrote where it stands')
}

/** Asks as Docker would, with the command of the image, until it is content. */
async function healthy(stage, { place, env, own, child, said }) {
  const [command, ...args] = lastStep(stage, 'HEALTHCHECK').command
  const until = performance.now() + HEALTHY_MS
  for (;;) {
    const asked = spawn(command, args, { cwd: place, env, ...own, stdio: 'ignore' })
    const [code] = await once(asked, 'exit')
    if (code === 0) return
    if (child.exitCode !== null || performance.now() > until) giveUp(`It is not healthy:\n${said()}`)
  }
}

async function newestIn(place) {
  const lines = []
  await run('find', [place, '-printf', '%T@ %p\\n'], { line: line => lines.push(line) })
  return lines.sort().at(-1) + lines.length
}

async function sizeOf(place) {
  let size = 0
  await run('du', ['-sk', place], { line: line => (size = Number.parseInt(line, 10) * 1024) })
  return size
}

function megabytes(bytes) {
  return Math.round(bytes / 1_000_000)
}

function giveUp(why) {
  process.stderr.write(`${why}\n`)
  endChildren()
  process.exit(1)
}

// What do npm's prebuild and postbuild run? `stamp.mjs begin` and `stamp.mjs finish`, so that a build made by hand counts
// as one that `npm start` made.
import { fileURLToPath } from 'node:url'
import { beginBuild, finishBuild } from './build.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
if (process.argv[2] === 'begin') beginBuild(root)
else finishBuild(root)

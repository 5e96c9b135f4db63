// Which mistakes must the tests never let pass? Each names a file, a piece of its text that occurs once, what it would
// wrongly say instead, what would then go wrong between people, and the tests that are to notice.
import { IN_ANSWERS } from './planted/asks.mjs'
import { AT_THE_BELL } from './planted/bell.mjs'
import { OF_BELONGING } from './planted/belonging.mjs'
import { ON_A_BOARD } from './planted/board.mjs'
import { IN_CAPSULES } from './planted/capsules.mjs'
import { IN_THE_CIRCLE } from './planted/circle.mjs'
import { OF_CLOSENESS } from './planted/closeness.mjs'
import { IN_OPERATION } from './planted/deploy.mjs'
import { OF_A_HALL_THAT_MOVES } from './planted/drain.mjs'
import { WHEN_THINGS_FAIL } from './planted/faults.mjs'
import { OF_FLOODS } from './planted/flood.mjs'
import { IN_A_FORM } from './planted/forms.mjs'
import { IN_REPORTS } from './planted/franking.mjs'
import { BETWEEN_FRIENDS } from './planted/friends.mjs'
import { IN_THE_HALL } from './planted/hall.mjs'
import { IN_THE_LOBBY } from './planted/lobby.mjs'
import { IN_RARE_WEATHER } from './planted/matrix.mjs'
import { IN_THE_METRICS } from './planted/metrics.mjs'
import { OF_WHAT_IS_MISSED } from './planted/missed.mjs'
import { ON_THE_MOVE } from './planted/move.mjs'
import { ON_ONE_PHONE } from './planted/one-phone.mjs'
import { OF_AN_OWN_LINE } from './planted/own-line.mjs'
import { ON_THE_WAY } from './planted/practice.mjs'
import { IN_THE_PROTOCOL } from './planted/protocol.mjs'
import { BEHIND_THE_PROXY } from './planted/proxy.mjs'
import { FROM_THE_LAST_RELEASE } from './planted/releases.mjs'
import { AT_SCALE } from './planted/scale.mjs'
import { IN_THE_SEALING } from './planted/sealing.mjs'
import { OF_SEATS } from './planted/seats.mjs'
import { IN_THE_SERVER } from './planted/server.mjs'
import { BETWEEN_PROCESSES } from './planted/several.mjs'
import { AT_SEVERAL_PROCESSES } from './planted/simulation.mjs'
import { BY_A_STEWARD } from './planted/steward.mjs'
import { AMONG_THREE } from './planted/trio.mjs'
import { IN_THE_VOICE } from './planted/voice.mjs'
import { BY_THE_WALL } from './planted/wall.mjs'
import { IN_A_WORKSHOP } from './planted/workshop.mjs'

/** @type {{wrong: string, file: string, text: string, instead: string, tests: string[]}[]} */
export const MISTAKES = [
  ...IN_THE_PROTOCOL,
  ...ON_THE_WAY,
  ...BETWEEN_PROCESSES,
  ...OF_WHAT_IS_MISSED,
  ...IN_CAPSULES,
  ...OF_SEATS,
  ...BETWEEN_FRIENDS,
  ...FROM_THE_LAST_RELEASE,
  ...ON_THE_MOVE,
  ...OF_A_HALL_THAT_MOVES,
  ...IN_THE_SERVER,
  ...OF_FLOODS,
  ...AT_SEVERAL_PROCESSES,
  ...IN_THE_LOBBY,
  ...IN_REPORTS,
  ...IN_THE_CIRCLE,
  ...IN_THE_VOICE,
  ...IN_A_WORKSHOP,
  ...IN_A_FORM,
  ...IN_ANSWERS,
  ...BY_A_STEWARD,
  ...AMONG_THREE,
  ...BY_THE_WALL,
  ...IN_THE_HALL,
  ...ON_A_BOARD,
  ...OF_BELONGING,
  ...IN_THE_SEALING,
  ...ON_ONE_PHONE,
  ...OF_AN_OWN_LINE,
  ...AT_THE_BELL,
  ...OF_CLOSENESS,
  ...IN_THE_METRICS,
  ...IN_OPERATION,
  ...BEHIND_THE_PROXY,
  ...AT_SCALE,
  ...WHEN_THINGS_FAIL,
  ...IN_RARE_WEATHER,
]

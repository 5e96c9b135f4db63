// Is what a facilitator, or somebody of a workshop, has sent what it claims to be?
// For the server only, as schemas.ts is.
import { z } from 'zod'
import { codeFrom } from '../circle/code.ts'
import { ROUND_IDS } from '../formats/formats.ts'
import { AUDIENCE_MOST, LINE_MOST, PROMPT_MOST, ROUNDS_MOST, SAID_MOST, TITLE_MOST } from './lengths.ts'
import { PLAIN } from './plain-text.ts'

const line = (most: number) => z.string().trim().max(most).regex(PLAIN)

const code = z
  .string()
  .max(40)
  .transform((typed, context) => {
    const read = codeFrom(typed)
    if (read !== null) return read
    context.addIssue({ code: 'custom', message: 'no code' })
    return z.NEVER
  })
const token = z.string().regex(/^[\w-]{43}$/)
const circle = z.string().regex(/^[\w-]{22}$/)
const person = z.string().regex(/^p\d{1,4}$/)
const step = z.int().min(1).max(7)
const round = z
  .int()
  .min(1)
  .max(ROUNDS_MOST * 10)
const two = z.tuple([person, person]).refine(([one, other]) => one !== other)

export const direct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('pair'), who: z.enum(['all', 'waiting', 'same']).optional() }),
  z.strictObject({ do: z.literal('begin') }),
  z.strictObject({ do: z.literal('hold') }),
  z.strictObject({ do: z.literal('resume') }),
  z.strictObject({ do: z.literal('more') }),
  z.strictObject({ do: z.literal('call-back'), seconds: z.int().min(5).max(600).nullable() }),
  z.strictObject({ do: z.literal('say'), text: line(SAID_MOST).min(1).nullable() }),
  z.strictObject({ do: z.literal('fix'), people: two, off: z.boolean().optional() }),
  z.strictObject({ do: z.literal('apart'), people: two, off: z.boolean().optional() }),
  z.strictObject({ do: z.literal('remove'), person }),
  z.strictObject({ do: z.literal('reflect'), person, off: z.boolean().optional() }),
  z.strictObject({ do: z.literal('attend'), room: z.int().min(1).max(1000) }),
  z.strictObject({ do: z.literal('knock'), room: z.int().min(1).max(1000), off: z.boolean().optional() }),
  z.strictObject({ do: z.literal('take-down'), line: circle }),
  z.strictObject({ do: z.literal('late'), late: z.enum(['finish', 'catch-up']) }),
  z.strictObject({ do: z.literal('close') }),
])

export const circleAsks = (name: z.ZodString) => ({
  convene: z.strictObject({
    title: line(TITLE_MOST).min(1),
    audience: line(AUDIENCE_MOST).optional(),
    format: z.strictObject({
      id: z.enum(ROUND_IDS),
      minutes: z.number().min(1).max(180).optional(),
    }),
    medium: z.enum(['together', 'text', 'voice']),
    odd: z.enum(['trio', 'facilitator', 'rest']),
    late: z.enum(['finish', 'catch-up']).optional(),
    left: z.enum(['wait', 'reflect']).optional(),
    prompts: z.array(line(PROMPT_MOST)).max(ROUNDS_MOST),
  }),
  join: z.union([z.strictObject({ code, name }), z.strictObject({ code, token })]),
  unjoin: z.undefined(),
  give: z.strictObject({
    round,
    before: step.optional(),
    after: step.optional(),
    heard: z.boolean().optional(),
  }),
  offer: z.strictObject({ round, text: line(LINE_MOST).min(1) }),
  watch: z.strictObject({ code }),
  facilitate: z.strictObject({ circle, key: token }),
  direct,
})

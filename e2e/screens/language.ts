// In which language is the product walked? In English, but where `npm run shots` was asked for another.
import { localeOf } from '../../lib/words/locale.ts'

const asked = process.env.WALK_LANGUAGE ?? 'en'
const found = localeOf(asked)
if (!found) throw new Error(`nothing has been written in "${asked}"`)

export const language = found

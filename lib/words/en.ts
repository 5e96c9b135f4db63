// What does the product say in English? Every sentence of a screen stands here or in a part named here; the two long pages
// to read are in `reading.ts`.
import { frame } from './en/frame.ts'
import { home, look, notFound, site, wentWrong } from './en/front.ts'
import { open } from './en/open.ts'
import { sitting } from './en/sitting.ts'

export const en = { ...frame, ...sitting, site, home, look, notFound, wentWrong, open }

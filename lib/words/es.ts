// What does the product say in Spanish? Every sentence of a screen stands here or in a part named here; the two long pages
// to read are in `reading.ts`.
import { frame } from './es/frame.ts'
import { home, look, notFound, site, wentWrong } from './es/front.ts'
import { open } from './es/open.ts'
import { sitting } from './es/sitting.ts'

export const es = { ...frame, ...sitting, site, home, look, notFound, wentWrong, open }

// Which words does the page need on which two people share one phone? Its own, and the few that every sitting has.
import { look, site } from './front.ts'
import { menu } from './menu.ts'
import { onePhone } from './one-phone.ts'
import { sittings } from './sittings.ts'
import { time } from './time.ts'

export const table = { ...onePhone, look, site, settings: menu, sittings, time }

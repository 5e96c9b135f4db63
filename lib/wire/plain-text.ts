// Which characters have no place in a name, or in a line that others read? Control, invisible and direction characters can make one
// name look like another, or a line run backwards. The two joiners stay: Persian names and many emoji are written with them. Letters
// that nobody sees (fillers, an empty pattern of Braille) go too: a name of them is none.
const DIRECTIONS = String.raw`\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069`
const UNSEEN = String.raw`\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u2800\u3164\ufeff\uffa0`
const UNPLAIN_ONES = String.raw`\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}${DIRECTIONS}${UNSEEN}`

/** A text that has none of them. */
export const PLAIN = new RegExp(`^[^${UNPLAIN_ONES}]*$`, 'u')
/** Each row of them, to be replaced. */
export const UNPLAIN = new RegExp(`[${UNPLAIN_ONES}]+`, 'gu')

/** A name is read by others: something of it can be seen, and no heap of marks stands over the lines above it. */
export const LEGIBLE = /^(?!.*\p{M}{7}).*[\p{L}\p{N}\p{P}\p{S}]/su

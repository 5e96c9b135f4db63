// Which characters have no place in a name, or in a line that others read? Control, invisible and direction characters can make one
// name look like another, or a line run backwards. The two joiners stay: Persian names and many emoji are written with them.
const UNPLAIN_ONES = String.raw`\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff`

/** A text that has none of them. */
export const PLAIN = new RegExp(`^[^${UNPLAIN_ONES}]*$`, 'u')
/** Each row of them, to be replaced. */
export const UNPLAIN = new RegExp(`[${UNPLAIN_ONES}]+`, 'gu')

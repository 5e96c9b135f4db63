// How much may somebody write, and how much of it may there be? In characters, as a field of a browser counts them: both ends hold to it.

/** A person's own name. */
export const NAME_MOST = 40
/** What is written beside a report, and how many sentences it may show. */
export const REPORT_MOST = 500
export const SHOWN_MOST = 20

/** Of a workshop: its title, for whom it is, what is asked in a round, and how many rounds are planned. */
export const TITLE_MOST = 80
export const AUDIENCE_MOST = 120
export const PROMPT_MOST = 200
export const ROUNDS_MOST = 30
/** What a facilitator says to everybody, and a line that somebody offers to the wall. */
export const SAID_MOST = 200
export const LINE_MOST = 200

// What if somebody sets the clock of the machine on which a process runs, or it was wrong from the start? Loaded before the process, this
// moves its date and nothing else: timers and `performance.now()` go on as they do when a real clock is set.
// By DATE_AHEAD, in ms, from the start; and at each SIGWINCH, which nothing else heeds, to the next of DATE_STEPS, a list of the same.
const TrueDate = Date
const steps = (process.env.DATE_STEPS ?? '').split(' ').filter(Boolean).map(Number)
let ahead = Number(process.env.DATE_AHEAD ?? 0)
const now = () => TrueDate.now() + ahead

globalThis.Date = new Proxy(TrueDate, {
  get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
  construct: (date, given, by) => Reflect.construct(date, given.length === 0 ? [now()] : given, by),
  apply: () => new TrueDate(now()).toString(),
})

process.on('SIGWINCH', () => {
  ahead = steps.shift() ?? ahead
  process.stdout.write(`its date is ${ahead} ms ahead\n`)
})

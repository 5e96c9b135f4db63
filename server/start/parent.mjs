// What if npm is told to end? It passes the word to the shell between us, which dies of it and tells nobody; we would go
// on as an orphan. So, when npm started us, an adoption by another parent is taken for the SIGTERM that was meant.

/** Looks for the change of parent until the process ends, and keeps no process alive for it. */
export function endWithNpm(env = process.env, lookEveryMs = 500) {
  if (env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const { ppid } = process
  const look = setInterval(() => {
    if (process.ppid === ppid) return
    clearInterval(look)
    process.kill(process.pid, 'SIGTERM')
  }, lookEveryMs)
  look.unref()
}

// Whose settings keep a microphone closed? Just enough of the browser's name to say where they are; nothing else depends on it.

const BROWSERS = ['chrome', 'safari', 'firefox', 'ios', 'android'] as const
type Browser = (typeof BROWSERS)[number]

/** `touches`: `navigator.maxTouchPoints`. An iPad calls itself a Mac, and no Mac has a touch screen. */
export function whichBrowser(agent: string, touches: number): Browser {
  if (/iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && touches > 1)) return 'ios'
  if (/Android/.test(agent)) return 'android'
  if (/Firefox\//.test(agent)) return 'firefox'
  return /Safari\//.test(agent) && !/Chrome\/|Chromium\/|Edg\//.test(agent) ? 'safari' : 'chrome'
}

// Light, dark, or as the device says; moving or still: what was chosen here, and how the first paint knows it.

export type Theme = 'system' | 'light' | 'dark'

const KEY = 'clearing.theme'
/** Where app/client/device/settings.ts keeps the rest, stillness among it. */
const SETTINGS_KEY = 'clearing.settings'

/** Runs before the first paint, so that nothing flashes. Without a memory, or without scripts, the system decides. */
export const THEME_SCRIPT = `try{const t=localStorage.getItem('${KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t;if(JSON.parse(localStorage.getItem('${SETTINGS_KEY}'))?.still===true)document.documentElement.dataset.still='true'}catch{}`

/** The theme chosen on this device. Browser only. */
export function rememberedTheme(): Theme {
  const theme = document.documentElement.dataset.theme
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** Shows a theme and remembers it where the device allows that. Browser only. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // A device that remembers nothing still shows the choice until the page is closed.
  }
}

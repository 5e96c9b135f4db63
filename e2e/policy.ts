// Did a page try what its content policy forbids? Every page of a browser is listened to, whoever opened it.
import type { Browser } from '@playwright/test'

const MARK = 'against the policy:'

/** Writes down each violation in any page that this browser opens from now on, in the list that is returned. */
export function keepsToPolicy(browser: Browser): string[] {
  const violations: string[] = []
  browser.on('context', context => {
    // Before any script of the page, and sent before whoever made the context can open one.
    void context.addInitScript(mark => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
        // biome-ignore lint/suspicious/noConsole: what a page has to tell a test by, without a name of its own in the page
        console.error(mark, effectiveDirective, blockedURI, sample)
      })
    }, MARK)
    context.on('console', message => {
      if (message.text().startsWith(MARK)) violations.push(message.text().slice(MARK.length).trim())
    })
  })
  return violations
}

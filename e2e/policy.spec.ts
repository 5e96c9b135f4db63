// Does a browser hold our pages to their content policy, and would a test notice a page that does not keep to it?
import { expect, test } from './house.ts'
import { words } from './people.ts'

const { home } = words

/** What each attempt in the page came to: nothing, or the name of the error that stopped it. */
const ATTEMPTS = {
  'markup from text': () => {
    document.createElement('div').innerHTML = '<b>bold</b>'
  },
  'a document from text': () => {
    new DOMParser().parseFromString('<b>bold</b>', 'text/html')
  },
  'a script from text': () => {
    document.createElement('script').text = 'window.ran = true'
  },
  'a script from elsewhere': () => {
    document.createElement('script').src = 'https://elsewhere.example/a.js'
  },
  'a script of ours that was never built': () => {
    document.createElement('script').src = '/r/../api/a.js'
  },
  'a worker from a blob': () => {
    new Worker(URL.createObjectURL(new Blob(['1'])))
  },
  'a second policy': () => {
    const { trustedTypes } = window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
    trustedTypes.createPolicy('lenient', { createHTML: (text: string) => text })
  },
  'the same policy anew': () => {
    const { trustedTypes } = window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
    trustedTypes.createPolicy('default', { createHTML: (text: string) => text })
  },
} satisfies Record<string, () => void>

for (const [what, attempt] of Object.entries(ATTEMPTS)) {
  test(`a page is kept from making ${what}, and the attempt would fail its test`, async ({ page, violations }) => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(violations).toEqual([])
    // As a script of the page would: what a test evaluates there is not exempt.
    const stopped = await page.evaluate(
      `(() => { try { (${attempt})(); return null } catch (error) { return error.name } })()`,
    )
    expect(stopped).toBe('TypeError')
    await expect.poll(() => violations.length).toBeGreaterThan(0)
    expect(violations.join('\n')).toMatch(/^(require-trusted-types-for|trusted-types|script-src) /)
    violations.length = 0
  })
}

test('every page goes on from page to page with its policy in force, and loads what comes late', async ({ page }) => {
  const policies = new Map<string, string>()
  page.on('response', async response => {
    if (response.request().resourceType() !== 'document') return
    policies.set(new URL(response.url()).pathname, (await response.headerValue('content-security-policy')) ?? '')
  })
  const paths = [
    '/',
    '/how',
    '/privacy',
    '/open',
    '/try',
    '/practice',
    '/workshop',
    '/workshop/guide',
    '/j',
    '/nowhere',
  ]
  for (const path of paths) await page.goto(path, { waitUntil: 'networkidle' })
  expect([...policies.keys()].sort()).toEqual(paths.sort())
  for (const [path, policy] of policies) {
    // The bare page for what is not there joins our layout, and with it the policy for scripts, only in the browser.
    const trusted = "require-trusted-types-for 'script'; trusted-types default"
    expect([path, policy.includes(trusted)]).toEqual([path, path !== '/nowhere'])
    expect(policy, path).toContain("'strict-dynamic'")
    expect(policy, path).not.toContain('unsafe')
  }
  await page.goto('/')
  await page.getByRole('link', { name: home.how }).click()
  await page.waitForURL('/how')
})

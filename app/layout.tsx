// What surrounds every page? The language, the two faces, the theme that was chosen on this device. Reading the request's
// headers here makes all pages anew for each request, which the nonce of the content policy needs.
import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { directionOf } from '../lib/words/locale.ts'
import { wordsFor } from '../lib/words/words.ts'
import './globals.css'
import { THEME_SCRIPT } from './parts/theme-memory.ts'
import { TRUSTED_SCRIPTS } from './parts/trusted-scripts.ts'
import { Language } from './words/language.tsx'
import { requestLocale, requestWords } from './words/request-words.ts'

const said = localFont({
  src: './fonts/newsreader-latin-wght-normal.woff2',
  weight: '200 800',
  style: 'normal',
  variable: '--font-said',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
})

const saidItalic = localFont({
  src: './fonts/newsreader-latin-wght-italic.woff2',
  weight: '200 800',
  style: 'italic',
  variable: '--font-said-italic',
  display: 'swap',
  preload: false,
})

const used = localFont({
  src: './fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  weight: '200 800',
  style: 'normal',
  variable: '--font-used',
  display: 'swap',
})

export async function generateMetadata(): Promise<Metadata> {
  const { site } = await requestWords()
  return {
    title: { default: site.title, template: site.titleOf },
    description: site.description,
    applicationName: site.name,
    referrer: 'no-referrer',
    formatDetection: { telephone: false, email: false, address: false },
    openGraph: { type: 'website', siteName: site.name, title: site.title, description: site.description },
    robots: { index: true, follow: true },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f3f0e9' },
    { media: '(prefers-color-scheme: dark)', color: '#14181a' },
  ],
}

export default async function Layout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const locale = await requestLocale()
  const { wentWrong } = wordsFor(locale)
  return (
    // The script sets an attribute of <html> before React wakes, and browsers hide a nonce from scripts: both are meant.
    <html
      lang={locale}
      dir={directionOf(locale)}
      className={`${said.variable} ${saidItalic.variable} ${used.variable}`}
      suppressHydrationWarning
    >
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, which React would otherwise escape */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: TRUSTED_SCRIPTS }} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, which React would otherwise escape */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <Language locale={locale} wentWrong={wentWrong}>
          {children}
        </Language>
      </body>
    </html>
  )
}

// What is this site on a phone's own screen? A place that opens without a network on the page that needs none.
import type { MetadataRoute } from 'next'
import { onePhoneFor } from '../lib/words/one-phone.ts'

const { site, begin } = onePhoneFor('en')

/** The paper of the light theme: what is seen for a moment before the page is there. */
const PAPER = '#f3f0e9'

export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: site.name,
    short_name: site.name,
    description: site.description,
    lang: 'en',
    start_url: '/try',
    scope: '/',
    display: 'standalone',
    background_color: PAPER,
    theme_color: PAPER,
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [{ name: begin.title, url: '/try' }],
  }
}

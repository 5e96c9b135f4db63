// What does Next need to know beyond its defaults? Headers, and the content policy with its nonce, are set by
// server/headers.ts, in one place for pages and everything else that the port serves.

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  // The proxy in front compresses better (brotli); without one, gzip is still worth its cost.
  compress: true,
  // The code on a wall and the one for a camera are in capitals: the short way in does not mind the case.
  redirects: async () => [{ source: '/j/:code', destination: '/workshop/:code', permanent: false }],
  rewrites: async () => [{ source: '/J', destination: '/j' }],
  experimental: {
    // By default the styles of nearly all parts come with every page. So divided, a page brings few that it does not show, in some
    // small files more, which one connection carries side by side.
    cssChunking: { type: 'graph', requestCost: 800, weightDistribution: 0.5 },
  },
}

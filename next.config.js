// What does Next need to know beyond its defaults? Headers, and the content policy with its nonce, are set by
// server/headers.ts, in one place for pages and everything else that the port serves.

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  // The proxy in front compresses better (brotli); without one, gzip is still worth its cost.
  compress: true,
}

// Which addresses may a page of ours run a script from? Those of our own build, and the worker that keeps one page for when there
// is no network. The policy has no say about markup: text that is made into elements is refused by the browser itself.

/** Where the build puts every script, and the one script that stands beside it. */
const BUILT = '/_next/static/'
const WORKER = '/try-worker.js'

/**
 * Makes the only policy that the header of the page allows (`trusted-types default`), before any other script can ask for one.
 * What it does not answer with an address is blocked and reported by the browser. The address is given back as it was asked for:
 * the build's own scripts are known by it.
 */
export const TRUSTED_SCRIPTS = `window.trustedTypes?.createPolicy('default',{createScriptURL(asked){try{const{origin,pathname}=new URL(asked,location.href);if(origin===location.origin&&(pathname.startsWith('${BUILT}')||pathname==='${WORKER}'))return asked}catch{}}})`

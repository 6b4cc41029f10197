/**
 * The security headers of every response the relay gives. Pure.
 *
 * 1. Every route has them, errors and /healthz included: a page, a script and a worker each take their policy from
 *    their own response, so one response without them is a hole.
 * 2. WebAssembly may be compiled in one place only, the hashing worker; its script alone gets 'wasm-unsafe-eval'.
 * 3. No third-party origin is named anywhere.
 *
 * The Permissions-Policy leaves out clipboard-write, web-share, fullscreen and cross-origin-isolated on purpose:
 * turning those off kills copying, sharing, full screen and SharedArrayBuffer.
 */

const HASH_WORKER = /^\/assets\/hash-worker-[\w-]+\.js$/;

const contentSecurityPolicy = (scripts: string): string =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self' blob:",
    "media-src blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types solid-template app-url",
  ].join("; ");

const PAGE_POLICY = contentSecurityPolicy("'self'");
const HASH_WORKER_POLICY = contentSecurityPolicy("'self' 'wasm-unsafe-eval'");

const PERMISSIONS_POLICY = [
  "camera=(self)",
  "microphone=()",
  "geolocation=()",
  "payment=()",
  "usb=()",
  "serial=()",
  "hid=()",
  "midi=()",
  "display-capture=()",
  "browsing-topics=()",
].join(", ");

/**
 * The security headers for one URL path.
 * The path decides about 'wasm-unsafe-eval' and nothing else, so a misspelt path gets the strict policy.
 */
export const securityHeaders = (pathname: string): Readonly<Record<string, string>> => ({
  "Content-Security-Policy": HASH_WORKER.test(pathname) ? HASH_WORKER_POLICY : PAGE_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": PERMISSIONS_POLICY,
});

/**
 * How long a browser may keep a file without asking again.
 * The build puts a content hash in every name under /assets/, so those never change; all else is asked for each time
 * and answered with 304 when it is the same.
 */
export const cacheControl = (pathname: string): string =>
  pathname.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";

/**
 * The one way to a script by its address: the Trusted Types policy `app-url`. Adapter to the page.
 *
 * 1. Only addresses of this build pass: the service worker and what lies under `/assets/`.
 */
interface Policy {
  createScriptURL(url: string): unknown;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
}

const OURS = /^\/(?:sw\.js|assets\/[\w.-]+)$/;

/** Errors: throws for an address that is not ours, which is a bug. */
export function checkedUrl(url: string, origin: string): string {
  const parsed = new URL(url, origin);
  const dev = import.meta.env.DEV;
  if (parsed.origin !== origin || !(dev || OURS.test(parsed.pathname)))
    throw new Error(`not a script of this app: ${url}`);
  return parsed.href;
}

const rules = { createScriptURL: (url: string): string => checkedUrl(url, location.origin) };
const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
const policy: Policy = trustedTypes?.createPolicy("app-url", rules) ?? rules;

/** A script's address as the page may use it. The type of the DOM does not know trusted values yet. */
export const scriptUrl = (url: string): string => policy.createScriptURL(url) as string;

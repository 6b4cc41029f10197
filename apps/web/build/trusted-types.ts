/**
 * Build step: lets Solid and the chart library live under `require-trusted-types-for 'script'` and `style-src 'self'`.
 *
 * 1. Solid's `template()` assigns innerHTML: it goes through the policy `solid-template`; `style=` in compiled templates is applied by the CSSOM instead.
 * 2. A library that changed shape fails the build: a rewrite that silently stopped matching would come back as a blank page.
 */
import type { Plugin } from "vite";

const policy = `const __policy=(()=>{const p=globalThis.trustedTypes?.createPolicy("solid-template",{createHTML:s=>s});return p?s=>p.createHTML(s.replace(/(<[^>]*?["'\\s])style=/g,"$1data-st=")):s=>s})();
const __styles=t=>{for(const e of t.content.querySelectorAll("[data-st]")){e.style.cssText=e.getAttribute("data-st");e.removeAttribute("data-st")}};
`;

/** Rewrites Solid's template function. Errors: fails the build when `template()` no longer looks as expected. */
export function trustedTypes(): Plugin {
  return {
    name: "recourse-trusted-types",
    enforce: "pre",
    transform(code, id) {
      if (!/solid-js\/web\/dist\/(?:web|dev)\.js/.test(id)) return undefined;
      const out = code.replace(/(\bt\.innerHTML\s*=\s*)(html)\b/, "$1__policy(html), __styles(t)");
      if (out === code) throw new Error("solid-js template() changed shape: adapt build/trusted-types.ts");
      return { code: policy + out, map: null };
    },
  };
}

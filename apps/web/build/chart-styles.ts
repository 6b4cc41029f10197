/**
 * Build step: keeps the chart library from writing `<style>` elements, which `style-src 'self'` blocks.
 *
 * 1. The few rules it would write stand in `contrib/case/Chart.module.css`.
 * 2. A library that changed shape fails the build: blocked styles would come back unseen.
 */
import type { Plugin } from "vite";

const written: readonly { readonly file: RegExp; readonly style: RegExp }[] = [
  { file: /@observablehq[\\/]plot[\\/]src[\\/]plot\.js$/, style: /svg\.append\("style"\)\.text\(/ },
  { file: /@observablehq[\\/]plot[\\/]src[\\/]legends[\\/]ramp\.js$/, style: /svg\.append\("style"\)\.text\(/ },
  {
    file: /@observablehq[\\/]plot[\\/]src[\\/]legends[\\/]swatches\.js$/,
    style: /div\.insert\("style", "\*"\)\.text\(/,
  },
];

/** Drops the chart library's own `<style>`. Errors: fails the build when the library no longer looks as expected. */
export function chartStyles(): Plugin {
  return {
    name: "recourse-chart-styles",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      const found = written.find(({ file }) => file.test(id));
      if (found === undefined) return undefined;
      if (!found.style.test(code)) throw new Error(`${id} changed shape: adapt build/chart-styles.ts`);
      return { code: code.replace(found.style, "void ("), map: null };
    },
  };
}

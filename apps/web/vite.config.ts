/**
 * Build of the web app: one page, hashed assets, workers as modules, everything precached.
 */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";
import { sampleCases } from "./build/sample-cases.ts";
import { chartStyles } from "./build/chart-styles.ts";
import { shellWorker } from "./build/shell-worker.ts";
import { trustedTypes } from "./build/trusted-types.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Our packages do nothing by being imported: what the first screen does not use stays out of its files. */
const treeshake = {
  moduleSideEffects: [{ test: /[\\/]packages[\\/][\w-]+[\\/]src[\\/].*\.tsx?$/, sideEffects: false }],
};

export default defineConfig({
  root: here("."),
  plugins: [trustedTypes(), chartStyles(), solid(), sampleCases(), shellWorker(here("./public"))],
  resolve: { dedupe: ["yjs", "solid-js"] },
  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { treeshake },
  },
  worker: { format: "es", rolldownOptions: { treeshake } },
});

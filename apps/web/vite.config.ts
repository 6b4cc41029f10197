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
  // Schemas that nobody reads with go as well; `branded` is core's wrapper of one.
  manualPureFunctions: ["z", "branded"],
};

/**
 * Files of the first screen: on a slow line each costs a round trip, so what it needs anyway is one file, and what Today and the board share another.
 * Nothing else goes into them: a group would bring along all that any screen uses of it.
 */
const chunks = [
  { name: "frame", test: /[\\/](?:node_modules[\\/].*(?:solid-js|idb)|packages[\\/]ui[\\/]src)[\\/]/, priority: 2 },
  {
    name: "first",
    test: /[\\/]web[\\/]src[\\/](?:live[\\/](?:TurnList|LongList|RowClockLine|Welcome|sections|board-cards)|parts[\\/](?:TurnChip|ProofMeter|Money|served|next-step|gap-action|clock-words|notice-kinds))\b|packages[\\/]words[\\/]src[\\/]format/,
    priority: 1,
  },
  { name: "icons", test: /[\\/]lucide[\\/]/, minShareCount: 3, priority: 1 },
];

export default defineConfig({
  root: here("."),
  plugins: [trustedTypes(), chartStyles(), solid(), sampleCases(), shellWorker(here("./public"))],
  resolve: { dedupe: ["yjs", "solid-js"] },
  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { treeshake, output: { codeSplitting: { groups: chunks } } },
  },
  worker: { format: "es", rolldownOptions: { treeshake } },
});

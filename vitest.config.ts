/**
 * The test projects.
 *
 * unit          beside the code and in tests/, in Node; `pnpm check` runs those that a change touches
 * architecture  plants forbidden dependencies in a copy of the tree; slow, so it is on its own
 * browser       components in a real Chromium
 * journeys      the built app served by the real relay, in a real Chromium
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { playwright } from "@vitest/browser-playwright";
import solid from "vite-plugin-solid";
import { configDefaults, defineConfig } from "vitest/config";
import { findChromium } from "./scripts/browser.ts";

const solidFolder = dirname(createRequire(import.meta.url).resolve("solid-js/package.json"));

/** Under Node's own conditions solid-js resolves to its server build, where signals never change. */
const reactiveSolid = [
  { find: /^solid-js$/, replacement: join(solidFolder, "dist/solid.js") },
  { find: /^solid-js\/store$/, replacement: join(solidFolder, "store/dist/store.js") },
];

const BROWSER_TESTS = "**/*.browser.test.{ts,tsx}";
const MINUTE = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: reactiveSolid },
        test: {
          name: "unit",
          environment: "node",
          include: [
            "packages/*/src/**/*.test.ts",
            "apps/*/src/**/*.test.ts",
            "scripts/**/*.test.ts",
            "tests/**/*.test.ts",
          ],
          exclude: [...configDefaults.exclude, BROWSER_TESTS, "tests/architecture/**", "tests/journeys/**"],
          server: { deps: { inline: [/solid-js/] } },
        },
      },
      {
        test: {
          name: "architecture",
          environment: "node",
          include: ["tests/architecture/**/*.test.ts"],
          testTimeout: 2 * MINUTE,
          hookTimeout: 2 * MINUTE,
        },
      },
      {
        plugins: [solid()],
        // A dependency found in the middle of a run reloads the page and fails the test. Vite finds what the test files
        // import, in whichever package; what only compiled Solid code imports is listed.
        optimizeDeps: {
          include: ["solid-js", "solid-js/web", "solid-js/store"],
        },
        test: {
          name: "browser",
          include: [`packages/${BROWSER_TESTS}`, `apps/web/src/${BROWSER_TESTS}`],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findChromium(),
                args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        test: {
          name: "journeys",
          environment: "node",
          include: ["tests/journeys/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 3 * MINUTE,
          hookTimeout: 2 * MINUTE,
        },
      },
    ],
  },
});

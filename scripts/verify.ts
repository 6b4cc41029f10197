/**
 * `pnpm verify`, which is `pnpm test`: everything that must hold before a change is done. Effects: processes.
 * Takes `--only step,step`.
 *
 * 1. Every step runs even when an earlier one failed, except that browser tests fail at once where no browser
 *    can be had, and journeys where the build failed.
 */
import { NO_BROWSER, provideChromium } from "./browser.ts";
import { BUILD_COMMAND } from "./build.ts";
import { runSteps } from "./run.ts";
import { runTool, runVitest, type Step } from "./step.ts";
import { boundaries, format, lint, lockfile, style, types } from "./steps.ts";
import { single, type Tally } from "./tally.ts";

// Where nothing says UTF-8, a browser cannot open files by their Chinese names, nor name what it saves.
const characters = process.env["LC_ALL"] || process.env["LC_CTYPE"] || process.env["LANG"] || "";
if (!/utf-?8/i.test(characters)) process.env["LC_ALL"] = "C.UTF-8";

let buildFailed = false;

const build: Step = {
  name: "build",
  run: async () => {
    const built = await runTool(BUILD_COMMAND);
    buildFailed = !built;
    return single(built);
  },
};

const tests = (project: string): Step => ({ name: project, run: () => runVitest([`--project=${project}`]) });

const refuse = (reason: string): Tally => {
  console.error(reason);
  return single(false);
};

const inBrowser = (project: string): Step => ({
  name: project,
  run: async () => {
    const chromium = provideChromium();
    if (chromium === undefined) return refuse(NO_BROWSER);
    return runVitest([`--project=${project}`], { RECOURSE_CHROMIUM: chromium });
  },
});

const journeys: Step = {
  name: "journeys",
  run: async () =>
    buildFailed ? refuse("The web app could not be built, so no journey can run.") : inBrowser("journeys").run(),
};

await runSteps([
  format,
  lint,
  style,
  lockfile,
  boundaries,
  types,
  build,
  tests("unit"),
  tests("architecture"),
  inBrowser("browser"),
  journeys,
]);

/** How the web app is built: turbo runs the build when an input changed and otherwise takes the result from its cache. */
import { type ToolCommand } from "./step.ts";

/** The build, as `pnpm verify` and `pnpm start` run it. */
export const BUILD_COMMAND: ToolCommand = [
  "turbo",
  "run",
  "build",
  "--filter=@recourse/web",
  "--output-logs=new-only",
  "--no-update-notifier",
];

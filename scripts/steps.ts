/** The steps that `pnpm check` and `pnpm verify` share, by name. */
import { toolStep } from "./step.ts";

/** Every file is formatted. `pnpm format` does it. */
export const format = toolStep("format", ["oxfmt", "--check", "."]);

/** Suspicious code, folder rules, forbidden globals, file length. */
export const lint = toolStep("lint", ["oxlint", "--deny-warnings"]);

/** House style that the linter does not know. */
export const style = toolStep("style", ["node", "scripts/housestyle.ts"]);

/** One copy of what must be there once, no download addresses. */
export const lockfile = toolStep("lockfile", ["node", "scripts/lockfile-check.ts"]);

/** Which package may depend on which. */
export const boundaries = toolStep("boundaries", ["turbo", "boundaries"]);

/** Types, each package against its own platform, then tests and scripts. */
export const types = toolStep("types", ["node", "scripts/types.ts"]);

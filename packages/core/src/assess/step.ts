/** How a next step is put together. Pure. */
import type { NextStep } from "./assessment.ts";

/** A step by its word code and what to press. */
export const step = (
  code: string,
  command: string,
  data: NextStep["action"]["data"] = {},
  more: Partial<NextStep> = {},
): NextStep => ({ code, args: {}, refs: [], action: { command, data }, ...more });

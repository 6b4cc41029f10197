/**
 * The rules of version 1 for whoever reads what is sealed: those in the clear, and what an update may contain. Pure.
 *
 * 1. The only rule that knows Yjs stands here, so that a relay can run the others without it.
 *
 * Source: AC3.
 */
import type { Bytes } from "./bytes.ts";
import type { CaseIndex, Structs } from "./case-index.ts";
import { CLEAR_RULES, clocksBefore, type Candidate, type RecordReason, type Rules } from "./rules.ts";
import { checkStructs } from "./structs.ts";

/** Source: AC3. */
export function checkUpdate(
  { node }: Candidate,
  index: CaseIndex,
  client: number,
  update: Bytes,
): { readonly reason: RecordReason } | { readonly structs: Structs } {
  const start = clocksBefore(node, index);
  const checked = checkStructs(update, {
    client,
    start,
    find: (of, clock) => index.places.find(node, of, clock),
    endOf: (of) => index.places.endOf(node, of),
  });
  return checked.ok
    ? { structs: { client, start, ...checked.value } }
    : { reason: { kind: "structs", fault: checked.error } };
}

/** Version 1. */
export const RULES: Rules = { ...CLEAR_RULES, structs: checkUpdate };

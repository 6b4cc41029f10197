/**
 * Total reading of stored records: what fits becomes the case, the rest is named and kept. Pure.
 *
 * 1. Never throws, never drops: newer kinds and enum members go to `foreign`, broken records to `quarantine`, both with the raw value.
 * 2. A stored value is kept as it is: no transforms, no defaults, unknown fields stay.
 */
import type { Id } from "../identity.ts";
import { isId } from "../identity.ts";
import { isKind, kinds, type Kind } from "../schema/kinds.ts";
import type { Fields } from "./change.ts";

export interface Misfit {
  readonly kind: string;
  readonly id: string;
  readonly raw: unknown;
  /** It was removed; kept so that it comes back as it was. */
  readonly removed?: boolean;
  /** Path and reason, e.g. `paidFen: expected int`. */
  readonly reason: string;
}

export type ReadRecord =
  | { readonly as: "record"; readonly kind: Kind; readonly record: Fields & { readonly id: Id } }
  | { readonly as: "foreign" | "quarantine"; readonly misfit: Misfit };

/** Reads one stored record. Foreign = understandable only to a newer app; quarantine = broken for its own version. */
export function readRecord(kind: string, recordId: string, raw: unknown): ReadRecord {
  const misfit = (as: "foreign" | "quarantine", reason: string): ReadRecord => ({
    as,
    misfit: { kind, id: recordId, raw, reason },
  });
  if (!isKind(kind)) return misfit("foreign", `kind: ${kind}`);
  if (!isId(recordId)) return misfit("quarantine", `id: ${recordId}`);
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return misfit("quarantine", "not an object");
  const parsed = kinds[kind].safeParse(raw);
  if (parsed.success) return { as: "record", kind, record: { ...(raw as Fields), id: recordId } };
  const issues = parsed.error.issues.map((i) => ({ path: i.path.join("."), code: i.code, message: i.message }));
  const reason = issues.map((i) => `${i.path}: ${i.message}`).join("; ");
  const newer = issues.every((i, n) => isNewer(parsed.error.issues[n]?.code, valueAt(raw, i.path)));
  return misfit(newer ? "foreign" : "quarantine", reason);
}

/** An enum or union member we do not know is what a newer app writes; a wrong type is damage. */
function isNewer(code: string | undefined, value: unknown): boolean {
  return (code === "invalid_value" || code === "invalid_union") && (typeof value === "string" || isTagged(value));
}

const isTagged = (value: unknown): boolean =>
  typeof value === "object" && value !== null && typeof (value as Fields)["type"] === "string";

function valueAt(raw: unknown, path: string): unknown {
  let now: unknown = raw;
  for (const step of path === "" ? [] : path.split("."))
    now = typeof now === "object" && now !== null ? (now as Fields)[step] : undefined;
  return now;
}

/**
 * What a Ref points at in a letter: its record, the value as printed, the exhibits it rests on. Pure.
 *
 * 1. Printed values do not depend on the language: 100.00, 2024-05-01 10:02:31, 5233. They are compared as text (A3).
 * 2. A record whose exhibit is removed counts for nothing until it is restored (E6).
 */
import { all, find, type Case } from "../case/case.ts";
import type { Demand } from "../assess/assessment.ts";
import { parseRef, ref, type Id, type Ref } from "../identity.ts";
import { formatYuan } from "../money.ts";
import type { Pack } from "../pack/pack.ts";
import { compareText } from "../measure/live.ts";
import { isKind, type Kind, type RecordOf } from "../schema/kinds.ts";
import { clockOf, isInstant } from "../time.ts";

export type AnyRecord = Readonly<Record<string, unknown>> & { readonly id: Id };

interface Found {
  readonly kind: Kind;
  readonly record: AnyRecord;
}

const EXHIBIT = "exhibit/";

/** The exhibit that a Ref of a whole exhibit names. Asked before a Ref is taken apart: most sources of a long list of evidence are such. */
const wholeExhibit = (of: Case, source: Ref): RecordOf<"exhibit"> | undefined =>
  source.startsWith(EXHIBIT) ? find(of, "exhibit", source.slice(EXHIBIT.length)) : undefined;

/** The live record a Ref names, whatever field it names in it. */
export function recordAt(of: Case, source: Ref): Found | undefined {
  const exhibit = wholeExhibit(of, source);
  if (exhibit) return { kind: "exhibit", record: exhibit };
  const parts = parseRef(source);
  return parts.ok ? recordOf(of, parts.value.kind, parts.value.id) : undefined;
}

function recordOf(of: Case, kind: string, id: string): Found | undefined {
  if (!isKind(kind)) return undefined;
  const record: AnyRecord | undefined = find(of, kind, id);
  return record && { kind, record };
}

/** A stored value as letters print it: amounts in yuan, moments to the second in +08:00. Undefined for what is not printed. */
export function printValue(field: string, value: unknown): string | undefined {
  if (typeof value === "number") return field.endsWith("Fen") ? formatYuan(value) : String(value);
  if (typeof value !== "string") return undefined;
  if (!isInstant(value)) return value;
  const clock = clockOf(value);
  return `${clock.date} ${clock.seconds}`;
}

/** The value of a Ref with a field, as printed now. `demand/<case>/claimFen` and its like are read from the demand. */
export function printedValue(of: Case, source: Ref, demand?: Demand): string | undefined {
  const parts = parseRef(source);
  if (!parts.ok || parts.value.field === undefined) return undefined;
  const field = parts.value.field;
  if (parts.value.kind === "demand")
    return demand === undefined ? undefined : printValue(field, fieldOf({ ...demand }, field));
  const found = recordOf(of, parts.value.kind, parts.value.id);
  return found && printValue(field, fieldOf(found.record, field));
}

const fieldOf = (record: Readonly<Record<string, unknown>>, field: string): unknown =>
  Object.hasOwn(record, field) ? record[field] : undefined;

/** Kinds that rest on more than the one exhibit a record names. */
const gathers: ReadonlySet<Kind> = new Set<Kind>(["payment", "refund", "event"]);

/** Exhibits a fact rests on, live ones only, in list order. Empty for law and for what is only told. */
export function exhibitsOf(of: Case, source: Ref): readonly Id[] {
  const found = recordAt(of, source);
  if (!found) return [];
  if (found.kind === "exhibit") return [found.record.id];
  const own = found.record["exhibit"];
  if (!gathers.has(found.kind)) {
    const exhibit = typeof own === "string" ? find(of, "exhibit", own) : undefined;
    return exhibit ? [exhibit.id] : [];
  }
  const ids: string[] = [];
  if (typeof own === "string") ids.push(own);
  if (found.kind === "payment" || found.kind === "refund")
    for (const s of sightingsOf(of, found.kind, found.record.id)) ids.push(s.exhibit);
  if (found.kind === "event") {
    const event = find(of, "event", found.record.id);
    for (const r of event?.refs ?? []) if (r.startsWith("exhibit/")) ids.push(recordAt(of, r)?.record.id ?? "");
  }
  return [...new Set(ids)]
    .flatMap((i) => find(of, "exhibit", i) ?? [])
    .toSorted(byList)
    .map((e) => e.id);
}

function sightingsOf(of: Case, kind: "payment" | "refund", id: Id): readonly RecordOf<"sighting">[] {
  const target = ref(kind, id);
  return all(of, "sighting").filter((s) => s.of === target);
}

/** List order of exhibits: those placed by hand first, then by import, then by id. */
export function byList(a: RecordOf<"exhibit">, b: RecordOf<"exhibit">): number {
  if (a.position !== b.position) {
    if (a.position === undefined) return 1;
    return b.position === undefined ? -1 : compareText(a.position, b.position);
  }
  return compareText(a.importedAt, b.importedAt) || compareText(a.id, b.id);
}

/** Slices stay as they are, so each is put in order once. */
const ordered = new WeakMap<object, readonly RecordOf<"exhibit">[]>();

/** Live exhibits in list order. */
export function listOf(of: Case): readonly RecordOf<"exhibit">[] {
  const known = ordered.get(of.live.exhibit);
  if (known !== undefined) return known;
  const list = all(of, "exhibit").toSorted(byList);
  ordered.set(of.live.exhibit, list);
  return list;
}

/** Whether a source still holds: the record is there, and so is the exhibit that carries it (E6). */
export function stands(of: Case, pack: Pack, source: Ref, demand?: Demand): boolean {
  if (wholeExhibit(of, source)) return true;
  const parts = parseRef(source);
  if (!parts.ok) return false;
  const { kind, id } = parts.value;
  if (kind === "provision") return pack.provisions.some((p) => p.id === id);
  if (kind === "demand") return demand !== undefined;
  // The letter itself, for the time the person sets in it; it may be composed in the same breath as it is begun.
  if (kind === "draft") return true;
  const found = recordOf(of, kind, id);
  if (!found) return false;
  if (found.kind === "exhibit") return true;
  const own = found.record["exhibit"];
  if (typeof own === "string" && find(of, "exhibit", own) === undefined) return false;
  if (found.kind !== "payment" && found.kind !== "refund") return true;
  const seen = sightingsOf(of, found.kind, found.record.id);
  return seen.length === 0 || seen.some((s) => find(of, "exhibit", s.exhibit) !== undefined);
}

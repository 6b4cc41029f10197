/**
 * CaseFile: a case as one JSON document, the form of case folders and archives. Pure.
 *
 * 1. `toCaseFile(readCaseFile(x)) = x` for every file this version may write; foreign and quarantined records are carried along.
 * 2. A newer `minReader` is refused; a newer `minWriter` opens read-only (R7).
 */
import * as z from "zod/mini";
import type { Id } from "../identity.ts";
import { err, ok, type Result } from "../result.ts";
import { kindNames } from "../schema/kinds.ts";
import type { Case } from "./case.ts";
import { emptyCase } from "./case.ts";
import { apply, type Change, type Fields } from "./change.ts";
import { readRecord, type Misfit } from "./read.ts";
import { IdSchema } from "../schema/values.ts";

/** Version this code writes. */
export const CASE_FORMAT = 2;

export const CaseFileSchema = z.looseObject({
  format: z.literal("recourse-case"),
  version: z.int(),
  minReader: z.int(),
  minWriter: z.int(),
  caseId: IdSchema,
  /** Pack the case was last assessed with, e.g. `cn@1`. */
  packs: z.array(z.string()),
  records: z.record(z.string(), z.record(z.string(), z.unknown())),
  /** `kind/id` of removed records; their fields stay in `records`. */
  removed: z.array(z.string()),
});
export type CaseFile = z.infer<typeof CaseFileSchema>;

export interface ReadCase {
  readonly case: Case;
  readonly packs: readonly string[];
  readonly foreign: readonly Misfit[];
  readonly quarantine: readonly Misfit[];
  /** True when a newer app must do the writing. */
  readonly readOnly: boolean;
}

export type CaseFileError =
  | { readonly kind: "not_a_case_file"; readonly reason: string }
  | { readonly kind: "needs_newer_app"; readonly version: number };

/** Errors: `not_a_case_file` with path and reason; `needs_newer_app`. */
export function readCaseFile(raw: unknown): Result<ReadCase, CaseFileError> {
  const parsed = CaseFileSchema.safeParse(raw);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    const at = first === undefined || first.path.length === 0 ? "" : `${first.path.join(".")}: `;
    return err({ kind: "not_a_case_file", reason: `${at}${first?.message ?? ""}` });
  }
  const file = parsed.data;
  if (file.minReader > CASE_FORMAT) return err({ kind: "needs_newer_app", version: file.version });
  const changes: Change[] = [];
  const foreign: Misfit[] = [];
  const quarantine: Misfit[] = [];
  const removed = new Set(file.removed);
  for (const [kind, records] of Object.entries(file.records)) {
    for (const [recordId, value] of Object.entries(records)) {
      const r = readRecord(kind, recordId, value);
      if (r.as !== "record") {
        (r.as === "foreign" ? foreign : quarantine).push(
          removed.has(`${kind}/${recordId}`) ? { ...r.misfit, removed: true } : r.misfit,
        );
        continue;
      }
      const { id, ...fields } = r.record;
      changes.push({ op: "put", kind: r.kind, id, value: fields });
      if (removed.has(`${kind}/${recordId}`)) changes.push({ op: "remove", kind: r.kind, id });
    }
  }
  const loaded = apply(emptyCase(file.caseId), changes).case;
  return ok({ case: loaded, packs: file.packs, foreign, quarantine, readOnly: file.minWriter > CASE_FORMAT });
}

/** The case as a file; keys sorted, so equal cases give equal text. */
export function toCaseFile(of: Case, packs: readonly string[], kept: readonly Misfit[] = []): CaseFile {
  const records: Record<string, Record<string, unknown>> = {};
  const removed: string[] = [];
  const put = (kind: string, recordId: string, value: unknown): void => {
    (records[kind] ??= {})[recordId] = value;
  };
  for (const kind of kindNames) {
    for (const r of Object.values(of.live[kind]) as readonly (Fields & { readonly id: Id })[])
      put(kind, r.id, withoutId(r));
    for (const r of Object.values(of.removed[kind]) as readonly (Fields & { readonly id: Id })[]) {
      put(kind, r.id, withoutId(r));
      removed.push(`${kind}/${r.id}`);
    }
  }
  for (const m of kept) {
    put(m.kind, m.id, m.raw);
    if (m.removed === true) removed.push(`${m.kind}/${m.id}`);
  }
  const sorted = Object.fromEntries(
    Object.keys(records)
      .toSorted()
      .map((k) => [k, sortKeys(records[k] ?? {})]),
  );
  return {
    format: "recourse-case",
    version: CASE_FORMAT,
    minReader: 1,
    minWriter: 1,
    caseId: of.caseId,
    packs: [...packs],
    records: sorted,
    removed: removed.toSorted(),
  };
}

function withoutId(record: Fields & { readonly id: Id }): Fields {
  const { id: _id, ...fields } = record;
  return fields;
}

const sortKeys = (o: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(o)
      .toSorted()
      .map((k) => [k, o[k]]),
  );

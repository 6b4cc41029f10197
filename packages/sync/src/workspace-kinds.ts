/**
 * What a workspace document holds: the person's own list of cases and what is not in a case yet. Pure data.
 *
 * 1. Same layout and rules as a case document: loose schemas without transforms, flat fields, reading is total.
 */
import * as z from "zod/mini";
import {
  CategorySchema,
  CivilDateSchema,
  FenSchema,
  IdSchema,
  InstantSchema,
  isId,
  LangSchema,
  RefSchema,
  Sha256Schema,
  type Id,
  type Misfit,
} from "@recourse/core";
import type { ReadStored, RecordTable } from "./layout.ts";
import { isPlainObject } from "./stored-value.ts";

export const workspaceKinds = {
  /** One per case; its id is the case id. */
  caseEntry: z.looseObject({
    title: z.string(),
    category: CategorySchema,
    createdAt: InstantSchema,
    archived: z.optional(z.boolean()),
  }),
  /** A file that belongs to no case yet; its id is derived from its hash, so the same file comes in once. */
  inboxItem: z.looseObject({
    sha256: Sha256Schema,
    name: z.string(),
    /** Units: bytes. */
    size: z.int(),
    mediaType: z.string(),
    addedAt: InstantSchema,
    state: z.enum(["new", "filed", "dismissed"]),
    /** Case it went to, once filed. */
    caseId: z.optional(IdSchema),
  }),
  /** The person at this device; the id is what `by` names. */
  me: z.looseObject({ name: z.string() }),
  /** One record, `SETTINGS_ID`. */
  settings: z.looseObject({ lang: z.optional(LangSchema), theme: z.optional(z.enum(["system", "light", "dark"])) }),
  /** A reminder put off. */
  snooze: z.looseObject({ ref: RefSchema, until: InstantSchema }),
  /** What is remembered of the other side of a closed case; its id is the id of the closing (S3). It stays when the case goes. */
  respondentRecord: z.looseObject({
    caseId: IdSchema,
    /** Of a natural person a covered name only (P1). */
    name: z.string(),
    creditCode: z.optional(z.string()),
    site: z.optional(z.string()),
    category: CategorySchema,
    /** An outcome of `case.close`, or a newer app's. */
    outcome: z.string(),
    closedOn: CivilDateSchema,
    /** Units: days. */
    days: z.optional(z.number()),
    lettersSent: z.int(),
    filings: z.int(),
    paidFen: FenSchema,
    expectedFen: z.optional(FenSchema),
    receivedFen: FenSchema,
    /** Ids of excuses of the pack. */
    excuses: z.array(z.string()),
  }),
} as const;

export type WorkspaceKind = keyof typeof workspaceKinds;
export type WorkspaceRecord<K extends WorkspaceKind> = Readonly<z.infer<(typeof workspaceKinds)[K]>> & {
  readonly id: Id;
};
export type WorkspaceSlices = { readonly [K in WorkspaceKind]: Readonly<Record<string, WorkspaceRecord<K>>> };

const isWorkspaceKind = (kind: string): kind is WorkspaceKind => Object.hasOwn(workspaceKinds, kind);

/** As `core.readRecord`: an unknown kind or member of a closed set is a newer app's, everything else that does not fit is damage. */
function readWorkspaceRecord(kind: string, recordId: string, raw: unknown): ReadStored {
  const misfit = (as: "foreign" | "quarantine", reason: string): ReadStored => {
    const of: Misfit = { kind, id: recordId, raw, reason };
    return { as, misfit: of };
  };
  if (!isWorkspaceKind(kind)) return misfit("foreign", `kind: ${kind}`);
  if (!isId(recordId)) return misfit("quarantine", `id: ${recordId}`);
  if (!isPlainObject(raw)) return misfit("quarantine", "not an object");
  const parsed = workspaceKinds[kind].safeParse(raw);
  if (parsed.success) return { as: "record", record: { ...raw, id: recordId } };
  const { issues } = parsed.error;
  const newer = issues.every((issue) => issue.code === "invalid_value" && typeof valueAt(raw, issue.path) === "string");
  return misfit(
    newer ? "foreign" : "quarantine",
    issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "),
  );
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let now = raw;
  for (const step of path) now = isPlainObject(now) ? now[String(step)] : undefined;
  return now;
}

export const workspaceTable: RecordTable<WorkspaceSlices> = {
  kinds: Object.keys(workspaceKinds),
  read: readWorkspaceRecord,
  appendOnly: new Set(),
  fixed: new Set(["me", "settings"]),
  prose: {},
  stamps: new Set(),
  // Every record in a slice has come through `readWorkspaceRecord`, which is what `WorkspaceSlices` says.
  sliced: (records) => records as unknown as WorkspaceSlices,
};

/**
 * Respondents met before: what is remembered of the other side of a closed case, across cases, on this device. Pure (S3, P1).
 *
 * 1. One record per closing: what the person removed does not come back by itself, a later closing is remembered anew.
 * 2. It stays when its case is deleted; it never travels with a case.
 */
import { historyOf, respondentRecordOf, retrospectiveOf, type Id, type Instant } from "@recourse/core";
import type { WorkspaceChange } from "@recourse/sync";
import type { MetRespondent } from "./respondent-list.ts";
import type { CaseLive } from "./services.ts";

/** What a case leaves to be remembered now; none while it is open or nobody is named. Reads signals. */
export function metIn(
  live: Pick<CaseLive, "whole" | "settlement" | "demand">,
  now: Instant,
): MetRespondent | undefined {
  const of = live.whole();
  const history = historyOf(of, now);
  const closing = history.events.findLast((e) => e.type === "case.closed");
  const look = retrospectiveOf(of, history, live.settlement(), live.demand(), now);
  const record = respondentRecordOf(of, history, look);
  if (record === undefined || closing === undefined) return undefined;
  const { format: _format, version: _version, ...fields } = record;
  return { ...fields, id: closing.id, excuses: [...fields.excuses] };
}

/** What of a workspace is needed here. */
export interface Remembered {
  readonly live: { readonly respondentRecord: Readonly<Record<string, MetRespondent>> };
  readonly removed: { readonly respondentRecord: Readonly<Record<string, unknown>> };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Changes that bring the workspace to what a case leaves now. */
export function respondentChanges(
  { live, removed }: Remembered,
  caseId: Id,
  met: MetRespondent | undefined,
): readonly WorkspaceChange[] {
  const kind = "respondentRecord" as const;
  const here = Object.values(live.respondentRecord).filter((each) => each.caseId === caseId);
  const over = here.flatMap((each): readonly WorkspaceChange[] =>
    each.id === met?.id ? [] : [{ op: "remove", kind, id: each.id }],
  );
  if (met === undefined || Object.hasOwn(removed.respondentRecord, met.id)) return over;
  const { id, ...fields } = met;
  const there = live.respondentRecord[id];
  if (there === undefined) return [...over, { op: "put", kind, id, value: fields }];
  const before: Readonly<Record<string, unknown>> = there;
  const now: Readonly<Record<string, unknown>> = fields;
  const names = new Set([...Object.keys(now), "creditCode", "site", "days", "expectedFen"]);
  const sets = [...names].flatMap((field): readonly WorkspaceChange[] =>
    same(before[field], now[field]) ? [] : [{ op: "set", kind, id, field, value: now[field] }],
  );
  return [...over, ...sets];
}

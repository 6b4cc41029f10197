/** Respondents met before, as a list for screens. Pure (S3). */
import type { Id } from "@recourse/core";
import type { WorkspaceRecord } from "@recourse/sync";
import type { Accessor } from "solid-js";

/** A record as it is kept; its id is the id of the event that closed the case. */
export type MetRespondent = WorkspaceRecord<"respondentRecord">;

export interface Respondents {
  /** Newest first; empty until the workspace is read. */
  readonly all: Accessor<readonly MetRespondent[]>;
  readonly forget: (record: Id) => void;
  /** Takes the forgetting back. */
  readonly recall: (record: Id) => void;
}

const newestFirst = (a: MetRespondent, b: MetRespondent): number =>
  a.closedOn === b.closedOn ? (a.id < b.id ? 1 : -1) : a.closedOn < b.closedOn ? 1 : -1;

/** Records as a list, newest first. */
export const respondentList = (records: Readonly<Record<string, MetRespondent>>): readonly MetRespondent[] =>
  Object.values(records).toSorted(newestFirst);

/** What the list of cases says of each. Types only. */
import type { Category, Id, Instant } from "@recourse/core";

export interface CaseListEntry {
  readonly id: Id;
  readonly title: string;
  readonly category: Category;
  readonly createdAt: Instant;
}

/** Why a case could not be opened: `kind` as `StoreError`. */
export interface OpenTrouble {
  readonly kind: string;
  readonly reason: string;
}

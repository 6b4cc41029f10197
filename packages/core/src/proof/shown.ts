/**
 * Which exhibits show which element: live exhibits through live links, and nothing else. Pure (E2, E6).
 *
 * 1. An exhibit proves only through a ProofLink; a removed exhibit carries nothing until it is restored.
 */
import { all, find, type Case } from "../case/case.ts";
import type { Id } from "../identity.ts";
import type { RecordOf } from "../schema/kinds.ts";
import type { ElementId } from "../schema/parts.ts";

export type Link = RecordOf<"link">;
export type Exhibit = RecordOf<"exhibit">;

export interface Shown {
  readonly links: readonly Link[];
  /** Live exhibits that have a link to the element. */
  readonly for: (element: ElementId) => ReadonlySet<Id>;
  /** Of a live exhibit only what a proof looks at: whoever reads another field of it takes the record. */
  readonly exhibit: (id: string | undefined) => Pick<Exhibit, "id" | "materialType"> | undefined;
}

/** The live links of a case by element. */
export function shownOf(of: Case): Shown {
  const links = all(of, "link").filter((l) => find(of, "exhibit", l.exhibit) !== undefined);
  const byElement = new Map<ElementId, Set<Id>>();
  for (const l of links) {
    const set = byElement.get(l.element) ?? new Set<Id>();
    byElement.set(l.element, set.add(l.exhibit));
  }
  const none: ReadonlySet<Id> = new Set();
  return { links, for: (element) => byElement.get(element) ?? none, exhibit: (id) => find(of, "exhibit", id) };
}

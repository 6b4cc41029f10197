/**
 * How a single requirement is judged: the verdict, what it is judged on, and the ways to say it. Pure (E1, E2).
 *
 * 1. Whatever is not `ok` says why and what would close it.
 */
import type { Case } from "../case/case.ts";
import type { Id } from "../identity.ts";
import { message, type Message } from "../message.ts";
import type { Demand, Missing, Verdict } from "../assess/assessment.ts";
import type { Measures } from "../measure/measurement.ts";
import type { RecordOf } from "../schema/kinds.ts";
import type { ElementId } from "../schema/parts.ts";
import type { MoneyFlow } from "./money-flow.ts";
import type { Shown } from "./shown.ts";

/** What one requirement comes to, which exhibits carry it, and what would bring it further. */
export interface Judged {
  readonly verdict: "none" | "weak" | "ok";
  readonly exhibits: readonly Id[];
  readonly why: readonly Message[];
  readonly missing: readonly Missing[];
}

/** What requirements are judged on, whatever the ground. */
export interface OnCase {
  readonly of: Case;
  readonly shown: Shown;
  readonly money: MoneyFlow;
  readonly measures: Measures;
  readonly demand: Demand;
}

/** What the requirements of one ground are judged on. */
export interface Grounding extends OnCase {
  readonly clause: RecordOf<"clause"> | undefined;
  readonly condition: {
    readonly verdict: Verdict;
    readonly missing: readonly Missing[];
    readonly exhibits: readonly Id[];
    readonly because: readonly Message[];
  };
}

/** Shown: `exhibits` carry it, each named once. */
export const okBy = (exhibits: readonly Id[], why: readonly Message[] = []): Judged => ({
  verdict: "ok",
  exhibits: [...new Set(exhibits)],
  why,
  missing: [],
});

/** Not shown: why, and what would close it. `weak` says that something of it is there. */
export const open = (
  verdict: "none" | "weak",
  why: Message,
  missing: readonly Missing[],
  exhibits: readonly Id[] = [],
): Judged => ({ verdict, exhibits: [...new Set(exhibits)], why: [why], missing });

/** Something to get for an element; `material` is the pack's type of it (F4). */
export const need = (element: ElementId, code: string, material?: string, args: Message["args"] = {}): Missing => ({
  ...message(code, args),
  element,
  ...(material === undefined ? {} : { material }),
});

/** Those of the exhibits that are live and linked to the element: nothing else proves (E2). */
export const linked = (
  g: Pick<OnCase, "shown">,
  element: ElementId,
  exhibits: readonly (Id | undefined)[],
): readonly Id[] => {
  const set = g.shown.for(element);
  return exhibits.filter((e): e is Id => e !== undefined && set.has(e));
};

/** Exhibits linked to the element that the person sorted under this type, whether or not a record was typed from them. */
export const ofMaterial = (g: Pick<OnCase, "shown">, element: ElementId, material: string): readonly Id[] =>
  [...g.shown.for(element)].filter((e) => g.shown.exhibit(e)?.materialType === material);

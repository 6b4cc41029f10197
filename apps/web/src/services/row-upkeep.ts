/**
 * Row upkeep: rows that are missing or past their time are made again while nothing else is to do. Effects: opens cases, listens to other tabs.
 *
 * 1. One case at a time, at idle; a case that cannot be opened is not asked again in this session.
 */
import { isId, type Id } from "@recourse/core";
import { createEffect, createRoot, on, untrack } from "solid-js";
import { staleSpec } from "../live/sections.ts";
import type { CaseListEntry } from "./case-list.ts";
import type { Clock } from "./clock.ts";
import type { Engine } from "./engine.ts";
import type { OpenCases } from "./open-cases.ts";
import type { RowShelf } from "./row-shelf.ts";

/** Units: milliseconds in which rows of another tab are gathered into one look. */
const GATHER = 300;

export interface UpkeepPorts {
  readonly engine: Engine;
  readonly open: OpenCases;
  readonly shelf: RowShelf;
  readonly clock: Clock;
  /** Tracked. */
  readonly list: () => readonly CaseListEntry[];
}

/** Lives as long as the page. */
export function keepRowsFresh({ engine, open, shelf, clock, list }: UpkeepPorts): void {
  const refused = new Set<Id>();
  let running = false;
  const refresh = async (caseId: Id): Promise<void> => {
    const opened = await open.get(caseId);
    if (opened === undefined) refused.add(caseId);
    else shelf.put(untrack(opened.live.row));
    running = false;
    next();
  };
  function next(): void {
    const [caseId] = shelf.stale(untrack(list), untrack(clock.now)).filter((each) => !refused.has(each));
    if (running || caseId === undefined) return;
    running = true;
    engine.scheduler.idle(() => void refresh(caseId));
  }
  createRoot(() => {
    createEffect(
      on(list, (entries) => {
        shelf.settle(entries);
        next();
      }),
    );
    createEffect(on(clock.now, next));
    const turning = shelf.book.choose(() => staleSpec);
    createEffect(() => {
      const [soonest] = turning.ids();
      clock.turnsAt("rows", soonest === undefined ? undefined : shelf.book.row(soonest)?.staleAt);
    });
  });

  const touched = new Set<Id>();
  engine.onOtherTab(({ doc }) => {
    const caseId = doc.startsWith("case/") ? doc.slice("case/".length) : "";
    if (!isId(caseId)) return;
    // Gathered, never put off: edits that keep coming in are shown all the same.
    if (touched.size === 0) {
      engine.scheduler.after(GATHER, () => {
        void shelf.read([...touched]);
        touched.clear();
      });
    }
    touched.add(caseId);
  });
  void engine.unlisted().then(async (lost) => {
    for (const caseId of lost) {
      const opened = await open.get(caseId);
      const info = opened?.session.case().live.case[caseId];
      if (info !== undefined) await engine.listCase({ id: caseId, title: info.title, category: info.category });
    }
  });
}

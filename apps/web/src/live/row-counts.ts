/**
 * Two answers that stand around every screen: how many cases wait for me, and what ends next. Not pure: choices of rows, made once per book.
 *
 * Why kept by book: labels ask again and again, and each choice lives as long as the page.
 */
import type { Id, Instant, When } from "@recourse/core";
import { createRoot, type Accessor } from "solid-js";
import type { RowBook, RowChoice } from "./row-book.ts";
import { comingDates, comingSpec, endsAt, isOver, mineSpec, soonestFirst } from "./sections.ts";

/** What ends next, and the case it belongs to. */
export interface NextEnd {
  readonly caseId: Id;
  readonly due: When;
}

export interface RowCounts {
  /** Cases in which the next move is ours and that do not sleep. Tracked. */
  readonly mine: () => number;
  /** The soonest end of a clock, or of a date of our own within a week. Tracked. */
  readonly next: () => NextEnd | undefined;
}

export interface CountPorts {
  readonly book: RowBook;
  readonly now: Accessor<Instant>;
  readonly asleep: Accessor<ReadonlySet<string>>;
}

function createRowCounts({ book, now, asleep }: CountPorts): RowCounts {
  const mine = book.choose(() => mineSpec(asleep()));
  const running = book.choose(() => {
    const at = now();
    return { fits: (row) => row.clock !== undefined && !isOver(row.clock, at), order: soonestFirst };
  });
  const coming = book.choose(() => comingSpec(now()));
  const first = (choice: RowChoice) => book.row(choice.ids()[0] ?? "");
  return {
    mine: () => mine.ids().length,
    next: () => {
      const [clocked, dated] = [first(running), first(coming)];
      const ends = [
        ...(clocked?.clock === undefined ? [] : [{ caseId: clocked.caseId, clock: clocked.clock }]),
        ...(dated === undefined ? [] : comingDates(dated, now()).map((clock) => ({ caseId: dated.caseId, clock }))),
      ];
      const [soonest] = ends.toSorted((a, b) => (endsAt(a.clock) < endsAt(b.clock) ? -1 : 1));
      return soonest && { caseId: soonest.caseId, due: soonest.clock.due };
    },
  };
}

const made = new WeakMap<RowBook, RowCounts>();

/** The counts of a book: the same each time it is asked. */
export function countsOf(ports: CountPorts): RowCounts {
  const known = made.get(ports.book) ?? createRoot(() => createRowCounts(ports));
  made.set(ports.book, known);
  return known;
}

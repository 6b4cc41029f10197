/**
 * An open case as signals: records, one signal per pass of the assessment, and the commands that change it. Not pure: holds signals, writes through the session.
 *
 * 1. A pass whose answer stands still wakes nobody (pass-signals.ts).
 * 2. A run is decided before it is written; what is refused has changed nothing.
 * 3. Assessing follows the document at once, and the clock: a deadline turns because `now` changed.
 */
import {
  commands,
  decide,
  err,
  makeAssessor,
  measure,
  ok,
  ref,
  type Assessment,
  type Case,
  type Change,
  type CommandContext,
  type DomainError,
  type Id,
  type Instant,
  type Kind,
  type LetterRenderer,
  type Measures,
  type Pack,
  type Result,
} from "@recourse/core";
import type { CaseReading, CaseSession } from "@recourse/sync";
import { batch, createEffect, createSignal, on, untrack, type Accessor } from "solid-js";
import type { CaseLive, Done, UndoCount } from "../services/services.ts";
import { rowOf, type BoardRow } from "./board-row.ts";
import { withIds } from "./minted.ts";
import { createPassSignals } from "./pass-signals.ts";
import { createRecordSignals } from "./record-signals.ts";
import { sameRow } from "./row-version.ts";
import { confirming, steadyTrouble } from "./trouble.ts";

export type LiveSession = Pick<CaseSession, "caseId" | "reader" | "case" | "role" | "run" | "undo" | "state">;

export interface LivePorts {
  /** Tracked: the light pack first, the one with texts once they are loaded. */
  readonly pack: Accessor<Pack>;
  readonly render: LetterRenderer;
  readonly now: Accessor<Instant>;
  /** Who writes; undefined before there is a name for them. */
  readonly by: () => Id | undefined;
  readonly mint: () => Id;
  /** Hears of every new row, and of the first. */
  readonly onRow: (row: BoardRow) => void;
  /** Hears of what a person ran, for the toast that offers to undo it. */
  readonly onRun: (caseId: Id, command: string) => void;
}

export interface OpenLive extends CaseLive {
  /** Writes changes that the import found, as one undoable step. */
  readonly takeIn: (changes: readonly Change[]) => Result<Done, DomainError>;
  /** Number of record signals alive, for tests. */
  readonly signals: () => number;
  readonly dispose: () => void;
}

const measured: readonly Kind[] = ["reading", "sample", "attempt", "exhibit", "order", "undertaking", "override"];

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || (a.length === b.length && a.every((item, i) => item === b[i]));

/** Must be called under an owner that lives as long as the session is open. */
export function createCaseLive(session: LiveSession, ports: LivePorts): OpenLive {
  const { pack, render, now, by, mint } = ports;
  const { reader, caseId } = session;
  let assessor = makeAssessor(untrack(pack), render);
  const troubleOf = steadyTrouble();
  const assessNow = (reading: CaseReading): Assessment =>
    assessor.assess(reading.case, untrack(now), troubleOf(reading).assessed);
  const first = assessNow(reader.current());

  const records = createRecordSignals(session.case);
  const [whole, setWhole] = createSignal<Case>(session.case());
  const passes = createPassSignals(first);
  const [row, setRow] = createSignal(rowOf(session.case(), first), { equals: sameRow });
  const [trouble, setTrouble] = createSignal(troubleOf(reader.current()).shown);
  const [depth, setDepth] = createSignal(session.undo.depth.get());
  const [state, setState] = createSignal(session.state.get());
  const [role, setRole] = createSignal(session.role());

  const show = (of: Case, a: Assessment): void =>
    batch(() => {
      setWhole(() => of);
      passes.show(a);
      const before = untrack(row);
      const after = rowOf(of, a);
      setRow(() => after);
      if (!sameRow(before, after)) ports.onRow(after);
    });
  ports.onRow(untrack(row));

  const stops = [
    reader.subscribe(({ reading, touched }) =>
      batch(() => {
        records.touch(touched);
        const read = reading();
        show(read.case, assessNow(read));
        setTrouble(troubleOf(read).shown);
        setRole(session.role());
      }),
    ),
    session.undo.depth.subscribe(setDepth),
    session.state.subscribe(setState),
  ];
  createEffect(on(now, () => show(session.case(), assessNow(reader.current())), { defer: true }));
  createEffect(
    on(
      pack,
      (full) => {
        assessor = makeAssessor(full, render);
        show(session.case(), assessNow(reader.current()));
      },
      { defer: true },
    ),
  );

  const context = (): CommandContext => {
    const who = by();
    return {
      now: untrack(now),
      role: session.role(),
      pack: untrack(pack),
      render,
      mint,
      ...(who === undefined ? {} : { by: who }),
    };
  };
  const commit = (changes: readonly Change[], join?: string): Done => {
    if (changes.length === 0) return { saved: Promise.resolve(true), made: [] };
    const { saved } = session.run(changes, join);
    const made = changes.flatMap((c) => (c.op === "put" || c.op === "append" ? [c.id] : []));
    return { saved: saved.then((result) => result.ok), made };
  };
  const counted = (
    done: { readonly applied: readonly unknown[]; readonly skipped: readonly unknown[] } | undefined,
  ): UndoCount => ({
    applied: done?.applied.length ?? 0,
    skipped: done?.skipped.length ?? 0,
  });

  // Measured by hand of the slices it reads: the assessment keeps its own to itself.
  let measuredFrom: readonly unknown[] = [];
  let measures: Measures | undefined;
  const measureAll = (): Measures => {
    const of = whole();
    const from = measured.flatMap((kind) => [of.live[kind], of.removed[kind]]);
    if (measures === undefined || !sameItems(from, measuredFrom)) {
      measures = measure(of, untrack(pack));
      measuredFrom = from;
    }
    return measures;
  };

  return {
    caseId,
    record: records.record,
    ids: records.ids,
    all: records.all,
    signals: records.size,
    ...passes.signals,
    trouble,
    measures: measureAll,
    whole,
    row,
    run: (name, data, join) => {
      const decided = decide(session.case(), name, withIds(commands.get(name)?.schema, data, mint), context());
      if (!decided.ok) return decided;
      const done = commit(decided.value, join);
      ports.onRun(caseId, name);
      return ok(done);
    },
    confirm: (conflict) => {
      const changes = confirming(conflict);
      return changes === undefined
        ? err({ kind: "immutable", ref: ref(conflict.kind, conflict.id, conflict.field) })
        : ok(commit(changes));
    },
    takeIn: (changes) => {
      // The command checks what is put and set; bringing back and taking out need no values.
      const checked = changes.filter((c) => c.op === "put" || c.op === "set");
      const decided = decide(session.case(), "intake.take", { changes: checked }, context());
      if (!decided.ok) return decided;
      const others = (op: Change["op"]): readonly Change[] => changes.filter((c) => c.op === op);
      return ok(commit([...others("restore"), ...decided.value, ...others("remove")]));
    },
    undo: () => counted(session.undo.undo()),
    redo: () => counted(session.undo.redo()),
    canUndo: () => depth().undo > 0,
    canRedo: () => depth().redo > 0,
    // Whoever may only view is asked for nothing that would be refused (ME3).
    readOnly: () => state().is === "needs_update" || role() === "viewer",
    dispose: () => {
      for (const stop of stops) stop();
    },
  };
}

/**
 * Passes: named steps of an assessment that remember their last answer. Pure apart from that memory.
 *
 * 1. An answer is reused while what it reads and the answers it builds on are the same objects and `now` has not reached its `staleAt`.
 * 2. Going back in time recomputes: an answer is never older than asked for.
 * 3. An answer that comes out as the last one did stays the same object, so that nothing built on it runs again.
 * 4. A pass that names the fields it reads may hold records from before another field of theirs changed: what it hands out of them is those fields.
 */
import { all, type Case } from "../case/case.ts";
import type { Kind } from "../schema/kinds.ts";
import type { Instant } from "../time.ts";
import { kept } from "./same.ts";

export interface Timed<T> {
  readonly value: T;
  /** First moment at which the answer may differ without a change of the case. */
  readonly staleAt: Instant | undefined;
}

/** What a pass reads: all of a kind; or which records of it there are, and these fields of them. */
export type Read = Kind | { readonly kind: Kind; readonly fields: readonly string[] };

interface Remembered {
  readonly inputs: readonly unknown[];
  readonly now: Instant;
  readonly answer: Timed<unknown>;
}

export interface Passes {
  /** Runs `run` unless the remembered answer still holds. */
  readonly timed: <T>(
    name: string,
    of: Case,
    reads: readonly Read[],
    builtOn: readonly unknown[],
    now: Instant,
    run: () => Timed<T>,
  ) => Timed<T>;
  /** A pass that does not look at the clock. */
  readonly plain: <T>(
    name: string,
    of: Case,
    reads: readonly Read[],
    builtOn: readonly unknown[],
    now: Instant,
    run: () => T,
  ) => T;
  /** A question that is asked of single records and answered from nothing but the record and `builtOn`: each is answered once. */
  readonly each: <R extends object, T>(
    name: string,
    builtOn: readonly unknown[],
    judge: (record: R) => T,
  ) => (record: R) => T;
  /** Names of passes run since the last call, for tests and the bench. */
  readonly ran: () => readonly string[];
}

/** A fresh set of passes; one per open case. */
export function makePasses(): Passes {
  const memory = new Map<string, Remembered>();
  const views = new Map<string, View>();
  const records = new Map<
    string,
    { readonly builtOn: readonly unknown[]; readonly answers: WeakMap<object, unknown> }
  >();
  let ran: string[] = [];
  const viewOf = (of: Case, read: Exclude<Read, Kind>): object => {
    const key = `${read.kind} ${read.fields.join(" ")}`;
    const view = viewAt(of, read, views.get(key));
    views.set(key, view);
    return view.token;
  };
  const pass = <T>(
    name: string,
    of: Case,
    reads: readonly Read[],
    builtOn: readonly unknown[],
    now: Instant,
    looksAtClock: boolean,
    run: () => Timed<T>,
  ): Timed<T> => {
    const inputs: unknown[] = [];
    for (const read of reads)
      if (typeof read === "string") inputs.push(of.live[read], of.removed[read]);
      else inputs.push(viewOf(of, read), of.removed[read.kind]);
    inputs.push(...builtOn);
    const last = memory.get(name);
    if (last && holds(last, inputs, now, looksAtClock)) return last.answer as Timed<T>;
    const fresh = run();
    const answer = last ? { ...fresh, value: kept(last.answer.value, fresh.value) } : fresh;
    memory.set(name, { inputs, now, answer });
    ran.push(name);
    return answer;
  };
  return {
    timed: (name, of, reads, builtOn, now, run) => pass(name, of, reads, builtOn, now, true, run),
    plain: (name, of, reads, builtOn, now, run) =>
      pass(name, of, reads, builtOn, now, false, () => ({ value: run(), staleAt: undefined })).value,
    each: <R extends object, T>(name: string, builtOn: readonly unknown[], judge: (record: R) => T) => {
      const last = records.get(name);
      const same = last !== undefined && sameObjects(last.builtOn, builtOn);
      const answers = same ? last.answers : new WeakMap<object, unknown>();
      if (!same) records.set(name, { builtOn, answers });
      return (record: R): T => {
        if (answers.has(record)) return answers.get(record) as T;
        const answer = judge(record);
        answers.set(record, answer);
        return answer;
      };
    },
    ran: () => {
      const names = ran;
      ran = [];
      return names;
    },
  };
}

/** A slice as one who reads only some fields sees it: `token` is another object when that changes. */
interface View {
  readonly slice: object;
  readonly list: readonly { readonly id: string }[];
  readonly token: object;
}

function viewAt(of: Case, { kind, fields }: Exclude<Read, Kind>, last: View | undefined): View {
  const slice = of.live[kind];
  if (last?.slice === slice) return last;
  const list: readonly Readonly<Record<string, unknown> & { readonly id: string }>[] = all(of, kind);
  const before: readonly Readonly<Record<string, unknown> & { readonly id: string }>[] | undefined = last?.list;
  const same =
    before?.length === list.length &&
    list.every((now, i) => {
      const was = before[i];
      return was === now || (was?.id === now.id && fields.every((f) => was[f] === now[f]));
    });
  return { slice, list, token: same && last ? last.token : slice };
}

const sameObjects = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);

function holds(last: Remembered, inputs: readonly unknown[], now: Instant, looksAtClock: boolean): boolean {
  if (looksAtClock && (now < last.now || (last.answer.staleAt !== undefined && now >= last.answer.staleAt)))
    return false;
  return sameObjects(last.inputs, inputs);
}

/** The earliest of some moments. */
export const earliest = (...at: readonly (Instant | undefined)[]): Instant | undefined =>
  at.filter((x) => x !== undefined).toSorted()[0];

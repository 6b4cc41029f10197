/**
 * Changes: the only way a case changes, and how they are applied and inverted. Pure.
 *
 * 1. `apply` never throws and never drops: a change that does not fit is left out and returned in `skipped`.
 * 2. `invert(before, changes)` undoes exactly `changes` when nothing else came between.
 * 3. `put` of an id that is already there changes nothing: a command repeated is done once.
 */
import type { Id } from "../identity.ts";
import { appendOnly, isKind, type Kind } from "../schema/kinds.ts";
import type { Case, Slices } from "./case.ts";

export type Fields = Readonly<Record<string, unknown>>;

export type Change =
  | { readonly op: "put"; readonly kind: Kind; readonly id: Id; readonly value: Fields }
  | { readonly op: "set"; readonly kind: Kind; readonly id: Id; readonly field: string; readonly value: unknown }
  | { readonly op: "remove"; readonly kind: Kind; readonly id: Id }
  | { readonly op: "restore"; readonly kind: Kind; readonly id: Id }
  | { readonly op: "append"; readonly kind: Kind; readonly id: Id; readonly value: Fields }
  /** Units: UTF-16 code units. */
  | {
      readonly op: "text";
      readonly kind: Kind;
      readonly id: Id;
      readonly field: string;
      readonly at: number;
      readonly del: number;
      readonly ins: string;
    };

export interface Applied {
  readonly case: Case;
  /** Changes that did not fit, e.g. a `set` of a record that does not exist. */
  readonly skipped: readonly Change[];
}

type Loose = Readonly<Record<string, Readonly<Record<string, Fields & { readonly id: Id }>>>>;

/** The case after `changes`, in order. */
export function apply(before: Case, changes: readonly Change[]): Applied {
  const live: Record<string, Record<string, Fields & { readonly id: Id }>> = { ...(before.live as unknown as Loose) };
  const removed: Record<string, Record<string, Fields & { readonly id: Id }>> = {
    ...(before.removed as unknown as Loose),
  };
  const own = new Set<object>();
  const slice = (side: typeof live, kind: string): Record<string, Fields & { readonly id: Id }> => {
    const now = side[kind] ?? {};
    if (own.has(now)) return now;
    const copy = { ...now };
    own.add(copy);
    side[kind] = copy;
    return copy;
  };
  const skipped: Change[] = [];
  for (const c of changes) {
    const there = live[c.kind]?.[c.id];
    const gone = removed[c.kind]?.[c.id];
    if (!isKind(c.kind)) skipped.push(c);
    else if (c.op === "put" || c.op === "append") {
      if (there || gone || (c.op === "append" && !appendOnly.has(c.kind))) skipped.push(c);
      else slice(live, c.kind)[c.id] = { ...c.value, id: c.id };
    } else if (c.op === "set") {
      const side = there ? live : removed;
      const now = there ?? gone;
      if (!now || !isFieldName(c.field) || appendOnly.has(c.kind)) skipped.push(c);
      else slice(side, c.kind)[c.id] = withField(now, c.field, c.value);
    } else if (c.op === "text") {
      const now = there ?? gone;
      const text = now?.[c.field];
      if (
        !now ||
        appendOnly.has(c.kind) ||
        typeof text !== "string" ||
        c.at < 0 ||
        c.del < 0 ||
        c.at + c.del > text.length
      )
        skipped.push(c);
      else
        slice(there ? live : removed, c.kind)[c.id] = withField(
          now,
          c.field,
          text.slice(0, c.at) + c.ins + text.slice(c.at + c.del),
        );
    } else {
      const [from, to, now] = c.op === "remove" ? [live, removed, there] : [removed, live, gone];
      if (!now || appendOnly.has(c.kind) || c.kind === "case") skipped.push(c);
      else {
        delete slice(from, c.kind)[c.id];
        slice(to, c.kind)[c.id] = now;
      }
    }
  }
  return {
    case: { caseId: before.caseId, live: live as unknown as Slices, removed: removed as unknown as Slices },
    skipped,
  };
}

/** `id` is identity; names that begin with `!` belong to the store (2-architecture, Yjs layout). */
const isFieldName = (field: string): boolean => field !== "" && field !== "id" && !field.startsWith("!");

function withField(now: Fields & { readonly id: Id }, field: string, value: unknown): Fields & { readonly id: Id } {
  if (value !== undefined) return { ...now, [field]: value };
  const { [field]: _dropped, ...rest } = now;
  return { ...rest, id: now.id };
}

/** The changes that lead from after `changes` back to `before`. A put is undone by a remove: nothing is ever erased. */
export function invert(before: Case, changes: readonly Change[]): readonly Change[] {
  const back: Change[] = [];
  let now = before;
  for (const c of changes) {
    const next = apply(now, [c]);
    if (next.skipped.length === 0) {
      const inverse = invertOne(now, c);
      if (inverse) back.unshift(inverse);
    }
    now = next.case;
  }
  return back;
}

function invertOne(before: Case, c: Change): Change | undefined {
  const sides = [before.live, before.removed] as unknown as readonly Loose[];
  const was = sides[0]?.[c.kind]?.[c.id] ?? sides[1]?.[c.kind]?.[c.id];
  switch (c.op) {
    case "put":
      return { op: "remove", kind: c.kind, id: c.id };
    case "append":
      return undefined;
    case "set":
      return { op: "set", kind: c.kind, id: c.id, field: c.field, value: was?.[c.field] };
    case "remove":
      return { op: "restore", kind: c.kind, id: c.id };
    case "restore":
      return { op: "remove", kind: c.kind, id: c.id };
    case "text": {
      const text = was?.[c.field];
      if (typeof text !== "string") return undefined;
      return {
        op: "text",
        kind: c.kind,
        id: c.id,
        field: c.field,
        at: c.at,
        del: c.ins.length,
        ins: text.slice(c.at, c.at + c.del),
      };
    }
  }
}

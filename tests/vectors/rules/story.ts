/**
 * A case as plain data: records under readable names, so that two cases can be compared and one thing of them changed.
 */
import { createHash } from "node:crypto";
import {
  appendOnly,
  apply,
  assess,
  emptyCase,
  id,
  instant,
  readRecord,
  ref,
  type Assessment,
  type Case,
  type Change,
  type GroundAssessment,
  type Id,
  type Kind,
  type Ref,
} from "@recourse/core";
import { letterRenderer } from "@recourse/words";
import { pack } from "../real-case.ts";

/** A record with its kind. Names of other records stand as their ids (`idOf`). */
export interface Told {
  readonly is: Kind;
  readonly [field: string]: unknown;
}
export interface Story {
  readonly me: Readonly<Record<string, unknown>>;
  readonly records: Readonly<Record<string, Told>>;
  /** Names of records that were removed again. */
  readonly removed: readonly string[];
  /** Clock time in China at which the case is looked at. */
  readonly now: string;
}

/** The id of the record of this name. */
export const idOf = (name: string): Id => id(createHash("sha256").update(name).digest("hex").slice(0, 32));
/** `payment/…` for the payment of this name. */
export const refOf = (kind: Kind, name: string, field?: string): Ref => ref(kind, idOf(name), field);
export const CASE = idOf("case");

/** Errors: throws where a record is none of this version or does not fit, because then the vector is wrong. */
export function caseOf(story: Story): Case {
  const puts = Object.entries({ case: { is: "case", ...story.me } as const, ...story.records }).map(
    ([name, { is: kind, ...value }]): Change => {
      const read = readRecord(kind, idOf(name), value);
      if (read.as !== "record") throw new Error(`${name}: ${read.misfit.reason}`);
      return { op: appendOnly.has(kind) ? "append" : "put", kind, id: idOf(name), value };
    },
  );
  const removes = story.removed.map((name): Change => {
    const told = story.records[name];
    if (!told) throw new Error(`no record ${name}`);
    return { op: "remove", kind: told.is, id: idOf(name) };
  });
  const applied = apply(emptyCase(CASE), [...puts, ...removes]);
  if (applied.skipped.length > 0) throw new Error(`does not fit: ${JSON.stringify(applied.skipped)}`);
  return applied.case;
}

export const assessed = (story: Story): Assessment => assess(pack, caseOf(story), instant(story.now), letterRenderer);

/** The ground of this name. Errors: throws where there is none. */
export function ground(story: Story, name: string): GroundAssessment {
  const { grounds } = assessed(story);
  const found = grounds.find((g) => g.id === name);
  if (!found) throw new Error(`no ground ${name} in ${grounds.map((g) => g.id).join(" ")}`);
  return found;
}

/** The story with other fields of one record. */
export function edited(story: Story, name: string, fields: Readonly<Record<string, unknown>>): Story {
  const told = story.records[name];
  if (!told) throw new Error(`no record ${name}`);
  return withRecords(story, { [name]: { ...told, ...fields } });
}

export const withRecords = (story: Story, records: Story["records"]): Story => ({
  ...story,
  records: { ...story.records, ...records },
});

/** The story as if these had never been told. */
export const without = (story: Story, ...names: readonly string[]): Story => ({
  ...story,
  records: Object.fromEntries(Object.entries(story.records).filter(([name]) => !names.includes(name))),
});

/** The story with one field of a record not told. */
export function withoutField(story: Story, name: string, field: string): Story {
  const told = story.records[name];
  if (!told) throw new Error(`no record ${name}`);
  const { is: kind, ...fields } = told;
  const left = Object.fromEntries(Object.entries(fields).filter(([key]) => key !== field));
  return withRecords(story, { [name]: { is: kind, ...left } });
}

export const withMe = (story: Story, fields: Readonly<Record<string, unknown>>): Story => ({
  ...story,
  me: { ...story.me, ...fields },
});

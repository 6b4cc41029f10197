/**
 * A text field and a text that others type in too: what the one writes, and what the other shows. Pure but for its ports; knows no page.
 *
 * 1. While an input method composes nothing is written and nothing redrawn; afterwards what was composed is put where its place has gone to.
 * 2. What others typed moves the selection with its letters; a field that shows the text already is left alone.
 * 3. The text may become another document's at any time (AC5): only what it reads counts.
 */
import { rebased, spliceBetween, type Splice } from "@recourse/sync";
import { movedPlace, spliced, splicesBetween } from "./many-splices.ts";

export type { Splice };

/** A field as it stands. Units: UTF-16 code units. */
export interface FieldNow {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface TextPorts {
  /** The text as it stands now. */
  readonly read: () => string;
  /** False when it was refused: then the field goes back to what is read. */
  readonly write: (splice: Splice) => boolean;
}

/** Each answers what the field has to show; undefined: it is left alone. */
export interface TextBinding {
  /** The person changed the field. */
  readonly typed: (field: FieldNow) => FieldNow | undefined;
  /** The text may be another now. The field is read only where that matters: reading a long one takes its time. */
  readonly changed: (field: () => FieldNow) => FieldNow | undefined;
  readonly composes: () => void;
  /** The composition is over, whatever became of it. */
  readonly composed: (field: FieldNow) => FieldNow | undefined;
  readonly isComposing: () => boolean;
}

/** For a field that shows what is read now. */
export function bindText({ read, write }: TextPorts): TextBinding {
  /** What the field was made on. */
  let base = read();
  /** During a composition: what the text has become since `base`, oldest first. */
  let since: string[] = [];
  let composing = false;
  let writing = false;

  const settle = (field: FieldNow): FieldNow | undefined => {
    const mine = spliceBetween(base, field.text, field.end);
    if (mine !== undefined) {
      const moved = follow(mine, base, [...since, read()]);
      writing = true;
      write(moved);
      writing = false;
    }
    base = read();
    since = [];
    return shown(field, base);
  };
  return {
    typed: (field) => (composing ? undefined : settle(field)),
    changed: (field) => {
      if (writing) return undefined;
      const now = read();
      if (composing) {
        if (now !== (since.at(-1) ?? base)) since.push(now);
        return undefined;
      }
      base = now;
      return shown(field(), now);
    },
    composes: () => {
      composing = true;
    },
    composed: (field) => {
      composing = false;
      return settle(field);
    },
    isComposing: () => composing,
  };
}

/** The same splice after the text has gone from `base` through `steps`. */
function follow(splice: Splice, base: string, steps: readonly string[]): Splice {
  let mine = splice;
  let text = base;
  for (const step of steps)
    for (const theirs of splicesBetween(text, step)) {
      const next = spliced(text, theirs);
      mine = rebased(mine, text, next);
      text = next;
    }
  return mine;
}

function shown(field: FieldNow, text: string): FieldNow | undefined {
  if (field.text === text) return undefined;
  const splices = splicesBetween(field.text, text);
  const isRange = field.end > field.start;
  return {
    text,
    start: movedPlace(field.start, splices, isRange),
    end: movedPlace(field.end, splices),
  };
}

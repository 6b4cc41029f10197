/**
 * Fields of small forms as data, and how what is typed becomes a value. Pure.
 *
 * 1. What is typed stays text until it is sent: nothing is corrected under the person's hands.
 */
import { isId, parseYuan, type Id } from "@recourse/core";
import { fromField, toField, whenOf } from "../../../parts/moment.ts";

export type FieldType =
  | "text"
  | "long"
  | "money"
  | "moment"
  | "when"
  | "number"
  | "choice"
  | "flag"
  | "exhibit"
  | "draft";

export interface FieldSpec {
  readonly name: string;
  readonly type: FieldType;
  readonly required?: boolean;
  /** Values of a choice; worded by `<set>.<value>`. */
  readonly values?: readonly string[];
  readonly set?: string;
  /** Material type given to a file that is added here. */
  readonly material?: string;
  /** Word code of a hint. */
  readonly hint?: string;
  /** Free words of the person or the other side, in which secrets are covered before they are kept (G2). */
  readonly masked?: boolean;
}

export type Texts = Readonly<Record<string, string>>;

/** A value as its field shows it. */
export function textOf(spec: FieldSpec, value: unknown): string {
  if (value === undefined || value === null) return "";
  switch (spec.type) {
    case "money":
      return typeof value === "number" ? (value / 100).toFixed(2) : "";
    case "moment":
      return toField(String(value));
    case "when": {
      const when = whenOf(value);
      return when === undefined ? "" : when.includes("T") ? toField(when) : when;
    }
    case "flag":
      return value === true ? "yes" : value === false ? "no" : "";
    default:
      return String(value);
  }
}

/** Either a value (undefined for nothing) or the word code of what is wrong. */
export type FieldRead = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly code: string };

const good = (value: unknown): FieldRead => ({ ok: true, value });
const bad = (code: string): FieldRead => ({ ok: false, code });

/** Reads one field. */
export function readField(spec: FieldSpec, text: string): FieldRead {
  const typed = spec.type === "long" ? text : text.trim();
  if (typed.trim() === "") return spec.required ? bad("screen.form.required") : good(undefined);
  switch (spec.type) {
    case "money": {
      const fen = parseYuan(typed);
      return fen.ok && fen.value >= 0 ? good(fen.value) : bad("screen.form.bad_money");
    }
    case "moment": {
      const at = fromField(typed);
      return at === undefined ? bad("screen.form.bad_time") : good(at);
    }
    case "when": {
      const at = typed.includes("T") ? fromField(typed) : whenOf(typed);
      return at === undefined ? bad("screen.form.bad_time") : good(at);
    }
    case "number": {
      const n = Number(typed);
      return Number.isFinite(n) && n >= 0 ? good(n) : bad("screen.form.bad_number");
    }
    case "flag":
      return good(typed === "yes");
    default:
      return good(typed);
  }
}

/** What all fields say: values of those that say something, and what is wrong by name. */
export interface FormRead {
  readonly values: Readonly<Record<string, unknown>>;
  readonly empty: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
}

/** Texts of a form as values. Errors: by field, with the code of the sentence that says what to write instead. */
export function readForm(specs: readonly FieldSpec[], texts: Texts): FormRead {
  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  const empty: string[] = [];
  for (const spec of specs) {
    const read = readField(spec, texts[spec.name] ?? "");
    if (!read.ok) errors[spec.name] = read.code;
    else if (read.value === undefined) empty.push(spec.name);
    else values[spec.name] = read.value;
  }
  return { values, empty, errors };
}

/** An id out of a command's loose data. */
export const idIn = (value: unknown): Id | undefined => (typeof value === "string" && isId(value) ? value : undefined);
/** A text out of a command's loose data. */
export const textIn = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

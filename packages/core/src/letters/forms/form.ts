/**
 * A formal paper as it reads now: sections of fields, each with its value and sources, or what is still missing. Types only.
 *
 * 1. Nothing here is stored; a value is always a Message with the Refs it rests on.
 * 2. A field that the app does not keep says so and stays empty; nothing is ever guessed into it.
 */
import type { Fix } from "../../assess/assessment.ts";
import type { Message } from "../../message.ts";
import type { Need } from "./layout.ts";

/** Letters that are also a table of fields. */
export type FormKind = "complaint12315" | "claim" | "attorney" | "association" | "payment_dispute";
export const formKinds: readonly FormKind[] = ["complaint12315", "claim", "attorney", "association", "payment_dispute"];
/** Whether a letter of this kind has a table of fields. */
export const isFormKind = (kind: string): kind is FormKind => formKinds.some((k) => k === kind);

/** Something the paper still lacks, with what to press. */
export interface FormGap {
  /** Id of the field. */
  readonly field: string;
  readonly message: Message;
  readonly fix: Fix;
  /** False: worth having, and the paper can go without. */
  readonly required: boolean;
}

/**
 * - `filled`: the case has it. `missing`: it does not, and `missing` says what to press.
 * - `own_hand`: the person writes it on the paper; `note` says why.
 * - `theirs`: whoever receives the paper fills it in. `blank`: nothing known and nothing needed.
 */
export type FieldState = "filled" | "missing" | "own_hand" | "theirs" | "blank";

export interface FormChoice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly need: Need;
  readonly state: FieldState;
  /** One line each, with the Refs it rests on. */
  readonly value: readonly Message[];
  /** Empty for a field that is no choice. */
  readonly choices: readonly FormChoice[];
  readonly note: Message | undefined;
  /** Also on a field that is filled, where what it says needs another look. */
  readonly missing: FormGap | undefined;
  readonly hints: readonly string[];
}

export interface FormSection {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FormField[];
}

export interface FormView {
  readonly kind: FormKind;
  readonly title: string;
  /** Provisions that fix the minimum content. */
  readonly basis: readonly string[];
  /** The pack's own word on where the layout comes from. */
  readonly note: string;
  readonly sections: readonly FormSection[];
  /** What to know before handing it in. */
  readonly notes: readonly Message[];
  /** What goes along with it. */
  readonly enclosures: readonly Message[];
  readonly missing: readonly FormGap[];
  /** Nothing that is required is missing. */
  readonly ready: boolean;
}

/**
 * What fills a field: the facts it may read, and how a gap is said. Pure.
 *
 * 1. A gap always comes with a press that closes it.
 */
import type { Fix } from "../../assess/assessment.ts";
import type { Case } from "../../case/case.ts";
import type { History } from "../../course/history.ts";
import type { Id, Ref } from "../../identity.ts";
import { message, type Args, type Message } from "../../message.ts";
import type { Payment } from "../../proof/money-flow.ts";
import type { RecordOf } from "../../schema/kinds.ts";
import type { LetterView } from "../letter.ts";
import type { LetterContext } from "../template.ts";
import type { FormKind } from "./form.ts";
import type { SectionLayout } from "./layout.ts";

export type Party = RecordOf<"party">;
export type Role = NonNullable<SectionLayout["who"]>;

/** Everything a field of a section may read. */
export interface FillFacts {
  readonly case: Case;
  readonly kind: FormKind;
  readonly context: Pick<LetterContext, "demand" | "now">;
  readonly history: History;
  /** The letter whose sentences stand in the paper. */
  readonly letter: LetterView | undefined;
  /** The filing the paper belongs to, where there is one. */
  readonly filing: RecordOf<"filing"> | undefined;
  readonly filingId: Id | undefined;
  /** Of the section. */
  readonly role: Role | undefined;
  readonly party: Party | undefined;
  readonly payment: Payment | undefined;
}

export interface Gap {
  readonly message: Message;
  readonly fix: Fix;
}

/** `gap` beside a value: what is there needs another look. `chosen`: which of the choices follows from the case. */
export interface Filled {
  readonly value: readonly Message[];
  readonly gap?: Gap;
  readonly chosen?: string;
}

export const nothing: Filled = { value: [] };

/** Words of the case as they stand. */
export const plain = (text: string, refs: readonly Ref[]): Message => message("form.value.plain", { text }, refs);

/** A value that stands, or a gap where it is empty. */
export const textOr = (text: string | undefined, refs: readonly Ref[], gap: Gap): Filled => {
  const told = (text ?? "").trim();
  return told === "" ? { value: [], gap } : { value: [plain(told, refs)] };
};

/** What is missing, and the command that asks for it. */
export const gapOf = (code: string, args: Args, command: string, data: Fix["data"], title = "form.fix.fill"): Gap => ({
  message: message(code, args),
  fix: { title, command, data },
});

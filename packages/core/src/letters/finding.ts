/**
 * Problems of a letter: how the checks say what they found and what can be done. Pure.
 *
 * 1. Fixes are commands: `sentence.rewrite {sentence, text}` · `sentence.reset {sentence}` (back to the template) · `sentence.omit {sentence}` ·
 *    `sentence.state {draft, template, subject?}` · `sentence.addSource {sentence, source}`.
 * 2. The message of a problem has the code of the problem, except wording, whose messages are by category.
 */
import type { Fix, Problem } from "../assess/assessment.ts";
import { ref, type Id, type Ref } from "../identity.ts";
import { message, type Args } from "../message.ts";
import type { Sentence } from "./numbering.ts";
import type { Span } from "./fold.ts";

export interface Finding {
  readonly code: string;
  readonly severity: Problem["severity"];
  readonly args?: Args;
  readonly refs?: readonly Ref[];
  readonly fixes?: readonly Fix[];
  readonly span?: Span;
}

/** A finding as the Problem the person sees: its message and its rule have one code. */
export const problem = (target: Ref, f: Finding): Problem => ({
  code: f.code,
  severity: f.severity,
  target,
  message: message(f.code, f.args ?? {}, f.refs ?? []),
  fixes: f.fixes ?? [],
  ...(f.span === undefined ? {} : { span: { start: f.span.start, end: f.span.end } }),
});

/** What is wrong in one sentence; a span counts in the text of that sentence. */
export const onSentence = (id: Id, f: Finding): Problem => problem(ref("sentence", id), f);
/** What no single sentence is to blame for, such as a part that is missing. */
export const onDraft = (id: Id, f: Finding): Problem => problem(ref("draft", id), f);

/** New words for a sentence; a sentence with no words left is left out. */
export function rewriteFix(sentence: Id, text: string, title = "fix.rewrite", preferred = false): Fix {
  if (text.trim() === "" || /^[\p{P}\s]+$/u.test(text))
    return { title: "fix.omit", command: "sentence.omit", data: { sentence }, preferred };
  return { title, command: "sentence.rewrite", data: { sentence, text }, preferred };
}

/** Leaves the sentence out; the record stays, so that it can be brought back. */
export const omitFix = (sentence: Id): Fix => ({ title: "fix.omit", command: "sentence.omit", data: { sentence } });

/** Back to the words of the template; nothing for a person's own sentence. */
export const resetFixes = (s: Sentence, preferred = false): readonly Fix[] =>
  s.template === undefined || s.text === undefined
    ? []
    : [{ title: "fix.reset", command: "sentence.reset", data: { sentence: s.id }, preferred }];

/** Puts in, or brings back, the sentence that candour asks for (A6). `subject`: first source, where the template can occur more than once. */
export const stateFix = (draft: Id, template: string, subject: Ref | undefined): Fix => ({
  title: "fix.state",
  command: "sentence.state",
  data: { draft, template, ...(subject === undefined ? {} : { subject }) },
  preferred: true,
});

/** Names the record that states what the sentence says already (A2). */
export const sourceFix = (sentence: Id, source: Ref): Fix => ({
  title: "fix.add_source",
  command: "sentence.addSource",
  data: { sentence, source },
  preferred: true,
});

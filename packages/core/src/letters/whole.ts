/**
 * What no single sentence of a letter can be blamed for. Pure (A2, A6, D3, K7, L9, R1, X10).
 */
import { find } from "../case/case.ts";
import type { Problem } from "../assess/assessment.ts";
import { choiceFixes } from "../proof/demand.ts";
import { ref } from "../identity.ts";
import { endOf } from "../time.ts";
import { candour } from "./candour.ts";
import { onDraft, onSentence, omitFix } from "./finding.ts";
import type { Sentence } from "./numbering.ts";
import { partyGaps } from "./people-sentences.ts";
import { sentenceKey, type LetterFacts } from "./template.ts";

/** `kept`: the sentences that are in the letter. */
export const wholeProblems = (facts: LetterFacts, kept: readonly Sentence[]): readonly Problem[] => [
  ...barredProblems(facts),
  ...partyProblems(facts),
  ...partProblems(facts, kept),
  ...twiceProblems(kept),
  ...periodProblems(facts, kept),
  ...choiceProblems(facts),
  ...(facts.spec.candid ? candour(facts, kept) : []),
];

/** The case has changed since the letter was begun, or another door has shut this one (L9, A7, X10). */
function barredProblems(facts: LetterFacts): readonly Problem[] {
  const { spec, draft } = facts;
  const reason = spec.barred(facts.case, facts);
  if (reason !== undefined)
    return [onDraft(draft, { code: "X7.not_for_case", severity: "block", args: { letter: spec.kind, reason } })];
  return spec.kind === "complaint12315" && facts.complaintOpen === false
    ? [onDraft(draft, { code: "X10.closed", severity: "block" })]
    : [];
}

function partyProblems(facts: LetterFacts): readonly Problem[] {
  return partyGaps(facts).map((gap) =>
    onDraft(facts.draft, {
      code: "R1.party_missing",
      severity: "block",
      args: gap.args,
      fixes: [{ title: "fix.add_party", command: "party.add", data: { role: gap.args["role"] }, preferred: true }],
    }),
  );
}

function partProblems(facts: LetterFacts, kept: readonly Sentence[]): readonly Problem[] {
  const { draft, spec } = facts;
  return spec.needs
    .filter((part) => !kept.some((s) => s.part === part))
    .map((part) =>
      onDraft(draft, {
        code: "A2.part_missing",
        severity: "block",
        args: { part },
        fixes: [{ title: "fix.compose", command: "draft.compose", data: { draft }, preferred: true }],
      }),
    );
}

function twiceProblems(kept: readonly Sentence[]): readonly Problem[] {
  const keys = kept.map(sentenceKey);
  return kept
    .filter((s, i) => s.text === undefined && sentenceKey(s) !== undefined && keys.indexOf(sentenceKey(s)) !== i)
    .map((s) => onSentence(s.id, { code: "A2.twice", severity: "warn", fixes: [omitFix(s.id)] }));
}

/** K7: the letter asks for an answer by a time that is over. */
function periodProblems(facts: LetterFacts, kept: readonly Sentence[]): readonly Problem[] {
  const { draft, answerBy, now } = facts;
  const set = find(facts.case, "draft", draft)?.answerBy;
  const named = kept.some((s) => s.sources.some((r) => r.startsWith(ref("draft", draft))));
  if (set === undefined || !named || endOf(answerBy) >= now) return [];
  return [
    onDraft(draft, {
      code: "K7.past",
      severity: "block",
      args: { due: answerBy },
      fixes: [
        {
          title: "fix.new_period",
          command: "draft.edit",
          data: { id: draft, set: {}, unset: ["answerBy"] },
          preferred: true,
        },
      ],
    }),
  ];
}

/** D3: an application may leave both amounts to be talked about; every later letter asks for one (X4). */
function choiceProblems(facts: LetterFacts): readonly Problem[] {
  const { either, claimFen, refs } = facts.demand;
  if (!facts.spec.candid || claimFen !== undefined || either === undefined) return [];
  const open = { highFen: Math.max(...either), lowFen: Math.min(...either) };
  const severity = facts.spec.kind === "application" ? "warn" : "block";
  return [onDraft(facts.draft, { code: "D3.choose", severity, args: open, refs, fixes: choiceFixes(facts.case) })];
}

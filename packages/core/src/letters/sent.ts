/**
 * Sent versions: what left the house, and which of its facts read differently now. Pure (A3).
 *
 * 1. A sent version is never changed: a fact changed later is shown beside it.
 */
import { find, type Case } from "../case/case.ts";
import type { Demand, Problem } from "../assess/assessment.ts";
import { parseRef, ref, type Id, type Ref } from "../identity.ts";
import { packName, type Pack } from "../pack/pack.ts";
import type { FieldsOf, RecordOf } from "../schema/kinds.ts";
import type { When } from "../time.ts";
import { problem } from "./finding.ts";
import type { LetterView } from "./letter.ts";
import { printedValue } from "./sources.ts";
import { RefSchema } from "../schema/values.ts";

export interface SentChange {
  /** Index in the sentences of the sent version. */
  readonly sentence: number;
  readonly ref: Ref;
  readonly was: string;
  /** Undefined when the fact is no longer in the case. */
  readonly now: string | undefined;
}

/** Printed values that differ from the case as it is now. `demand`: for amounts that are computed. */
export function sentDiff(of: Case, sent: RecordOf<"sentVersion">, demand?: Demand): readonly SentChange[] {
  return sent.sentences.flatMap((s, sentence) =>
    Object.entries(s.printed).flatMap(([key, was]) => {
      const source = RefSchema.safeParse(key);
      if (!source.success || (demand === undefined && key.startsWith("demand/"))) return [];
      const now = printedValue(of, source.data, demand);
      return now === was ? [] : [{ sentence, ref: source.data, was, now }];
    }),
  );
}

/** `A3.sent_old`: one per fact, however many sentences state it. */
export function sentProblems(of: Case, sent: RecordOf<"sentVersion">, demand?: Demand): readonly Problem[] {
  const seen = new Map<string, SentChange>();
  for (const c of sentDiff(of, sent, demand)) if (!seen.has(c.ref)) seen.set(c.ref, c);
  return [...seen.values()].map((c) => {
    const field = parseRef(c.ref);
    const args = {
      was: c.was,
      now: c.now ?? "",
      gone: c.now === undefined,
      field: field.ok ? (field.value.field ?? "") : "",
    };
    return problem(ref("sentVersion", sent.id), { code: "A3.sent_old", severity: "info", args, refs: [c.ref] });
  });
}

/**
 * The fields of a sent version made from a letter as it reads now: sentences, printed values, numbers and hashes of exhibits, pack (A3).
 * `textSha256`: hash of the file or text that was sent, made by the caller.
 */
export function sentFields(
  of: Case,
  pack: Pack,
  view: LetterView,
  sent: { readonly at: When; readonly channel: string; readonly textSha256?: string },
): FieldsOf<"sentVersion"> {
  return {
    draft: view.draft,
    at: sent.at,
    channel: sent.channel,
    sentences: view.sentences.map((s) => ({
      part: s.part,
      text: s.text,
      sources: s.sources.map((r) => r.ref),
      printed: { ...find(of, "sentence", s.id)?.printed },
    })),
    exhibits: view.exhibits.flatMap(({ number, exhibit }) => exhibitLine(of, number, exhibit)),
    pack: packName(pack),
    ...(sent.textSha256 === undefined ? {} : { textSha256: sent.textSha256 }),
  };
}

function exhibitLine(of: Case, number: number, exhibit: Id): FieldsOf<"sentVersion">["exhibits"] {
  const e = find(of, "exhibit", exhibit);
  return e ? [{ number, exhibit, sha256: e.sha256, name: e.name }] : [];
}

/**
 * Opening a letter: the one named, the one in hand, or a new one where there is none. Effects: writes through the case, opens an editor.
 *
 * 1. A kind the case does not get is refused in words and nothing is opened.
 */
import type { Id, LetterKind, RecordOf } from "@recourse/core";
import type { CaseLive, Services } from "../../services/services.ts";
import { draftFor, draftOf, filingFor, type WantedLetter } from "./draft-of.ts";
import { runTold } from "./letter-live.ts";
import { nameTab } from "./letter-tabs.ts";

export interface Wanted {
  readonly draft?: string | undefined;
  readonly kind?: LetterKind | undefined;
  readonly filing?: Id | undefined;
  /** The reply it answers, an event (X6). */
  readonly answers?: Id | undefined;
  /** Beside what is in view where nothing is said: a letter is read with its case. */
  readonly where?: "here" | "beside" | undefined;
}

/** Data of `draft.start`. */
const startOf = ({ kind, filing, answers }: WantedLetter): Readonly<Record<string, unknown>> => ({
  kind,
  ...(filing === undefined ? {} : { filing }),
  ...(answers === undefined ? {} : { answers }),
});

/** The letter in hand of what is wanted; begun where there is none. Undefined where it was refused; the person has been told. */
function inHand(services: Services, live: CaseLive, wanted: WantedLetter): RecordOf<"draft"> | undefined {
  const whole = { ...wanted, filing: filingFor(live.filings(), wanted) };
  const there = draftFor(live, whole);
  if (live.readOnly()) return there;
  if (there !== undefined) {
    // Begun before its filing: from now on it is the paper of that one.
    if (there.filing !== whole.filing) live.run("draft.edit", { id: there.id, set: { filing: whole.filing } });
    return there;
  }
  return runTold(services, live, "draft.start", startOf(whole)) ? draftFor(live, whole) : undefined;
}

/** Shows a letter. */
export function openLetter(services: Services, live: CaseLive, wanted: Wanted): void {
  const { kind } = wanted;
  const named = live.record("draft", wanted.draft);
  const newest = named ?? (kind === undefined ? draftOf(live, undefined) : undefined);
  const found = newest ?? inHand(services, live, { ...wanted, kind: kind ?? "application" });
  // What cannot be begun by whoever only looks shows the place where it would be.
  if (found === undefined && !live.readOnly()) return;
  const arg = found === undefined ? live.caseId : `${live.caseId}/${found.id}`;
  if (found !== undefined) nameTab(arg, found.kind);
  services.desk.open("letter", arg, wanted.where ?? "beside");
}

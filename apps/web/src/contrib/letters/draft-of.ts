/** Which letter a screen shows. Reads signals. */
import { specOf, type FilingTrack, type Id, type LetterKind, type RecordOf } from "@recourse/core";
import type { CaseLive } from "../../services/services.ts";

type Draft = RecordOf<"draft">;
type Letters = Pick<CaseLive, "record" | "all">;

const newest = (a: Draft, b: Draft): number => ((a.recordedAt ?? "") < (b.recordedAt ?? "") ? 1 : -1);

/** Letters that went out. */
const sentIn = (live: Letters): ReadonlySet<string> => new Set<string>(live.all("sentVersion").map((v) => v.draft));

/** The one asked for; else the newest that was not sent; else the newest of all. */
export function draftOf(live: Letters, asked: string | undefined): Draft | undefined {
  const wanted = live.record("draft", asked);
  if (wanted !== undefined) return wanted;
  const sent = sentIn(live);
  const drafts = live.all("draft").toSorted(newest);
  return drafts.find((d) => !sent.has(d.id)) ?? drafts[0];
}

/** What a letter is to be: of a kind, for a filing, in answer to a reply. */
export interface WantedLetter {
  readonly kind: LetterKind;
  readonly filing?: Id | undefined;
  readonly answers?: Id | undefined;
}

/** Whether letters of this kind are handed to somebody else than the other side. */
export const isPaper = (kind: LetterKind): boolean =>
  !["application.submitted", "demand.sent", "termination.sent"].includes(specOf(kind).sentAs);

/** The filing that a paper of this kind belongs to: the one named, else the one being prepared in one of its channels. */
export function filingFor(
  filings: readonly Pick<FilingTrack, "filing" | "channel" | "status">[],
  { kind, filing }: WantedLetter,
): Id | undefined {
  if (filing !== undefined || !isPaper(kind)) return filing;
  const { channels } = specOf(kind);
  return filings.find((f) => f.status === "preparing" && channels.includes(f.channel))?.filing;
}

/** The letter in hand that is what is wanted. One begun before its filing serves that filing too. */
export function draftFor(live: Letters, { kind, filing, answers }: WantedLetter): Draft | undefined {
  const sent = sentIn(live);
  const open = live
    .all("draft")
    .filter((d) => d.kind === kind && !sent.has(d.id))
    .toSorted(newest);
  return (
    open.find((d) => d.filing === filing && (answers === undefined || d.answers === answers)) ??
    open.find((d) => isPaper(kind) && d.filing === undefined)
  );
}

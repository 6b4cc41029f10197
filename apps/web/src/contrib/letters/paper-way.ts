/**
 * Where a paper goes: the filing it belongs to, or the doors it could be handed in at. Reads signals (X7).
 *
 * 1. A paper is handed in on the page of its filing, whose pre-flight says whether it may go; never from the letter.
 */
import { specOf, type ChannelAssessment, type FilingTrack, type Id, type LetterKind } from "@recourse/core";
import type { CaseLive, Services } from "../../services/services.ts";
import { filingFor, isPaper } from "./draft-of.ts";

/** A letter of an open case. */
export interface LetterIn {
  readonly live: CaseLive;
  readonly draft: Id;
  readonly kind: LetterKind;
}

export interface PaperWay {
  /** The filing it is the paper of. */
  readonly track: FilingTrack | undefined;
  /** Doors it could go through, the usual one first; those that are open where there is one. */
  readonly doors: readonly ChannelAssessment[];
}

/** The way of a paper now. A letter that was begun before its filing belongs to the one being prepared. */
export function paperWay({ live, draft, kind }: LetterIn): PaperWay {
  const named = live.record("draft", draft)?.filing ?? live.all("filing").find((f) => f.draft === draft)?.id;
  const filing = filingFor(live.filings(), { kind, filing: named });
  const doors = specOf(kind).channels.flatMap((id) => live.channels().find((c) => c.id === id && c.applies) ?? []);
  const open = doors.filter((c) => c.allowed);
  return { track: live.filings().find((f) => f.filing === filing), doors: open.length > 0 ? open : doors };
}

/** Argument of `bundle.make`: papers go to the reader of their filing or channel, all other letters to nobody in particular. */
export function bundleWish(
  letter: LetterIn,
  { pack }: Pick<Services, "pack">,
): { readonly caseId: Id; readonly profile?: string; readonly filing?: Id } {
  const { caseId } = letter.live;
  if (!isPaper(letter.kind)) return { caseId };
  const { channels, audience } = specOf(letter.kind);
  const { track } = paperWay(letter);
  const rule = pack.channels.items.find((each) => each.id === (track?.channel ?? channels[0]));
  if (rule === undefined) return { caseId };
  const profile = audience === "public" ? "public" : rule.redactionProfile;
  return { caseId, profile, ...(track === undefined ? {} : { filing: track.filing }) };
}

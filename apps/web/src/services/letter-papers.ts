/**
 * A letter of the open case as it leaves the house: a draft read anew, or what was sent, as it was sent; and for whom it is. Pure.
 *
 * 1. A draft is judged by the whole law (B6): a quote can only be checked against its text.
 * 2. What was sent keeps its words, its numbers and its day (A3), whatever the case says now.
 * 3. What is for publication leaves only masked (P2); it goes along with nothing else.
 */
import {
  all,
  assessLetters,
  find,
  id,
  letterView,
  specOf,
  startOf,
  type Case,
  type Id,
  type Instant,
  type LetterContext,
  type LetterSentence,
  type LetterView,
  type Pack,
  type RecordOf,
  type RedactionProfile,
  type When,
} from "@recourse/core";
import {
  letterDocument,
  redactionTerms,
  redactLetter,
  type BundleProfile,
  type LetterDocument,
} from "@recourse/dossier";
import { letterRenderer } from "@recourse/words";

type Draft = RecordOf<"draft">;
type SentVersion = RecordOf<"sentVersion">;

/** The case as it is, and what judges it. */
export interface PaperFacts {
  readonly of: Case;
  readonly pack: Pack;
  readonly now: Instant;
}

export interface LetterPaper {
  readonly draft: Draft;
  readonly view: LetterView;
  readonly context: LetterContext;
  readonly document: LetterDocument;
  readonly profile: BundleProfile;
  /** What keeps it from going out; nothing does once it was sent. */
  readonly blocks: number;
}

const newestFirst = (a: Draft, b: Draft): number => ((a.recordedAt ?? "") < (b.recordedAt ?? "") ? 1 : -1);

const sentVersion = (of: Case, draft: Id): SentVersion | undefined =>
  all(of, "sentVersion").find((v) => v.draft === draft);

/** The newest that was not sent, else the newest that was. */
function currentOf(of: Case, fits: (draft: Draft) => boolean): Draft | undefined {
  const drafts = all(of, "draft").filter(fits).toSorted(newestFirst);
  return drafts.find((d) => sentVersion(of, d.id) === undefined) ?? drafts[0];
}

const isPublic = ({ kind }: Draft): boolean => specOf(kind).audience === "public";

/** Who reads a letter: the reader of its filing, else of the usual channel of its kind. */
export function profileOf(of: Case, pack: Pack, draft: Draft): BundleProfile {
  if (isPublic(draft)) return "public";
  const channel = find(of, "filing", draft.filing)?.channel ?? specOf(draft.kind).channels[0];
  const profile = pack.channels.items.find((c) => c.id === channel)?.redactionProfile ?? "platform";
  return profile === "none" || profile === "public" ? "platform" : profile;
}

/** For whom a bundle is to be: the reader, and the filing where it belongs to one. */
export interface BundleReader {
  readonly profile?: RedactionProfile | undefined;
  readonly filing?: Id | undefined;
}

/** The letter a bundle takes along. A letter for everybody goes with nothing but itself, a power of attorney with what it is for. */
export function bundleLetter({ of, pack }: PaperFacts, { profile, filing }: BundleReader): Id | undefined {
  const record = find(of, "filing", filing);
  if (record !== undefined) {
    const kind = pack.channels.items.find((c) => c.id === record.channel)?.letter;
    const own = currentOf(of, (d) => d.filing === record.id && d.kind !== "attorney");
    const begun = currentOf(of, (d) => d.kind === kind && d.filing === undefined);
    return record.draft ?? own?.id ?? begun?.id;
  }
  const fits = (d: Draft): boolean =>
    d.kind !== "attorney" && (profile === undefined ? !isPublic(d) : isFor(of, pack, d, profile));
  return currentOf(of, fits)?.id;
}

/** A refund portal for minors is told what the platform is told. */
const isFor = (of: Case, pack: Pack, draft: Draft, profile: RedactionProfile): boolean =>
  profileOf(of, pack, draft) === (profile === "minor" ? "platform" : profile);

/** The letter of `draft`; undefined when there is none. `at`: the day under it, today where absent. */
export function letterPaper(
  { of, pack, now }: PaperFacts,
  draftId: Id | undefined,
  at?: When,
): LetterPaper | undefined {
  const draft = find(of, "draft", draftId);
  if (draft === undefined) return undefined;
  const { lang, kind } = draft;
  const context = assessLetters(pack, of, now);
  const read = letterView(of, pack, draft.id, letterRenderer, lang, context);
  const sent = sentVersion(of, draft.id);
  const view = sent === undefined ? read : viewAsSent(read, kind, sent);
  const profile = profileOf(of, pack, draft);
  const day = sent?.at ?? at;
  const whole = letterDocument(of, view, kind, lang, day === undefined ? now : startOf(day), { profile });
  const document = profile === "public" ? redactLetter(whole, redactionTerms(of)).document : whole;
  const blocks = view.problems.filter((p) => p.severity === "block").length;
  return { draft, view, context, document, profile, blocks };
}

/** Stands for a sentence that has no record of its own any more. */
const placeId = (n: number): Id => id(String(n).padStart(26, "0"));

/** What was sent, read like a letter: its own words and numbers, and nothing left to change. */
function viewAsSent(view: LetterView, kind: Draft["kind"], sent: SentVersion): LetterView {
  const sentences = sent.sentences.map(({ part, text }, n): LetterSentence => ({
    id: placeId(n),
    part,
    template: undefined,
    text,
    sources: [],
    rewritten: false,
    findings: [],
  }));
  const parts = [...new Set([...specOf(kind).parts, ...sentences.map((s) => s.part)])];
  return {
    ...view,
    parts: parts.flatMap((part) => {
      const ids = sentences.filter((s) => s.part === part).map((s) => s.id);
      return ids.length === 0 ? [] : [{ part, sentences: ids }];
    }),
    sentences,
    omitted: [],
    exhibits: sent.exhibits,
    ready: true,
    problems: [],
  };
}

/**
 * The bundle of one filing: which papers, which exhibits, masked or not, by the profile of its channel. Pure but for the hashes of the platform.
 *
 * 1. One door: the profile decides names, exhibits and masking together, so that nothing masked meets anything that is not.
 * 2. What stays out is named with its reason; what was masked is listed, so that the person reads it before it goes.
 * 3. Nothing of an engagement case or of a minor is made for publication (L9).
 *
 * Source: E14, P1, P2, P4, L9, X14, F1, `cpl-123`, `spc-evidence-2019-19`.
 */
import {
  all,
  err,
  find,
  ok,
  type Case,
  type Forms,
  type FormView,
  type Id,
  type Instant,
  type Lang,
  type LetterKind,
  type LetterView,
  type RedactionProfile,
  type Result,
  type Sha256,
} from "@recourse/core";
import { planBag, type BagDocument, type BagPlan } from "./bag.ts";
import { publicationBarred, type BundleProfile, type ProfileChoice, type WithheldReason } from "./bundle-profile.ts";
import { bagExhibits, evidenceRows, letterDocument, orderNumber, withheldFrom } from "./case-papers.ts";
import { evidenceList, evidenceListDocx, evidenceListText } from "./evidence-list.ts";
import { formDocument, formText } from "./form-document.ts";
import { formDocx } from "./form-docx.ts";
import { letterText, type LetterDocument } from "./letter-document.ts";
import { letterDocx } from "./letter-docx.ts";
import { oneLine } from "./printable.ts";
import { redactLetter, type RedactedLetter } from "./redact-letter.ts";
import { redactionTerms } from "./redact-terms.ts";

export interface FilingBundleInput {
  readonly of: Case;
  readonly forms: Forms;
  /** Of the channel. */
  readonly profile: RedactionProfile;
  /** The channel or the office, in words; never printed in a public bundle. */
  readonly recipient?: string;
  /** Its kind is that of its draft. */
  readonly letter?: LetterView;
  /** The table of the same kind, where there is one. */
  readonly form?: FormView;
  readonly lang: Lang;
  readonly at: Instant;
  /** CRC-32 from the import, by hash. */
  readonly crc32?: ReadonlyMap<Sha256, number>;
  /** P4: pictures of identity papers are marked for this matter. */
  readonly identityMarked?: boolean;
  /** P2: words to leave unmasked in public. */
  readonly keep?: readonly string[];
}

/**
 * - `no_bundle`: the channel takes none. `engagement`, `minor`: not for publication. `no_letter`: a public text needs one.
 * - `letter_blocked`: `n` places of the text must be changed first.
 * Words: `bundle.refused.<kind>`.
 */
export type BundleRefusal =
  | { readonly kind: "no_bundle" }
  | { readonly kind: "engagement" }
  | { readonly kind: "minor" }
  | { readonly kind: "no_letter" }
  | { readonly kind: "letter_blocked"; readonly n: number };

export interface FilingBundle {
  readonly profile: BundleProfile;
  readonly plan: BagPlan;
  /** Words: `bundle.withheld.<reason>` with `name`. */
  readonly withheld: readonly { readonly exhibit: Id; readonly name: string; readonly reason: WithheldReason }[];
  /** What was masked, and what was asked to be kept; only for publication. */
  readonly redaction: Omit<RedactedLetter, "document"> | undefined;
}

const encoder = new TextEncoder();

async function paperFiles(
  name: string,
  text: string,
  docx: Uint8Array<ArrayBuffer>,
  isMasked = false,
): Promise<readonly BagDocument[]> {
  const masked = isMasked ? { isMasked } : {};
  return [
    { name, ext: "txt", bytes: encoder.encode(text), ...masked },
    { name, ext: "docx", bytes: docx, ...masked },
  ];
}

const letterFiles = async (doc: LetterDocument, isMasked = false): Promise<readonly BagDocument[]> =>
  paperFiles(oneLine(doc.title), letterText(doc), await letterDocx(doc), isMasked);

const kindOf = (of: Case, letter: LetterView): LetterKind => find(of, "draft", letter.draft)?.kind ?? "application";

/** Two papers of one name would be numbered; the text of a table is called what it is. */
const TEXT_OF = { "zh-CN": "正文", en: "text" } as const;

/** The papers of a filing that is not public: the table, the letter, the list of evidence. */
async function papers(input: FilingBundleInput, choice: ProfileChoice): Promise<readonly BagDocument[]> {
  const { of, letter, form, forms, lang, at } = input;
  const made: BagDocument[] = [];
  if (form !== undefined) {
    const doc = formDocument(form, lang);
    made.push(...(await paperFiles(oneLine(doc.title), formText(doc), await formDocx(doc))));
  }
  if (letter !== undefined) {
    const doc = letterDocument(of, letter, kindOf(of, letter), lang, at, choice);
    const title = form !== undefined && doc.title === form.title ? `${doc.title}·${TEXT_OF[lang]}` : doc.title;
    // The list of evidence is a paper of its own here.
    made.push(...(await letterFiles({ ...doc, title, exhibits: [] })));
  }
  const rows = evidenceRows(of, letter, lang, choice);
  if (rows.length > 0) {
    const copies = Math.max(1, all(of, "party").filter((p) => p.role === "respondent").length);
    const list = evidenceList(forms.evidence_list, rows, { lang, copies });
    made.push(...(await paperFiles(oneLine(list.title), evidenceListText(list), await evidenceListDocx(list))));
  }
  return made;
}

async function publicBundle(input: FilingBundleInput, letter: LetterView): Promise<FilingBundle> {
  const { of, lang, at, keep } = input;
  const whole = letterDocument(of, letter, kindOf(of, letter), lang, at, { profile: "public" });
  const { document, ...redaction } = redactLetter(whole, redactionTerms(of), keep === undefined ? {} : { keep });
  const documents = await letterFiles(document, true);
  const plan = await planBag({ at, lang, exhibits: [], documents, profile: "public" });
  return { profile: "public", plan, withheld: withheldOf(of, { profile: "public" }), redaction };
}

const withheldOf = (of: Case, choice: ProfileChoice): FilingBundle["withheld"] =>
  withheldFrom(of, choice).map(({ exhibit, reason }) => ({ exhibit: exhibit.id, name: exhibit.name, reason }));

/** What keeps a bundle from being made. */
function refusalOf({ of, profile, letter }: FilingBundleInput): BundleRefusal | undefined {
  if (profile === "none") return { kind: "no_bundle" };
  const barred = profile === "public" ? publicationBarred(of) : undefined;
  if (barred !== undefined) return { kind: barred };
  if (profile === "public" && letter === undefined) return { kind: "no_letter" };
  const n = letter?.problems.filter((p) => p.severity === "block").length ?? 0;
  return n > 0 ? { kind: "letter_blocked", n } : undefined;
}

/** Everything about the bundle of a filing but the bytes of its originals. Errors: `BundleRefusal`. */
export async function planFilingBundle(input: FilingBundleInput): Promise<Result<FilingBundle, BundleRefusal>> {
  const refusal = refusalOf(input);
  if (refusal !== undefined) return err(refusal);
  const { of, profile, letter, lang, at, recipient, identityMarked = false } = input;
  if (profile === "none") return err({ kind: "no_bundle" });
  if (profile === "public")
    return letter === undefined ? err({ kind: "no_letter" }) : ok(await publicBundle(input, letter));
  const choice: ProfileChoice = { profile, identityMarked };
  const exhibits = bagExhibits(of, letter, lang, choice).map((e) => {
    const crc32 = input.crc32?.get(e.sha256);
    return crc32 === undefined ? e : { ...e, crc32 };
  });
  const plan = await planBag({
    orderNo: orderNumber(of),
    at,
    lang,
    exhibits,
    documents: await papers(input, choice),
    profile,
    ...(recipient === undefined ? {} : { recipient }),
  });
  return ok({ profile, plan, withheld: withheldOf(of, choice), redaction: undefined });
}

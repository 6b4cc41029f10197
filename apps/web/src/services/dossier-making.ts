/**
 * Letters as files: text, document, and for formal papers the table of fields and the list of evidence. Loaded with the first file that is made.
 *
 * 1. A letter with something left to change is not handed out, nor is the table it fills.
 */
import {
  all,
  err,
  formOf,
  isFormKind,
  ok,
  type FormView,
  type Forms,
  type Id,
  type Result,
  type When,
} from "@recourse/core";
import {
  bagExhibits,
  evidenceList,
  evidenceListDocx,
  evidenceListText,
  evidenceRows,
  exhibitNames,
  formDocument,
  formDocx,
  formText,
  letterDocx,
  letterText,
  orderNumber,
  type LetterDocument,
} from "@recourse/dossier";
import { loadForms, loadFullPack } from "@recourse/pack-cn";
import { sha256Hex } from "@recourse/vault";
import { word } from "@recourse/words";
import type { Attachment, DossierError, DossierPorts, MadeFile, PaperPart, SentFacts } from "./dossier.ts";
import { bundleLetter, letterPaper, type LetterPaper, type PaperFacts } from "./letter-papers.ts";
import type { CaseLive } from "./services.ts";

const encoder = new TextEncoder();
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The case with the whole pack. Errors: `failed` where the case cannot be opened. */
export async function paperFacts(ports: DossierPorts, caseId: Id): Promise<Result<PaperFacts, DossierError>> {
  const opened = await ports.open.get(caseId);
  if (opened === undefined) return err({ kind: "failed", reason: ports.open.trouble(caseId)?.kind ?? "case" });
  return ok({ of: opened.session.case(), pack: await loadFullPack(), now: ports.now() });
}

interface ReadyLetter {
  readonly facts: PaperFacts;
  readonly paper: LetterPaper;
}

async function readyLetter(
  ports: DossierPorts,
  caseId: Id,
  draft: Id,
  at?: When,
): Promise<Result<ReadyLetter, DossierError>> {
  const facts = await paperFacts(ports, caseId);
  if (!facts.ok) return facts;
  const paper = letterPaper(facts.value, draft, at);
  if (paper === undefined) return err({ kind: "no_letter" });
  if (paper.blocks > 0) return err({ kind: "not_ready", n: paper.blocks });
  return ok({ facts: facts.value, paper });
}

/** The table a letter fills; undefined for kinds without one. `handedIn`: the filing, where the letter does not name it itself. */
export function formFor(
  { of }: PaperFacts,
  forms: Forms,
  { draft, view, context }: LetterPaper,
  handedIn?: Id,
): FormView | undefined {
  const { kind, lang } = draft;
  const filing = draft.filing ?? handedIn;
  if (!isFormKind(kind)) return undefined;
  return formOf(of, forms, kind, { lang, context, letter: view, ...(filing === undefined ? {} : { filing }) });
}

/** One paper as text, and the way to its document. */
interface Sheet {
  readonly title: string;
  readonly text: string;
  readonly docx: () => Promise<Uint8Array<ArrayBuffer>>;
}

const letterSheet = (document: LetterDocument, title: string): Sheet => ({
  title,
  text: letterText(document),
  docx: () => letterDocx(document),
});

/** Beside a table and a list of their own, the letter is the text of both: named so, and without the list. */
function textSheet(form: FormView, { document }: LetterPaper): Sheet {
  const title =
    document.title === form.title
      ? `${document.title}·${word("screen.paper.text", {}, document.lang)}`
      : document.title;
  return letterSheet({ ...document, title, exhibits: [] }, title);
}

async function sheetOf({ facts, paper }: ReadyLetter, part: PaperPart): Promise<Sheet | undefined> {
  const { document, profile, view, draft } = paper;
  const { lang } = draft;
  if (!isFormKind(draft.kind)) return part === "letter" ? letterSheet(document, document.title) : undefined;
  const forms = await loadForms();
  const form = formFor(facts, forms, paper);
  if (form === undefined) return undefined;
  if (part === "letter") return textSheet(form, paper);
  if (part === "form") {
    const table = formDocument(form, lang);
    return { title: table.title, text: formText(table), docx: () => formDocx(table) };
  }
  const copies = Math.max(1, all(facts.of, "party").filter((p) => p.role === "respondent").length);
  const rows = evidenceRows(facts.of, view, lang, { profile });
  const list = evidenceList(forms.evidence_list, rows, { lang, copies });
  return { title: list.title, text: evidenceListText(list), docx: () => evidenceListDocx(list) };
}

/** What is for publication names no order. */
function fileName({ facts, paper }: ReadyLetter, title: string, ext: string): string {
  const orderNo = paper.profile === "public" ? "" : orderNumber(facts.of);
  return `${orderNo === "" ? title : `${orderNo}-${title}`}.${ext}`;
}

/** A paper of a letter as a file to paste or mail. Errors: the draft is gone, has something left to change, or has no such paper. */
export async function paperAsText(
  ports: DossierPorts,
  caseId: Id,
  draft: Id,
  part: PaperPart,
): Promise<Result<{ readonly name: string; readonly text: string }, DossierError>> {
  const ready = await readyLetter(ports, caseId, draft);
  if (!ready.ok) return ready;
  const sheet = await sheetOf(ready.value, part);
  if (sheet === undefined) return err({ kind: "no_letter" });
  return ok({ name: fileName(ready.value, sheet.title, "txt"), text: sheet.text });
}

/** The same as a document. Errors: as for its text. */
export async function paperAsDocx(
  ports: DossierPorts,
  caseId: Id,
  draft: Id,
  part: PaperPart,
): Promise<Result<MadeFile, DossierError>> {
  const ready = await readyLetter(ports, caseId, draft);
  if (!ready.ok) return ready;
  const sheet = await sheetOf(ready.value, part);
  if (sheet === undefined) return err({ kind: "no_letter" });
  return ok({
    name: fileName(ready.value, sheet.title, "docx"),
    blob: new Blob([await sheet.docx()], { type: DOCX }),
  });
}

/** What goes along with the letter, under the names the bundle gives (F1, F2). */
export async function attachmentsOf(
  ports: DossierPorts,
  caseId: Id,
  draft: Id | undefined,
): Promise<Result<readonly Attachment[], DossierError>> {
  const facts = await paperFacts(ports, caseId);
  if (!facts.ok) return facts;
  const { of } = facts.value;
  const paper = letterPaper(facts.value, draft ?? bundleLetter(facts.value, {}));
  const choice = { profile: paper?.profile ?? "platform" } as const;
  const exhibits = bagExhibits(of, paper?.view, ports.lang(), choice).toSorted((a, b) => a.number - b.number);
  const names = exhibitNames(orderNumber(of), exhibits);
  return ok(exhibits.map((e, n) => ({ exhibit: e.exhibit, number: e.number, name: names[n] ?? e.name, size: e.size })));
}

/** The hash is of the text as it is handed out from then on: dated on the day it was sent. */
export async function markSent(
  ports: DossierPorts,
  live: CaseLive,
  sent: SentFacts,
): Promise<ReturnType<CaseLive["run"]>> {
  const ready = await readyLetter(ports, live.caseId, sent.draft, sent.at);
  const sheet = ready.ok ? await sheetOf(ready.value, "letter") : undefined;
  const textSha256 = sheet === undefined ? undefined : await sha256Hex(encoder.encode(sheet.text));
  return live.run("draft.send", {
    id: ports.mint(),
    event: ports.mint(),
    draft: sent.draft,
    at: sent.at,
    channel: sent.channel,
    ...(sent.periodHours === undefined ? {} : { periodHours: sent.periodHours }),
    ...(sent.clause === undefined ? {} : { clause: sent.clause }),
    ...(textSha256 === undefined ? {} : { textSha256 }),
  });
}

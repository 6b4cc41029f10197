/**
 * Letters and bundles as files. Effects: reads originals through the vault. Loaded with the first file that is made.
 *
 * 1. A letter with something left to change is not handed out; a bundle then goes without it, and says so.
 * 2. Originals are hashed again in the worker of the originals, one after the other; the ZIP is a Blob of parts that copies none of them.
 */
import { err, ok, type Id, type Result, type Sha256, type When } from "@recourse/core";
import {
  bagBlob,
  bagDocuments,
  bagExhibits,
  exhibitNames,
  letterDocx,
  letterText,
  orderNumber,
  planBag,
  withheldExhibits,
  type BagPlan,
} from "@recourse/dossier";
import { loadTexts } from "@recourse/pack-cn";
import { sha256Hex, type VaultError } from "@recourse/vault";
import type { Attachment, BundlePlan, DossierError, DossierPorts, MadeFile, SentFacts, Watch } from "./dossier.ts";
import { letterPaper, type LetterPaper, type PaperFacts } from "./letter-papers.ts";
import type { CaseLive } from "./services.ts";

const encoder = new TextEncoder();
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

async function factsOf(ports: DossierPorts, caseId: Id): Promise<Result<PaperFacts, DossierError>> {
  const opened = await ports.open.get(caseId);
  if (opened === undefined) return err({ kind: "failed", reason: ports.open.trouble(caseId)?.kind ?? "case" });
  const [pack, texts] = await Promise.all([ports.pack(), loadTexts()]);
  return ok({ of: opened.session.case(), pack: { ...pack, texts }, now: ports.now() });
}

type ReadyLetter = LetterPaper & { readonly orderNo: string };

async function readyLetter(
  ports: DossierPorts,
  caseId: Id,
  draft: Id,
  at?: When,
): Promise<Result<ReadyLetter, DossierError>> {
  const facts = await factsOf(ports, caseId);
  if (!facts.ok) return facts;
  const paper = letterPaper(facts.value, draft, at);
  if (paper === undefined) return err({ kind: "no_letter" });
  if (paper.blocks > 0) return err({ kind: "not_ready", n: paper.blocks });
  return ok({ ...paper, orderNo: orderNumber(facts.value.of) });
}

const fileName = (orderNo: string, title: string, ext: string): string =>
  `${orderNo === "" ? title : `${orderNo}-${title}`}.${ext}`;

/** The letter as a file to paste or mail. Errors: the draft is gone, or its words are not loaded. */
export async function letterAsText(
  ports: DossierPorts,
  caseId: Id,
  draft: Id,
): Promise<Result<{ readonly name: string; readonly text: string }, DossierError>> {
  const paper = await readyLetter(ports, caseId, draft);
  if (!paper.ok) return paper;
  const { document, orderNo } = paper.value;
  return ok({ name: fileName(orderNo, document.title, "txt"), text: letterText(document) });
}

/** The letter as a document. Errors: as for its text. */
export async function letterAsDocx(
  ports: DossierPorts,
  caseId: Id,
  draft: Id,
): Promise<Result<MadeFile, DossierError>> {
  const paper = await readyLetter(ports, caseId, draft);
  if (!paper.ok) return paper;
  const { document, orderNo } = paper.value;
  return ok({
    name: fileName(orderNo, document.title, "docx"),
    blob: new Blob([await letterDocx(document)], { type: DOCX }),
  });
}

/** What goes along with the letter, under the names the bundle gives (F1, F2). */
export async function attachmentsOf(
  ports: DossierPorts,
  caseId: Id,
  draft: Id | undefined,
): Promise<Result<readonly Attachment[], DossierError>> {
  const facts = await factsOf(ports, caseId);
  if (!facts.ok) return facts;
  const { of } = facts.value;
  const paper = letterPaper(facts.value, draft);
  const exhibits = bagExhibits(of, paper?.view, ports.lang()).toSorted((a, b) => a.number - b.number);
  const names = exhibitNames(orderNumber(of), exhibits);
  return ok(exhibits.map((e, n) => ({ exhibit: e.exhibit, number: e.number, name: names[n] ?? e.name, size: e.size })));
}

interface Planned {
  readonly shown: BundlePlan;
  readonly plan: (crc: ReadonlyMap<Sha256, number>) => Promise<BagPlan>;
  readonly originals: readonly { readonly sha256: Sha256; readonly size: number; readonly name: string }[];
}

async function planned(ports: DossierPorts, caseId: Id): Promise<Result<Planned, DossierError>> {
  const facts = await factsOf(ports, caseId);
  if (!facts.ok) return facts;
  const { of, now } = facts.value;
  const paper = letterPaper(facts.value, undefined);
  const letter = paper === undefined ? "none" : paper.blocks > 0 ? "blocked" : "in";
  const documents = paper !== undefined && letter === "in" ? await bagDocuments(paper.document) : [];
  const exhibits = bagExhibits(of, paper?.view, ports.lang());
  const plan = (crc: ReadonlyMap<Sha256, number>): Promise<BagPlan> =>
    planBag({
      orderNo: orderNumber(of),
      at: now,
      lang: paper?.document.lang ?? ports.lang(),
      exhibits: exhibits.map((e) => {
        const crc32 = crc.get(e.sha256);
        return crc32 === undefined ? e : { ...e, crc32 };
      }),
      documents,
    });
  const first = await plan(new Map());
  const shown: BundlePlan = {
    name: first.name,
    files: first.files.map(({ path, size }) => ({ path, size })),
    size: first.size,
    disclosures: first.disclosures.map(({ path, otherRows }) => ({ path, otherRows })),
    withheld: withheldExhibits(of).map((e) => e.name),
    letter,
  };
  const originals = [
    ...new Map(exhibits.map((e) => [e.sha256, { sha256: e.sha256, size: e.size, name: e.name }])).values(),
  ];
  return ok({ shown, plan, originals });
}

/** What a bundle would hold and disclose, before anything is read or written. */
export async function planBundle(ports: DossierPorts, caseId: Id): Promise<Result<BundlePlan, DossierError>> {
  const all = await planned(ports, caseId);
  return all.ok ? ok(all.value.shown) : all;
}

const vaultTrouble = (error: VaultError, name: string): DossierError => {
  switch (error.kind) {
    case "missing":
      return { kind: "missing", name };
    case "corrupt":
      return { kind: "altered", name };
    case "aborted":
      return { kind: "cancelled" };
    case "quota":
      return { kind: "failed", reason: "quota" };
    case "io":
      return { kind: "failed", reason: error.code };
  }
};

/** The bundle as one ZIP. Errors: names the original that is gone or altered; `aborted` when the person stops it. */
export async function makeBundle(
  ports: DossierPorts,
  caseId: Id,
  { onProgress, signal }: Watch,
): Promise<Result<MadeFile & BundlePlan, DossierError>> {
  const all = await planned(ports, caseId);
  if (!all.ok) return all;
  const { shown, plan, originals } = all.value;
  const total = originals.reduce((sum, o) => sum + o.size, 0);
  const vault = ports.vault();
  const crc = new Map<Sha256, number>();
  const blobs = new Map<Sha256, Blob>();
  let before = 0;
  for (const { sha256, size, name } of originals) {
    if (signal?.aborted === true) return err({ kind: "cancelled" });
    const done = before;
    const checked = await vault.verify(sha256, {
      ...(signal === undefined ? {} : { signal }),
      onProgress: (progress) => onProgress?.({ done: done + progress.done, total }),
    });
    if (!checked.ok) return err(vaultTrouble(checked.error, name));
    const bytes = await vault.get(sha256);
    if (!bytes.ok) return err(vaultTrouble(bytes.error, name));
    crc.set(sha256, checked.value.crc32);
    blobs.set(sha256, bytes.value);
    before += size;
  }
  if (signal?.aborted === true) return err({ kind: "cancelled" });
  onProgress?.({ done: total, total });
  const zip = bagBlob(await plan(crc), blobs);
  if (zip.ok) return ok({ ...shown, blob: zip.value });
  const { error } = zip;
  if (error.kind === "missing" || error.kind === "altered") return err({ kind: error.kind, name: error.path });
  return err({ kind: "failed", reason: error.kind });
}

/** The hash is of the text as it is handed out from then on: dated on the day it was sent. */
export async function markSent(
  ports: DossierPorts,
  live: CaseLive,
  sent: SentFacts,
): Promise<ReturnType<CaseLive["run"]>> {
  const paper = await readyLetter(ports, live.caseId, sent.draft, sent.at);
  const textSha256 = paper.ok ? await sha256Hex(encoder.encode(letterText(paper.value.document))) : undefined;
  return live.run("draft.send", {
    id: ports.mint(),
    event: ports.mint(),
    draft: sent.draft,
    at: sent.at,
    channel: sent.channel,
    ...(sent.periodHours === undefined ? {} : { periodHours: sent.periodHours }),
    ...(textSha256 === undefined ? {} : { textSha256 }),
  });
}

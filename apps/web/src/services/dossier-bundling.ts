/**
 * Bundles: what one would hold and disclose, and packing it. Effects: reads originals through the vault. Loaded with the first bundle.
 *
 * 1. A letter with something left to change goes into no bundle for a reader; a bundle for nobody in particular goes without it, and says so.
 * 2. Originals are hashed again in the worker of the originals, one after the other; the ZIP is a Blob of parts that copies none of them.
 */
import { err, find, ok, type Forms, type Id, type Lang, type Result, type Sha256 } from "@recourse/core";
import {
  bagBlob,
  bagDocuments,
  bagExhibits,
  orderNumber,
  planBag,
  planFilingBundle,
  withheldFrom,
  type BagPlan,
  type FilingBundle,
} from "@recourse/dossier";
import { loadForms } from "@recourse/pack-cn";
import type { VaultError } from "@recourse/vault";
import { hasWord, word } from "@recourse/words";
import { formFor, paperFacts } from "./dossier-making.ts";
import type { BundleChoice, BundlePlan, DossierError, DossierPorts, MadeFile, Watch } from "./dossier.ts";
import { bundleLetter, letterPaper, type PaperFacts } from "./letter-papers.ts";

type Crc = ReadonlyMap<Sha256, number>;

interface Planned {
  readonly shown: BundlePlan;
  readonly plan: (crc: Crc) => Promise<BagPlan>;
  readonly originals: readonly { readonly sha256: Sha256; readonly size: number; readonly name: string }[];
}

/** Of a bundle: what all of them show. */
const shownOf = (plan: BagPlan) => ({
  name: plan.name,
  files: plan.files.map(({ path, size }) => ({ path, size })),
  size: plan.size,
  disclosures: plan.disclosures.map(({ path, otherRows }) => ({ path, otherRows })),
});

/** Originals of a plan, each once; one of two copies gives the name that is said when it is missing. */
const originalsOf = ({ of }: PaperFacts, plan: BagPlan): Planned["originals"] => [
  ...new Map(
    plan.files.flatMap((file) =>
      file.exhibit === undefined
        ? []
        : [
            [
              file.sha256,
              { sha256: file.sha256, size: file.size, name: find(of, "exhibit", file.exhibit)?.name ?? file.path },
            ],
          ],
    ),
  ).values(),
];

/** For nobody in particular: the newest letter, and what a platform may see. */
async function plannedPlain(ports: DossierPorts, facts: PaperFacts): Promise<Planned> {
  const { of, now } = facts;
  const paper = letterPaper(facts, bundleLetter(facts, {}));
  const letter = paper === undefined ? "none" : paper.blocks > 0 ? "blocked" : "in";
  const documents = paper !== undefined && letter === "in" ? await bagDocuments(paper.document) : [];
  const exhibits = bagExhibits(of, paper?.view, ports.lang());
  const plan = (crc: Crc): Promise<BagPlan> =>
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
  const withheld = withheldFrom(of, { profile: "platform" });
  return {
    shown: {
      ...shownOf(first),
      withheld: withheld.map(({ exhibit, reason }) => ({ name: exhibit.name, reason })),
      letter,
      draft: paper?.draft.id,
      profile: undefined,
      recipient: undefined,
      redaction: undefined,
    },
    plan,
    originals: originalsOf(facts, first),
  };
}

/** Who gets it, in words: the channel and the office. */
function recipientOf({ of }: PaperFacts, filing: Id | undefined, lang: Lang): string | undefined {
  const record = find(of, "filing", filing);
  if (record === undefined) return undefined;
  const code = `channel.${record.channel}`;
  const named = [hasWord(code) ? word(code, {}, lang) : record.channel, record.authority ?? ""];
  return named.filter((each) => each.trim() !== "").join(" · ");
}

/** The masked text of a plan, to be read before it goes (P2). */
const textIn = ({ files }: BagPlan): string => {
  const text = files.find((file) => /^data\/documents\/.*\.txt$/.test(file.path))?.bytes;
  return text === undefined ? "" : new TextDecoder().decode(text);
};

const redactionOf = ({ plan, redaction }: FilingBundle): BundlePlan["redaction"] =>
  redaction === undefined
    ? undefined
    : {
        masked: redaction.masked.map(({ kind, original, shown, count }) => ({ kind, original, shown, count })),
        kept: redaction.kept,
        refused: redaction.refused,
        text: textIn(plan),
      };

/** For one reader. Errors: `refused`. */
async function plannedFor(
  ports: DossierPorts,
  facts: PaperFacts,
  forms: Forms,
  choice: BundleChoice,
): Promise<Result<Planned, DossierError>> {
  const { of, pack, now } = facts;
  const { filing, identityMarked = false, keep = [] } = choice;
  const channel = find(of, "filing", filing)?.channel;
  const profile = pack.channels.items.find((c) => c.id === channel)?.redactionProfile ?? choice.profile ?? "none";
  const paper = letterPaper(facts, bundleLetter(facts, { profile, filing }));
  const form = paper === undefined ? undefined : formFor(facts, forms, paper, filing);
  const lang = paper?.draft.lang ?? ports.lang();
  const recipient = profile === "public" ? undefined : recipientOf(facts, filing, lang);
  const make = (crc32: Crc) =>
    planFilingBundle({
      of,
      forms,
      profile,
      lang,
      at: now,
      crc32,
      identityMarked,
      keep,
      ...(recipient === undefined ? {} : { recipient }),
      ...(paper === undefined ? {} : { letter: paper.view }),
      ...(form === undefined ? {} : { form }),
    });
  const first = await make(new Map());
  if (!first.ok)
    return err({ kind: "refused", refusal: first.error, ...(paper === undefined ? {} : { draft: paper.draft.id }) });
  const bundle = first.value;
  return ok({
    shown: {
      ...shownOf(bundle.plan),
      withheld: bundle.withheld.map(({ name, reason }) => ({ name, reason })),
      letter: paper === undefined ? "none" : "in",
      draft: paper?.draft.id,
      profile: bundle.profile,
      recipient,
      redaction: redactionOf(bundle),
    },
    plan: async (crc) => {
      const made = await make(crc);
      // The same input was accepted a moment ago.
      return made.ok ? made.value.plan : bundle.plan;
    },
    originals: originalsOf(facts, bundle.plan),
  });
}

async function planned(ports: DossierPorts, caseId: Id, choice: BundleChoice): Promise<Result<Planned, DossierError>> {
  const facts = await paperFacts(ports, caseId);
  if (!facts.ok) return facts;
  if (choice.profile === undefined && choice.filing === undefined) return ok(await plannedPlain(ports, facts.value));
  return plannedFor(ports, facts.value, await loadForms(), choice);
}

/** What a bundle would hold and disclose, before anything is read or written. */
export async function planBundle(
  ports: DossierPorts,
  caseId: Id,
  choice: BundleChoice,
): Promise<Result<BundlePlan, DossierError>> {
  const all = await planned(ports, caseId, choice);
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
  choice: BundleChoice,
  { onProgress, signal }: Watch,
): Promise<Result<MadeFile & BundlePlan, DossierError>> {
  const all = await planned(ports, caseId, choice);
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

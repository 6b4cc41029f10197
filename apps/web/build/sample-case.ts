/**
 * Makes a sample case the way a person would: real files through intake, everything else through core commands, then packed as an archive.
 *
 * 1. Whatever a command refuses, intake cannot read or a change does not fit stops the build: a sample is never half made.
 * 2. Same sources, same bytes: the clock is told by the sample, ids come from that clock and a seed, the ZIP has fixed dates.
 */
import {
  apply,
  assessLetters,
  decide,
  emptyCase,
  id,
  instant,
  letterView,
  packName,
  toCaseFile,
  toMillis,
  type Case,
  type Change,
  type DomainError,
  type Id,
  type Pack,
  type Result,
  type Sha256,
} from "@recourse/core";
import { letterDocument, letterText, planArchive, writeArchive, type ArchiveBlob } from "@recourse/dossier";
import { takeFile } from "@recourse/intake";
import { createMemoryStore, sha256Hex } from "@recourse/vault";
import { letterRenderer } from "@recourse/words";
import { monotonicFactory } from "ulid";

/** What the story of a sample is told with. All of it throws where something fails. */
export interface SampleDesk {
  /** From now on it is this moment, as people write it: `2026-11-11 20:10`. */
  readonly at: (clock: string) => void;
  /** Takes a file of the sample in and answers its exhibit. `as`: material type, as the person sorts it. */
  readonly take: (file: string, as?: string) => Promise<Id>;
  readonly run: (command: string, data: unknown) => void;
  readonly mint: () => Id;
  readonly case: () => Case;
  /** SHA-256 of the letter's text as it reads now. */
  readonly letterHash: (draft: Id) => Promise<Sha256>;
}

/** A sample: where its files are, and its story. */
export interface Sample {
  /** `<name>.recourse.zip`. */
  readonly name: string;
  /** Seeds the ids. Units: 0–1. */
  readonly seed: number;
  /** Moment of the first step and of the case id. */
  readonly begins: string;
  readonly tell: (desk: SampleDesk) => Promise<void>;
}

export interface MadeSample {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly case: Case;
}

export interface SampleSources {
  /** Bytes of a file the story names. Errors: throws when it is not there. */
  readonly read: (file: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** With texts: letters of a sample cite law verbatim. */
  readonly pack: Pack;
}

/** Tells the sample and packs what came of it. Errors: throws, naming the step. */
export async function makeSample(sample: Sample, { read, pack }: SampleSources): Promise<MadeSample> {
  const ulid = monotonicFactory(() => sample.seed);
  const store = createMemoryStore();
  const blobs: ArchiveBlob[] = [];
  let now = instant(sample.begins);
  const mint = (): Id => id(ulid(toMillis(now)));
  let current = emptyCase(mint());

  const fail = (step: string, why: unknown): never => {
    throw new Error(`sample ${sample.name}: ${step}: ${typeof why === "string" ? why : JSON.stringify(why)}`);
  };
  const change = (step: string, changes: Result<readonly Change[], DomainError>): void => {
    if (!changes.ok) return fail(step, changes.error);
    const after = apply(current, changes.value);
    if (after.skipped.length > 0) return fail(step, after.skipped);
    current = after.case;
  };
  const run = (command: string, data: unknown): void =>
    change(command, decide(current, command, data, { now, role: "owner", pack, mint, render: letterRenderer }));

  const take = async (file: string, as?: string): Promise<Id> => {
    const bytes = await read(file);
    const name = (file.split("/").at(-1) ?? file).normalize("NFC");
    const stored = await store.put({ bytes: new Blob([bytes]).stream(), size: bytes.length }, { name });
    if (!stored.ok) return fail(file, stored.error);
    const { sha256, size, crc32 } = stored.value;
    const taken = await takeFile(
      { bytes, name, size, sha256, via: "drop", ...(as === undefined ? {} : { materialType: as }) },
      { case: current, now, ids: mint, materialTypes: pack.materialTypes, clausePatterns: pack.clausePatterns },
    );
    const unread = taken.findings.filter((f) => f.severity === "error");
    if (unread.length > 0 || taken.exhibit.status !== "new") return fail(file, [taken.exhibit.status, ...unread]);
    blobs.push({ sha256, size, name, crc32 });
    run("intake.take", { changes: taken.changes });
    return taken.exhibit.id;
  };

  const at = (clock: string): void => {
    const next = instant(clock);
    if (next < now) fail(clock, "goes back in time");
    now = next;
  };
  const letterHash = async (draft: Id): Promise<Sha256> => {
    const view = letterView(current, pack, draft, letterRenderer, "zh-CN", assessLetters(pack, current, now));
    const text = letterText(letterDocument(current, view, "application", "zh-CN", now));
    return sha256Hex(new TextEncoder().encode(text));
  };
  await sample.tell({ at, take, run, mint, case: () => current, letterHash });

  const plan = await planArchive({
    title: sample.name,
    caseFile: toCaseFile(current, [packName(pack)]),
    blobs,
    at: now,
  });
  if (!plan.ok) return fail("archive", plan.error);
  const bytes = new Uint8Array(await new Response(writeArchive(plan.value, store)).arrayBuffer());
  return { bytes, case: current };
}

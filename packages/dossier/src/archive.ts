/**
 * The archive `NAME.recourse.zip`: a case folder zipped, to keep or to hand to a helper. Pure but for what `zip-pack`
 * reads.
 *
 * 1. `case.json` is the CaseFile as given, unknown fields included; `originals/<first 12 hex>-<safe name>` are the bytes.
 * 2. `base.json` names the state that was exported, so that whoever still has that CaseFile can merge three ways. The
 *    exporter keeps it under `plan.base.sha256`.
 * 3. `earlier` carries the bases this copy descends from: a case that goes out, is worked on and comes back still names
 *    the state both sides know.
 * 4. The sealed log of a shared case goes along as `sync/log.casebox`: who wrote what can be checked, and nobody without a key can read it.
 *
 * Source: 2-architecture, "One case, its forms"; R7, R8.
 */
import {
  err,
  MAX_NAME_BYTES,
  ok,
  safeName,
  type CaseFile,
  type Instant,
  type Result,
  type Sha256,
} from "@recourse/core";
import { canonicalText, sha256Hex, type NotCanonical } from "@recourse/vault";
import { crc32 } from "./zip-layout.ts";
import { zipBlob, zipStream, type PackError, type PackFile, type PackOptions, type PackSource } from "./zip-pack.ts";

/** A state of a case that was exported once: SHA-256 of its canonical CaseFile, and when. */
export interface ArchiveBase {
  readonly sha256: Sha256;
  readonly at: Instant;
}

/** An original that goes along. Units: `size` in bytes. */
export interface ArchiveBlob {
  readonly sha256: Sha256;
  readonly size: number;
  readonly name: string;
  /** From the import; absent = the file is read once before packing. */
  readonly crc32?: number;
}

export interface ArchiveInput {
  /** What the person calls the case. */
  readonly title: string;
  readonly caseFile: CaseFile;
  readonly blobs: readonly ArchiveBlob[];
  readonly at: Instant;
  /** Bases this case came from or went out with before, newest first. */
  readonly earlier?: readonly ArchiveBase[];
  /** Of a shared case: its records, sealed as they came (FI1). */
  readonly log?: Uint8Array<ArrayBuffer>;
}

export interface ArchivePlan {
  /** `NAME.recourse.zip`. */
  readonly name: string;
  readonly at: Instant;
  readonly files: readonly PackFile[];
  /** The caller keeps the CaseFile under this hash. */
  readonly base: ArchiveBase;
}

/** Number of the form of `base.json`. */
export const BASE_FORMAT = 1;
/** Bases an archive carries: enough for years of sending back and forth. */
export const MAX_EARLIER = 100;
/** Where the log lies in a case folder and in an archive of one. */
export const LOG_PATH = "sync/log.casebox";
const SUFFIX = ".recourse.zip";

const encoder = new TextEncoder();

/** The hash that names a CaseFile. Errors: `not_canonical` (half a character in a text). */
export async function caseFileHash(caseFile: unknown): Promise<Result<Sha256, NotCanonical>> {
  const text = canonicalText(caseFile);
  return text.ok ? ok(await sha256Hex(encoder.encode(text.value))) : text;
}

const json = (path: string, value: unknown): Promise<PackFile> =>
  packed(path, encoder.encode(`${JSON.stringify(value, null, 2)}\n`));

async function packed(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<PackFile> {
  return { path, sha256: await sha256Hex(bytes), size: bytes.length, crc32: crc32(bytes), bytes };
}

/** Originals by hash, each once; two that share twelve digits and a name are numbered. */
function originals(blobs: readonly ArchiveBlob[]): readonly PackFile[] {
  const once = [...new Map(blobs.map((blob) => [blob.sha256, blob])).values()];
  const taken = new Set<string>();
  return once.map(({ sha256, size, name, crc32: crc }) => {
    const short = sha256.slice(0, 12);
    let path = `originals/${short}-${safeName(name, MAX_NAME_BYTES - 13)}`;
    for (let n = 2; taken.has(path.toLowerCase()); n += 1)
      path = `originals/${short}-${n}-${safeName(name, MAX_NAME_BYTES - 20)}`;
    taken.add(path.toLowerCase());
    return { path, sha256, size, ...(crc === undefined ? {} : { crc32: crc }) };
  });
}

/** Everything about an archive but the bytes of its originals. Errors: `not_canonical`. */
export async function planArchive(input: ArchiveInput): Promise<Result<ArchivePlan, NotCanonical>> {
  const { title, caseFile, blobs, at, earlier = [], log } = input;
  const hash = await caseFileHash(caseFile);
  if (!hash.ok) return err(hash.error);
  const base = { sha256: hash.value, at };
  const before = earlier.filter(({ sha256 }) => sha256 !== base.sha256).slice(0, MAX_EARLIER);
  const files = [
    await json("case.json", caseFile),
    await json("base.json", { format: BASE_FORMAT, caseId: caseFile.caseId, ...base, earlier: before }),
    ...(log === undefined ? [] : [await packed(LOG_PATH, log)]),
    ...originals(blobs),
  ];
  return ok({ name: `${safeName(title, MAX_NAME_BYTES - SUFFIX.length)}${SUFFIX}`, at, files, base });
}

/** The archive as a stream; every original is checked on its way. Errors: the stream fails with a `PackFault`. */
export const writeArchive = (
  plan: ArchivePlan,
  source: PackSource,
  options: PackOptions = {},
): ReadableStream<Uint8Array<ArrayBuffer>> => zipStream(plan.files, plan.at, source, options);

/** The same archive as a Blob of parts. Errors: `missing`, `altered` (another size), `unread_crc`. */
export const archiveBlob = (plan: ArchivePlan, blobs: ReadonlyMap<Sha256, Blob>): Result<Blob, PackError> =>
  zipBlob(plan.files, plan.at, blobs);

/**
 * Reading an archive from anyone: its case as it was written, its base, its originals as streams. Reads its argument.
 *
 * 1. Never throws. Names in the ZIP are labels: an original is what its bytes hash to, which the store checks when it
 *    takes them in (`put` with `expected`).
 * 2. The CaseFile is handed over raw: `readCaseFile` judges it and keeps what it does not know (R7).
 * 3. Nothing is unpacked before it is wanted; every stream is bounded and checked (CRC-32, size).
 */
import * as z from "zod/mini";
import { err, InstantSchema, ok, Sha256Schema, type Result, type Sha256 } from "@recourse/core";
import { BASE_FORMAT, caseFileHash, LOG_PATH, MAX_EARLIER, type ArchiveBase } from "./archive.ts";
import { isSystemLitter } from "./bag-tags.ts";
import { readWhole } from "./drain.ts";
import { readZip, ZIP_LIMITS, type ZipFault, type ZipFile, type ZipLimits } from "./zip-entries.ts";

/**
 * - all of `ZipFault`: the ZIP cannot be read safely.
 * - `no_case`: there is no `case.json` in it; `several_cases`: more than one.
 * - `damaged`: the file at `path` does not hold its own checksum.
 * - `not_json`: `case.json` is no JSON.
 */
export type ArchiveError =
  | ZipFault
  | { readonly kind: "no_case" }
  | { readonly kind: "several_cases" }
  | { readonly kind: "damaged"; readonly path: string }
  | { readonly kind: "not_json"; readonly path: string };

/** An original as the archive holds it. Units: `size` in bytes. */
export interface ArchiveOriginal {
  /** Its name in the ZIP: a label, never a path. */
  readonly label: string;
  readonly size: number;
  readonly crc32: number;
  /** Hashes of the case that begin with the label's twelve digits: what the bytes should be. Empty = nothing in the case names it. */
  readonly expected: readonly Sha256[];
  /** The bytes, read when asked. Errors: the stream fails where CRC-32 or size do not hold. */
  readonly open: () => ReadableStream<Uint8Array>;
}

/** The base an archive names, and those it descends from, newest first. */
export interface ArchiveBases extends ArchiveBase {
  readonly earlier: readonly ArchiveBase[];
}

export interface Archive {
  readonly caseFile: unknown;
  readonly base?: ArchiveBases;
  /** Whether `case.json` was edited after the export that wrote `base.json`. */
  readonly edited: boolean;
  readonly originals: readonly ArchiveOriginal[];
  /** Hashes the case names whose bytes are not here. */
  readonly absent: readonly Sha256[];
  /** Labels of what is no part of an archive and was left alone. A sealed log is a part: it is there to be checked, the case is in `case.json`. */
  readonly ignored: readonly string[];
}

const baseFields = { sha256: Sha256Schema, at: InstantSchema };
const BaseSchema = z.looseObject({
  format: z.literal(BASE_FORMAT),
  ...baseFields,
  earlier: z.array(z.looseObject(baseFields)),
});

const KINDS_WITH_BYTES = ["exhibit", "derivative"] as const;
const BytesSchema = z.looseObject({
  records: z.looseObject(
    Object.fromEntries(KINDS_WITH_BYTES.map((kind) => [kind, z.optional(z.record(z.string(), z.unknown()))])),
  ),
});
const NamedSchema = z.looseObject({ sha256: Sha256Schema });

/** Hashes of all bytes a CaseFile names, removed records included: removing keeps bytes. */
export function blobsNamedBy(caseFile: unknown): readonly Sha256[] {
  const parsed = BytesSchema.safeParse(caseFile);
  if (!parsed.success) return [];
  const records = KINDS_WITH_BYTES.flatMap((kind) => Object.values(parsed.data.records[kind] ?? {}));
  return [
    ...new Set(
      records.flatMap((raw) => {
        const named = NamedSchema.safeParse(raw);
        return named.success ? [named.data.sha256] : [];
      }),
    ),
  ];
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** The folder of the case: the top, or one folder if someone zipped the folder itself. */
function folderOf(files: readonly ZipFile[]): Result<string, ArchiveError> {
  const paths = files
    .map(({ path }) => path)
    .filter((path) => /^(?:[^/]+\/)?case\.json$/.test(path) && !isSystemLitter(path));
  if (paths.includes("case.json")) return ok("");
  const [only, second] = paths;
  if (second !== undefined) return err({ kind: "several_cases" });
  return only === undefined ? err({ kind: "no_case" }) : ok(only.slice(0, -"case.json".length));
}

const originalPath = /^originals\/([0-9a-f]{12})-[^/]+$/;

/** The bases of `base.json`; a broken one is no base, and the merge has two sides only. */
async function basesIn(file: ZipFile | undefined, limits: ZipLimits): Promise<ArchiveBases | undefined> {
  const bytes = file === undefined ? undefined : await readWhole(file.open(), limits.textBytes);
  const parsed = BaseSchema.safeParse(bytes === undefined ? undefined : parseJson(bytes));
  if (!parsed.success) return undefined;
  const { sha256, at, earlier } = parsed.data;
  return { sha256, at, earlier: earlier.slice(0, MAX_EARLIER).map((each) => ({ sha256: each.sha256, at: each.at })) };
}

/** What an archive holds. Errors: `ArchiveError`. */
export async function readArchive(blob: Blob, limits: ZipLimits = ZIP_LIMITS): Promise<Result<Archive, ArchiveError>> {
  const files = await readZip(blob, limits);
  if (!files.ok) return files;
  const folder = folderOf(files.value);
  if (!folder.ok) return folder;
  const inside = new Map(
    files.value
      .filter(({ path }) => path.startsWith(folder.value))
      .map((file) => [file.path.slice(folder.value.length), file]),
  );
  const caseEntry = inside.get("case.json");
  if (caseEntry === undefined) return err({ kind: "no_case" });
  const { path, size } = caseEntry;
  if (size > limits.textBytes) return err({ kind: "too_large", path, size, limit: limits.textBytes });
  const bytes = await readWhole(caseEntry.open(), limits.textBytes);
  if (bytes === undefined) return err({ kind: "damaged", path });
  const caseFile = parseJson(bytes);
  if (caseFile === undefined) return err({ kind: "not_json", path });

  const base = await basesIn(inside.get("base.json"), limits);
  const hash = await caseFileHash(caseFile);
  const named = blobsNamedBy(caseFile);
  const originals = [...inside].flatMap(([label, file]): ArchiveOriginal[] => {
    const short = originalPath.exec(label)?.[1];
    if (short === undefined || file.isSpecial) return [];
    const expected = named.filter((sha256) => sha256.startsWith(short));
    return [{ label, size: file.size, crc32: file.crc32, expected, open: file.open }];
  });
  const known = new Set([
    caseEntry.path,
    `${folder.value}${LOG_PATH}`,
    ...(base === undefined ? [] : [`${folder.value}base.json`]),
  ]);
  for (const { label } of originals) known.add(`${folder.value}${label}`);
  const here = new Set(originals.flatMap(({ expected }) => expected));
  return ok({
    caseFile,
    ...(base === undefined ? {} : { base }),
    edited: base !== undefined && (!hash.ok || hash.value !== base.sha256),
    originals,
    absent: named.filter((sha256) => !here.has(sha256)),
    ignored: files.value.map((file) => file.path).filter((each) => !known.has(each)),
  });
}

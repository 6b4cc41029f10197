/**
 * Is a bundle what was packed? Works on the ZIP and on the unpacked folder, ours or any other BagIt bag. Reads its
 * argument; needs WebAssembly (a worker, Node).
 *
 * 1. Never throws and never repairs: every departure is a finding that names the file.
 * 2. `ok` = a readable bag, every listed file there and unaltered, nothing unlisted. Warnings leave it ok.
 * 3. Hashes show that nothing changed since packing, by accident or by hand, unless the lists were rewritten too: a bag
 *    carries no secret. Trusted time and the sender's own hash of the ZIP answer that, not this.
 * 4. Of the ZIP itself, fields that change nothing about what is unpacked go unseen: dates, permissions, version and disk
 *    numbers, the length of an absent comment, flag bits of compression. All else is checked.
 *
 * Source: RFC 8493 3, S7, R5.
 */
import { createDigester, type Digest, type Progress } from "@recourse/vault";
import type { BagFinding, BagFindingCode } from "./bag-finding.ts";
import { openSource, type BagSource, type SourceFile } from "./bag-source.ts";
import {
  isBadPath,
  isSystemLitter,
  pathKey,
  readBagit,
  readManifest,
  readOxum,
  readProfile,
  type Manifest,
} from "./bag-tags.ts";
import type { BundleProfile } from "./bundle-profile.ts";
import { drain, readWhole } from "./drain.ts";
import { ZIP_LIMITS, type ZipLimits } from "./zip-entries.ts";

export interface VerifyOptions {
  readonly limits?: ZipLimits;
  /** Counts payload bytes; `total` where it is known. */
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Units: `bytes`. `files` and `bytes` count the payload that was read. */
export interface BagReport {
  readonly ok: boolean;
  readonly findings: readonly BagFinding[];
  readonly files: number;
  readonly bytes: number;
  /** For whom it says it is. */
  readonly profile?: BundleProfile;
}

const MANIFEST = "manifest-sha256.txt";
const TAG_MANIFEST = "tagmanifest-sha256.txt";
/** Lists by an algorithm that is left alone; any other name is a file nobody listed. */
const otherManifest = /^(?:tag)?manifest-(?:md5|sha1|sha224|sha384|sha512|sha3-\d{3}|blake2[bs]?(?:-?\d{3})?)\.txt$/;

/** What platforms say when reading or hashing itself fails; everything else is content that does not hold. */
const readingFails = /^(?:Not(?:Readable|Found|Allowed)Error|(?:Security|Compile|Eval)Error|E[A-Z]{3,})$/;

/** The platform's own name for a failure: Node's errno text, else the exception's name. */
function nameOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return "";
  return "code" in thrown && typeof thrown.code === "string" ? thrown.code : thrown.name;
}

/** One verification on its way. */
interface Check {
  readonly found: BagFinding[];
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly options: VerifyOptions;
  /** Units: bytes, of payload. */
  read: { files: number; bytes: number };
  readonly total: number | undefined;
  profile?: BundleProfile | undefined;
}

const add = (
  found: BagFinding[],
  code: BagFindingCode,
  path: string,
  severity: BagFinding["severity"] = "error",
): void => {
  found.push({ code, path, severity });
};

/** Names that would not survive unpacking, or would write somewhere else. */
function checkNames(files: readonly SourceFile[], found: BagFinding[]): void {
  const seen = new Set<string>();
  for (const { path, isSpecial } of files) {
    if (isBadPath(path)) add(found, "bad_path", path);
    if (isSpecial) add(found, "special", path);
    const folded = pathKey(path).toLowerCase();
    if (seen.has(folded)) add(found, "duplicate", path);
    seen.add(folded);
  }
}

/** The folder with `bagit.txt`: the top, or the only one below it that has one. */
function rootOf(files: readonly SourceFile[]): string | undefined {
  const paths = files.map(({ path }) => path);
  if (paths.includes("bagit.txt")) return "";
  const roots = paths
    .filter((path) => /^[^/]+\/bagit\.txt$/.test(path))
    .map((path) => path.slice(0, -"bagit.txt".length));
  return roots.length === 1 ? roots[0] : undefined;
}

/** Files by their NFC path inside the bag; what lies outside of it is said. */
function insideOf(root: string, files: readonly SourceFile[], found: BagFinding[]): ReadonlyMap<string, SourceFile> {
  const inside = new Map<string, SourceFile>();
  for (const file of files) {
    if (file.path.startsWith(root)) inside.set(pathKey(file.path.slice(root.length)), file);
    else add(found, "extra", file.path, isSystemLitter(file.path) ? "warning" : "error");
  }
  return inside;
}

/** A text file of the bag. What cannot be read is said and gives nothing. */
async function textOf({ files, found, options }: Check, name: string): Promise<Uint8Array | undefined> {
  const file = files.get(name);
  if (file === undefined) return undefined;
  const { textBytes } = options.limits ?? ZIP_LIMITS;
  if (file.size !== undefined && file.size > textBytes) {
    add(found, "too_large", file.path);
    return undefined;
  }
  const bytes = await file.open().then(
    (content) => readWhole(content, textBytes),
    () => undefined,
  );
  if (bytes === undefined) add(found, "altered", file.path);
  return bytes;
}

async function manifestOf(check: Check, name: string): Promise<Manifest | undefined> {
  const bytes = await textOf(check, name);
  const path = check.files.get(name)?.path ?? name;
  if (bytes === undefined) return undefined;
  const manifest = readManifest(bytes);
  if (!manifest.isWhole) add(check.found, "manifest_line", path);
  for (const repeated of manifest.repeated) add(check.found, "duplicate", repeated);
  return manifest;
}

/** Hashes one file; `undefined` when the caller stopped it. Errors: throws what reading throws. */
async function digestOf(
  file: SourceFile,
  { signal }: VerifyOptions,
  onBytes: (done: number) => void,
): Promise<Digest | undefined> {
  const digester = await createDigester();
  let done = 0;
  await drain(await file.open(), (piece) => {
    digester.update(piece);
    done += piece.length;
    onBytes(done);
    return signal?.aborted !== true;
  });
  return signal?.aborted === true ? undefined : digester.finish();
}

/** Reads one listed file and compares. */
async function checkFile(check: Check, path: string, expected: string): Promise<void> {
  const { found, files, options, read, total } = check;
  const file = files.get(path);
  if (file === undefined) return add(found, isBadPath(path) ? "bad_path" : "missing", path);
  const isPayload = path.startsWith("data/");
  try {
    const actual = await digestOf(file, options, (done) => {
      if (isPayload) options.onProgress?.({ done: read.bytes + done, ...(total === undefined ? {} : { total }) });
    });
    if (actual === undefined) return undefined;
    if (isPayload) check.read = { files: read.files + 1, bytes: read.bytes + actual.size };
    if (actual.sha256 !== expected) add(found, "altered", file.path);
  } catch (thrown) {
    add(found, readingFails.test(nameOf(thrown)) ? "unreadable" : "altered", file.path);
  }
  return undefined;
}

async function checkListed(check: Check, manifest: Manifest, isTags: boolean): Promise<void> {
  for (const [path, expected] of manifest.entries) {
    if (check.options.signal?.aborted === true) return;
    if (path.startsWith("data/") === isTags) add(check.found, "bad_path", path);
    else await checkFile(check, path, expected);
  }
}

/** Files that no list names. */
function checkExtra({ files, found }: Check, payload: Manifest | undefined, tags: Manifest | undefined): void {
  for (const [key, file] of files) {
    const isListed = key.startsWith("data/") ? payload?.entries.has(key) : tags?.entries.has(key);
    if (isListed === true || key === TAG_MANIFEST) continue;
    if (otherManifest.test(key)) add(found, "not_checked", file.path, "warning");
    else if (isSystemLitter(key)) add(found, "extra", file.path, "warning");
    // Without a list of the lists, the files every bag has are not extra.
    else if (tags !== undefined || !["bagit.txt", "bag-info.txt", MANIFEST].includes(key))
      add(found, "extra", file.path);
  }
}

/** Number and size of the files, and for whom it is: what is for publication holds no original (P2). */
async function checkInfo(check: Check): Promise<void> {
  const info = await textOf(check, "bag-info.txt");
  if (info === undefined) return;
  const path = check.files.get("bag-info.txt")?.path ?? "bag-info.txt";
  check.profile = readProfile(info);
  if (check.profile === "public" && [...check.files.keys()].some((key) => key.startsWith("data/originals/")))
    add(check.found, "profile_mixed", path);
  const oxum = readOxum(info);
  if (oxum === undefined) return;
  const { files, bytes } = check.read;
  if (oxum === "unreadable" || oxum.octets !== bytes || oxum.streams !== files) add(check.found, "oxum", path);
}

async function checkBag(check: Check): Promise<void> {
  const bagit = await textOf(check, "bagit.txt");
  const path = check.files.get("bagit.txt")?.path ?? "";
  const form = bagit === undefined ? "ok" : readBagit(bagit);
  if (form !== "ok") add(check.found, form === "other_version" ? "bag_version" : "not_a_bag", path);
  const tags = await manifestOf(check, TAG_MANIFEST);
  const payload = await manifestOf(check, MANIFEST);
  if (!check.files.has(TAG_MANIFEST)) add(check.found, "tagmanifest_missing", "", "warning");
  if (!check.files.has(MANIFEST)) add(check.found, "manifest_missing", "");
  if (tags !== undefined) await checkListed(check, tags, true);
  if (payload !== undefined) await checkListed(check, payload, false);
  checkExtra(check, payload, tags);
  await checkInfo(check);
}

/** A total that a folder cannot say. */
function totalOf(files: ReadonlyMap<string, SourceFile>): number | undefined {
  let total = 0;
  for (const [key, { size }] of files) {
    if (size === undefined) return undefined;
    if (key.startsWith("data/")) total += size;
  }
  return total;
}

/** Once per code and file: a damaged list is found by more than one check. */
const distinct = (found: readonly BagFinding[]): readonly BagFinding[] => [
  ...new Map(found.map((finding) => [`${finding.code} ${finding.path}`, finding])).values(),
];

/** Checks a bundle; see the header for what `ok` means. */
export async function verifyBag(source: BagSource, options: VerifyOptions = {}): Promise<BagReport> {
  const found: BagFinding[] = [];
  const report = (read = { files: 0, bytes: 0 }, profile?: BundleProfile): BagReport => {
    if (options.signal?.aborted === true) add(found, "aborted", "");
    const findings = distinct(found);
    return {
      ok: findings.every(({ severity }) => severity !== "error"),
      findings,
      ...read,
      ...(profile === undefined ? {} : { profile }),
    };
  };
  const opened = await openSource(source, options.limits ?? ZIP_LIMITS);
  if (!opened.ok) {
    found.push(opened.error);
    return report();
  }
  checkNames(opened.value, found);
  const root = rootOf(opened.value);
  if (root === undefined) {
    add(found, "not_a_bag", "");
    return report();
  }
  const files = insideOf(root, opened.value, found);
  const check: Check = { found, files, options, read: { files: 0, bytes: 0 }, total: totalOf(files) };
  await checkBag(check);
  return report(check.read, check.profile);
}

/**
 * The bundle (材料包): a BagIt 1.0 bag in one ZIP, for whoever has to read the material. Pure but for what `zip-pack`
 * reads.
 *
 * 1. `planBag` decides every name, hash and byte that is not an original; the stream and the Blob of parts then give
 *    the same ZIP.
 * 2. Same input, same bytes. Originals are packed untouched.
 * 3. Packing a whole bill discloses rows of other matters: the plan says how many, before anything leaves.
 * 4. A public bundle holds masked papers and nothing else, and no other bundle holds one: to plan it otherwise is a bug
 *    and throws. It names neither the order nor an original.
 *
 * Source: RFC 8493, F1–F3.
 */
import {
  civilOf,
  numbered,
  bundleName,
  type Id,
  type Instant,
  type Lang,
  type Result,
  type Sha256,
} from "@recourse/core";
import { sha256Hex } from "@recourse/vault";
import { word } from "@recourse/words";
import { bagGuide } from "./bag-guide.ts";
import { bagFolder, exhibitNames, orderNumberOf, type BagExhibit } from "./bag-names.ts";
import { bagPage } from "./bag-page.ts";
import { PROFILE_LABEL } from "./bag-tags.ts";
import { MASKED_NUMBER, type BundleProfile } from "./bundle-profile.ts";
import { exhibitListDocx, letterDocx } from "./letter-docx.ts";
import { letterText, type LetterDocument } from "./letter-document.ts";
import { letterWords } from "./paper-words.ts";
import { oneLine } from "./printable.ts";
import { crc32, layoutZip } from "./zip-layout.ts";
import { zipBlob, zipStream, type PackError, type PackFile, type PackOptions, type PackSource } from "./zip-pack.ts";

/** A paper that goes with the exhibits: `退款申请书`, `docx`, its bytes. */
export interface BagDocument {
  readonly name: string;
  readonly ext: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Masked for publication: such a paper goes into public bundles, and nothing else does (P2). */
  readonly isMasked?: boolean;
}

export interface BagInput {
  /** The other side's number; absent or empty = 无订单号. */
  readonly orderNo?: string;
  /** When it is packed: every date in the bundle is this one. */
  readonly at: Instant;
  readonly lang: Lang;
  readonly exhibits: readonly BagExhibit[];
  readonly documents: readonly BagDocument[];
  /** For whom it is; named in its lists and in its file name. Absent: for nobody in particular. */
  readonly profile?: BundleProfile;
  /** Who gets it, in words: the channel, the office. */
  readonly recipient?: string;
}

/** One file of the bundle; `path` is relative to its folder. */
export interface BagFile extends PackFile {
  readonly exhibit?: Id;
}

/** Rows that packing a whole file shows though they belong to other matters. */
export interface Disclosure {
  readonly exhibit: Id;
  readonly path: string;
  readonly otherRows: number;
}

/** Units: `size` in bytes, of the whole ZIP. */
export interface BagPlan {
  /** `20240501001-材料包.zip`. */
  readonly name: string;
  readonly folder: string;
  readonly at: Instant;
  readonly files: readonly BagFile[];
  readonly size: number;
  readonly disclosures: readonly Disclosure[];
}

const GUIDE = "验证说明.txt";
const encoder = new TextEncoder();

async function made(path: string, content: string | Uint8Array<ArrayBuffer>): Promise<BagFile> {
  const bytes = typeof content === "string" ? encoder.encode(content) : content;
  return { path, sha256: await sha256Hex(bytes), size: bytes.length, crc32: crc32(bytes), bytes };
}

const manifest = (files: readonly BagFile[]): string =>
  files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join("");

/** RFC 8493 2.2.2: labels and values, one per line. */
function bagInfo({ orderNo, at, lang, profile, recipient }: BagInput, payload: readonly BagFile[]): string {
  const octets = payload.reduce((sum, { size }) => sum + size, 0);
  const told = profile === "public" ? "" : oneLine(orderNo ?? "");
  const lines = [
    ...(told === "" ? [] : [`External-Identifier: ${told}`]),
    ...(profile === undefined
      ? []
      : [
          `${PROFILE_LABEL}: ${profile}`,
          `External-Description: ${[word(`bundle.profile.${profile}`, {}, lang), oneLine(recipient ?? "")].filter(Boolean).join(" · ")}`,
        ]),
    `Bagging-Date: ${civilOf(at)}`,
    `Payload-Oxum: ${octets}.${payload.length}`,
    "Bag-Software-Agent: Recourse",
  ];
  return `${lines.join("\n")}\n`;
}

/** Bugs only: a caller mixed what is masked with what is not (P2). */
function assertUnmixed({ profile, exhibits, documents }: BagInput): void {
  const isPublic = profile === "public";
  if (isPublic && exhibits.length > 0) throw new Error("a public bundle holds no originals");
  if (documents.some(({ isMasked = false }) => isMasked !== isPublic))
    throw new Error("masked and unmasked papers in one bundle");
}

/** The papers of a letter as a bundle carries them: its text, its DOCX, and the list of evidence. */
export async function bagDocuments(letter: LetterDocument): Promise<readonly BagDocument[]> {
  const name = oneLine(letter.title);
  const papers: BagDocument[] = [
    { name, ext: "txt", bytes: encoder.encode(letterText(letter)) },
    { name, ext: "docx", bytes: await letterDocx(letter) },
  ];
  if (letter.exhibits.length === 0) return papers;
  return [...papers, { name: letterWords[letter.lang].exhibitList, ext: "docx", bytes: await exhibitListDocx(letter) }];
}

function originals({
  orderNo,
  exhibits,
}: BagInput): readonly { readonly exhibit: BagExhibit; readonly path: string }[] {
  const inOrder = exhibits.toSorted((a, b) => a.number - b.number);
  const names = exhibitNames(orderNo, inOrder);
  return inOrder.map((exhibit, n) => ({ exhibit, path: `originals/${names[n] ?? ""}` }));
}

const asPackFile = ({ exhibit, path }: { readonly exhibit: BagExhibit; readonly path: string }): BagFile => ({
  path: `data/${path}`,
  sha256: exhibit.sha256,
  size: exhibit.size,
  exhibit: exhibit.exhibit,
  ...(exhibit.crc32 === undefined ? {} : { crc32: exhibit.crc32 }),
});

/** Everything about a bundle but the bytes of its originals. Async only because the platform's SHA-256 is. */
export async function planBag(input: BagInput): Promise<BagPlan> {
  const { orderNo, at, lang, documents, profile, recipient } = input;
  assertUnmixed(input);
  const isPublic = profile === "public";
  const folder = bagFolder(orderNo, profile);
  const exhibits = originals(input);
  const documentNames = numbered(
    documents.map(({ name, ext }) =>
      bundleName(isPublic ? MASKED_NUMBER : orderNumberOf(orderNo), name, undefined, ext),
    ),
  );
  const papers = documents.map(({ bytes }, n) => ({ path: `documents/${documentNames[n] ?? ""}`, bytes }));
  const page = bagPage({
    lang,
    at,
    orderNo: isPublic ? undefined : orderNo,
    exhibits,
    documents: papers.map(({ path }) => path),
    guide: GUIDE,
    profile,
    recipient,
  });
  const example = `data\\${(exhibits[0]?.path ?? "index.html").replaceAll("/", "\\")}`;
  const payload: readonly BagFile[] = [
    ...exhibits.map(asPackFile),
    ...(await Promise.all(papers.map(({ path, bytes }) => made(`data/${path}`, bytes)))),
    await made("data/index.html", page),
    await made(`data/${GUIDE}`, bagGuide({ root: folder, example }, lang)),
  ];
  const tags = [
    await made("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
    await made("bag-info.txt", bagInfo(input, payload)),
    await made("manifest-sha256.txt", manifest(payload)),
  ];
  const files = [...tags, await made("tagmanifest-sha256.txt", manifest(tags)), ...payload];
  const entries = inFolder(folder, files).map(({ path, size, crc32: crc = 0 }) => ({ path, size, crc32: crc }));
  const disclosures = exhibits.flatMap(({ exhibit, path }) =>
    exhibit.otherRows === undefined || exhibit.otherRows <= 0
      ? []
      : [{ exhibit: exhibit.exhibit, path: `data/${path}`, otherRows: exhibit.otherRows }],
  );
  return { name: `${folder}.zip`, folder, at, files, size: layoutZip(entries, at).size, disclosures };
}

const inFolder = (folder: string, files: readonly BagFile[]): readonly PackFile[] =>
  files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));

/**
 * The bundle as a stream; every original is checked against its SHA-256 on its way. Needs WebAssembly (a worker, Node).
 * Errors: the stream fails with a `PackFault`.
 */
export const writeBag = (
  plan: BagPlan,
  source: PackSource,
  options: PackOptions = {},
): ReadableStream<Uint8Array<ArrayBuffer>> => zipStream(inFolder(plan.folder, plan.files), plan.at, source, options);

/**
 * The same bundle as a Blob of parts, ready without reading an original. Errors: `missing`, `altered` (another size),
 * `unread_crc`.
 */
export const bagBlob = (plan: BagPlan, blobs: ReadonlyMap<Sha256, Blob>): Result<Blob, PackError> =>
  zipBlob(inFolder(plan.folder, plan.files), plan.at, blobs);

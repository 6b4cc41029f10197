/**
 * Reading a ZIP from anyone: what is in it, within bounds, and each file as a checked stream. Reads its argument.
 *
 * 1. Never throws: what is wrong with the container is a `ZipFault`. Names are reported, never used as paths.
 * 2. Strict: data before or after the ZIP, two files of one name, and headers that contradict each other are faults,
 *    because other programs would unpack something else than was checked.
 * 3. Sizes are bounded by what is declared before anything is unpacked, and while unpacking by what was declared.
 * 4. A file's stream fails when its CRC-32, its size or its own header does not hold.
 *
 * Source: S7, R5.
 */
import { BlobReader, ZipReader, type Entry, type FileEntry } from "@zip.js/zip.js/lib/zip-core-custom.js";
import { err, ok, type Result } from "@recourse/core";
import { isBadPath } from "./bag-tags.ts";

/** Units: bytes, but `entries` (a count) and `ratio` (unpacked size over packed size). */
export interface ZipLimits {
  readonly entries: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
  readonly ratio: number;
  /** Of files that are read into memory: lists, records. */
  readonly textBytes: number;
}

const MIB = 1024 * 1024;

/** More than any case needs, less than what harms. */
export const ZIP_LIMITS: ZipLimits = {
  entries: 20_000,
  fileBytes: 16 * 1024 * MIB,
  totalBytes: 64 * 1024 * MIB,
  ratio: 250,
  textBytes: 64 * MIB,
};

/** Short texts pack by any ratio and hurt nobody. */
const RATIO_FROM_BYTES = MIB;

/**
 * - `not_a_zip`: no ZIP, or one that was cut off.
 * - `ambiguous`: programs would disagree about what is in it.
 * - `encrypted`, `unsupported`: a file that cannot be unpacked here.
 * - `too_many_files`, `too_large`, `ratio`: beyond the bounds, nothing was unpacked.
 * - `unreadable`: the platform could not read the file.
 */
export type ZipFault =
  | { readonly kind: "not_a_zip" }
  | { readonly kind: "ambiguous" }
  | { readonly kind: "encrypted"; readonly path: string }
  | { readonly kind: "unsupported"; readonly path: string }
  | { readonly kind: "too_many_files"; readonly limit: number }
  | { readonly kind: "too_large"; readonly path: string; readonly size: number; readonly limit: number }
  | { readonly kind: "ratio"; readonly path: string; readonly limit: number }
  | { readonly kind: "unreadable"; readonly code: string };

/** One file of a ZIP, as its directory declares it. Units: `size` in bytes. */
export interface ZipFile {
  readonly path: string;
  readonly size: number;
  readonly crc32: number;
  /** Unpacks as a link, a device, or as a folder that has content: nothing a bundle or an archive may hold. */
  readonly isSpecial: boolean;
  /** The content, checked while it is read. Errors: the stream fails, see 4. */
  readonly open: () => ReadableStream<Uint8Array>;
}

/** Node aborts the whole process when a Blob is sliced beyond this, so such a ZIP is refused there. Units: bytes. */
const NODE_SLICE_BYTES = 0xff_ff_ff_ff;
const isNode = "process" in globalThis && !("document" in globalThis) && !("importScripts" in globalThis);

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : "");

function asFault(thrown: unknown): ZipFault {
  const message = messageOf(thrown);
  if (message === "Ambiguous archive") return { kind: "ambiguous" };
  const isPlatform = typeof DOMException !== "undefined" && thrown instanceof DOMException;
  return isPlatform ? { kind: "unreadable", code: thrown.name } : { kind: "not_a_zip" };
}

/** How the file itself is packed, before anything of it is unpacked. */
function faultOf(entry: Entry, limits: ZipLimits): ZipFault | undefined {
  const { filename: path, uncompressedSize: size, compressedSize, compressionMethod } = entry;
  if (entry.encrypted) return { kind: "encrypted", path };
  if (compressionMethod !== 0 && compressionMethod !== 8) return { kind: "unsupported", path };
  if (size > limits.fileBytes) return { kind: "too_large", path, size, limit: limits.fileBytes };
  const isBlown = size > RATIO_FROM_BYTES && size > compressedSize * limits.ratio;
  return isBlown ? { kind: "ratio", path, limit: limits.ratio } : undefined;
}

/** Pulls the unpacked bytes through a pipe that stops at the declared size. */
function contentOf(entry: FileEntry): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const pipe = writable.getWriter();
  let room = entry.uncompressedSize;
  const sink = new WritableStream<Uint8Array>({
    write: async (piece) => {
      room -= piece.length;
      if (room < 0) throw new Error("longer than declared");
      await pipe.write(piece);
    },
    close: () => pipe.close(),
    abort: (reason) => pipe.abort(reason),
  });
  entry
    .getData(sink, { checkCrc32: true, checkOverlappingEntry: true, strictness: "strict", useWebWorkers: false })
    .catch((thrown: unknown) => pipe.abort(thrown))
    // Whoever reads sees the failure; a reader that left does not.
    .catch(() => undefined);
  pipe.closed.catch(() => undefined);
  return readable;
}

/**
 * Left out are only folders that hold nothing and lead nowhere. What a program takes for a folder differs: a name that
 * ends in a slash, or an attribute, so that a file marked as a folder would be unpacked unseen.
 */
const isHarmlessFolder = ({ filename, uncompressedSize }: Entry): boolean =>
  filename.endsWith("/") && uncompressedSize === 0 && !isBadPath(filename.slice(0, -1));

/** The upper half of the attributes is a Unix mode; its type is a plain file's, or none where it was not made on Unix. */
const PLAIN_TYPES: ReadonlySet<number> = new Set([0, 0o10]);
const isSpecial = (entry: Entry): boolean =>
  entry.directory || entry.symlink || !PLAIN_TYPES.has(entry.externalFileAttributes >>> 28);

/** The content of what nobody may open. */
const closedStream = (): ReadableStream<Uint8Array> =>
  new ReadableStream({ start: (controller) => controller.error(new Error("not a plain file")) });

/** What a ZIP holds; harmless folders are left out. Errors: `ZipFault`. */
export async function readZip(
  blob: Blob,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<Result<readonly ZipFile[], ZipFault>> {
  if (isNode && blob.size > NODE_SLICE_BYTES)
    return err({ kind: "too_large", path: "", size: blob.size, limit: NODE_SLICE_BYTES });
  const reader = new ZipReader(new BlobReader(blob), {
    strictness: "strict",
    filenameValidation: "tolerant",
    useWebWorkers: false,
  });
  const files: ZipFile[] = [];
  let total = 0;
  let count = 0;
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      count += 1;
      if (count > limits.entries) return err({ kind: "too_many_files", limit: limits.entries });
      if (isHarmlessFolder(entry)) continue;
      const fault = faultOf(entry, limits);
      if (fault !== undefined) return err(fault);
      total += entry.uncompressedSize;
      const { filename: path, uncompressedSize: size } = entry;
      if (total > limits.totalBytes) return err({ kind: "too_large", path, size: total, limit: limits.totalBytes });
      files.push({
        path,
        size,
        crc32: entry.crc32 ?? 0,
        isSpecial: isSpecial(entry),
        open: () => (entry.directory ? closedStream() : contentOf(entry)),
      });
    }
  } catch (thrown) {
    return err(asFault(thrown));
  }
  return ok(files);
}

/**
 * Files → one ZIP, as a stream that checks every byte on its way, or as a Blob of parts that is ready at once. Reads its
 * sources, writes nothing.
 *
 * 1. Both ways give the same bytes, because both follow one layout.
 * 2. Of a file in a store only the piece on its way is in memory; it is streamed, because Node cannot slice a Blob
 *    beyond 4 GiB.
 * 3. The stream ends only when every original still has the SHA-256 it is packed under; otherwise it fails before the
 *    central directory, so that what was written opens nowhere.
 */
import { err, ok, type Instant, type Result, type Sha256 } from "@recourse/core";
import { createDigester, digest, type BlobStore, type Digest, type Progress, type VaultError } from "@recourse/vault";
import { layoutZip, type ZipEntry } from "./zip-layout.ts";

/** A file of a pack: `bytes` when it was made here, otherwise the store has it under its hash. Units: `size` in bytes. */
export interface PackFile {
  readonly path: string;
  readonly sha256: Sha256;
  readonly size: number;
  /** From the import; absent = read once before packing. */
  readonly crc32?: number;
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

/**
 * - `missing`: the store has nothing under this hash.
 * - `altered`: what the store has is not what was imported.
 * - `unread_crc`: a Blob of parts needs the CRC-32 of every file, and these have none.
 * - `io`: reading failed; `code` is the platform's own name for it.
 */
export type PackError =
  | { readonly kind: "missing"; readonly path: string; readonly sha256: Sha256 }
  | { readonly kind: "altered"; readonly path: string; readonly sha256: Sha256 }
  | { readonly kind: "unread_crc"; readonly paths: readonly string[] }
  | { readonly kind: "io"; readonly path: string; readonly code: string }
  | { readonly kind: "aborted" };

/** What a failed stream fails with: a stream can only throw. */
export class PackFault extends Error {
  override readonly name = "PackFault";
  readonly error: PackError;
  constructor(error: PackError) {
    super(error.kind);
    this.error = error;
  }
}

/** Where originals come from. */
export type PackSource = Pick<BlobStore, "get">;

/** Progress counts the bytes of the ZIP. */
export interface PackOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

function asPackError(error: VaultError, { path, sha256 }: PackFile): PackError {
  switch (error.kind) {
    case "missing":
      return { kind: "missing", path, sha256 };
    case "corrupt":
      return { kind: "altered", path, sha256 };
    case "aborted":
      return { kind: "aborted" };
    case "quota":
      return { kind: "io", path, code: "QUOTA" };
    case "io":
      return { kind: "io", path, code: error.code };
  }
}

async function stored(file: PackFile, source: PackSource): Promise<Result<Blob, PackError>> {
  const found = await source.get(file.sha256);
  if (!found.ok) return err(asPackError(found.error, file));
  return found.value.size === file.size ? found : err({ kind: "altered", path: file.path, sha256: file.sha256 });
}

/** The files with every CRC-32 known; reads, and so checks, only those without. Errors: all but `unread_crc`. */
export async function withChecksums(
  files: readonly PackFile[],
  source: PackSource,
  { signal }: PackOptions = {},
): Promise<Result<readonly (PackFile & ZipEntry)[], PackError>> {
  const known: (PackFile & ZipEntry)[] = [];
  for (const file of files) {
    if (file.crc32 !== undefined) {
      known.push({ ...file, crc32: file.crc32 });
      continue;
    }
    const blob = await stored(file, source);
    if (!blob.ok) return blob;
    const read = await digest(blob.value.stream(), signal === undefined ? {} : { signal });
    if (!read.ok) return err(asPackError(read.error, file));
    if (read.value.sha256 !== file.sha256) return err({ kind: "altered", path: file.path, sha256: file.sha256 });
    known.push({ ...file, crc32: read.value.crc32 });
  }
  return ok(known);
}

const isSame = (file: PackFile & ZipEntry, read: Digest): boolean =>
  read.sha256 === file.sha256 && read.size === file.size && read.crc32 === file.crc32;

/** The content of one file in pieces. Errors: throws `PackFault`. */
async function* contentOf(file: PackFile & ZipEntry, source: PackSource): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (file.bytes !== undefined) {
    yield file.bytes;
    return;
  }
  const blob = await stored(file, source);
  if (!blob.ok) throw new PackFault(blob.error);
  const digester = await createDigester();
  const reader = blob.value.stream().getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      digester.update(step.value);
      yield step.value;
    }
  } finally {
    await reader.cancel();
  }
  if (!isSame(file, digester.finish())) throw new PackFault({ kind: "altered", path: file.path, sha256: file.sha256 });
}

async function* zipPieces(files: readonly PackFile[], at: Instant, source: PackSource, options: PackOptions) {
  const known = await withChecksums(files, source, options);
  if (!known.ok) throw new PackFault(known.error);
  const layout = layoutZip(known.value, at);
  let done = 0;
  for (const part of layout.parts) {
    const file = part.as === "content" ? known.value[part.content] : undefined;
    try {
      for await (const piece of part.as === "bytes"
        ? [part.bytes]
        : file === undefined
          ? []
          : contentOf(file, source)) {
        if (options.signal?.aborted === true) throw new PackFault({ kind: "aborted" });
        yield piece;
        done += piece.length;
        options.onProgress?.({ done, total: layout.size });
      }
    } catch (thrown) {
      if (thrown instanceof PackFault || file === undefined) throw thrown;
      throw new PackFault({ kind: "io", path: file.path, code: thrown instanceof Error ? thrown.name : "UNKNOWN" });
    }
  }
}

/**
 * The ZIP as a stream; needs WebAssembly (a worker, or Node).
 * Errors: the stream fails with a `PackFault` that carries every `PackError` but `unread_crc`.
 */
export function zipStream(
  files: readonly PackFile[],
  at: Instant,
  source: PackSource,
  options: PackOptions = {},
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = zipPieces(files, at, source, options);
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (controller) => {
        let step = await pieces.next();
        // A pull must hand out something, or nobody pulls again.
        while (step.done !== true && step.value.length === 0) step = await pieces.next();
        if (step.done === true) controller.close();
        else controller.enqueue(step.value);
      },
      cancel: async () => {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * The ZIP as a Blob that refers to the stored Blobs and reads nothing until it is saved. The stored files must not
 * change until then. Errors: `missing`, `altered` (another size), `unread_crc`.
 */
export function zipBlob(
  files: readonly PackFile[],
  at: Instant,
  blobs: ReadonlyMap<Sha256, Blob>,
): Result<Blob, PackError> {
  const unread = files.filter((file) => file.crc32 === undefined);
  if (unread.length > 0) return err({ kind: "unread_crc", paths: unread.map(({ path }) => path) });
  const contents: BlobPart[] = [];
  for (const file of files) {
    const content = file.bytes === undefined ? blobs.get(file.sha256) : new Blob([file.bytes]);
    if (content === undefined) return err({ kind: "missing", path: file.path, sha256: file.sha256 });
    if (content.size !== file.size) return err({ kind: "altered", path: file.path, sha256: file.sha256 });
    contents.push(content);
  }
  const entries = files.map(({ path, size, crc32 = 0 }) => ({ path, size, crc32 }));
  const parts = layoutZip(entries, at).parts.map((part) =>
    part.as === "bytes" ? part.bytes : (contents[part.content] ?? ""),
  );
  return ok(new Blob(parts, { type: "application/zip" }));
}

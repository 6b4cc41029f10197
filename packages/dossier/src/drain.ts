/**
 * Reading content to its end, piece by piece, as it comes. Reads its argument.
 *
 * 1. A reader that stops early (a limit, an abort) closes the source.
 */

/** A file's content wherever it lies. */
export type Content = Blob | ReadableStream<Uint8Array>;

/** Hands every piece to `take`; stops when `take` answers `false`. Errors: throws what the source throws. */
export async function drain(content: Content, take: (piece: Uint8Array) => boolean): Promise<void> {
  const reader = (content instanceof Blob ? content.stream() : content).getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    if (take(step.value)) continue;
    await reader.cancel();
    return;
  }
}

/** The whole content, for lists and records. `undefined` when it does not hold or is above `limit` bytes. */
export async function readWhole(content: Content, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    await drain(content, (piece) => {
      size += piece.length;
      pieces.push(piece);
      return size <= limit;
    });
  } catch {
    return undefined;
  }
  if (size > limit) return undefined;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/**
 * Bytes of any origin as pieces of 4 MiB: the one way this package reads a source. Reads its argument, keeps nothing.
 *
 * 1. Every piece but the last is exactly `PIECE_BYTES` long; an empty source gives no piece. Each piece is a buffer of
 *    its own, so it may be transferred or kept.
 * 2. At most two pieces are in memory: the one handed out and the one read ahead.
 * 3. An abort is noticed even while the source hangs; the source is then closed, never waited for.
 */
import { Fault, sourceFault } from "./vault-error.ts";

/** Anything that gives bytes in order. A `File` is a `Blob`. */
export type ByteSource = Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Units: bytes. The size at which OPFS writes were fastest and one IndexedDB row is still cheap. */
export const PIECE_BYTES = 4 * 1024 * 1024;

/** One reading of a source: `read` gives the next run of bytes, or nothing at the end. */
interface Tap {
  readonly read: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly close: () => void;
}

const ignore = (): void => undefined;

function tapBlob(blob: Blob): Tap {
  let offset = 0;
  const fetchNext = (): Promise<ArrayBuffer> | undefined => {
    if (offset >= blob.size) return undefined;
    const next = blob.slice(offset, offset + PIECE_BYTES).arrayBuffer();
    offset += PIECE_BYTES;
    // Its failure is reported when it is awaited; until then it must not count as unhandled.
    next.catch(ignore);
    return next;
  };
  let ahead = fetchNext();
  return {
    read: async () => {
      if (ahead === undefined) return undefined;
      const bytes = new Uint8Array(await ahead);
      ahead = fetchNext();
      return bytes;
    },
    close: ignore,
  };
}

/** Runs of bytes of any length → runs of exactly one piece. */
function regroup(next: () => Promise<Uint8Array | undefined>, close: () => void): Tap {
  let left: Uint8Array = new Uint8Array(0);
  return {
    read: async () => {
      const piece = new Uint8Array(PIECE_BYTES);
      let filled = 0;
      while (filled < PIECE_BYTES) {
        if (left.length === 0) {
          const more = await next();
          if (more === undefined) break;
          left = more;
        }
        const taken = left.subarray(0, PIECE_BYTES - filled);
        piece.set(taken, filled);
        filled += taken.length;
        left = left.subarray(taken.length);
      }
      if (filled === PIECE_BYTES) return piece;
      return filled === 0 ? undefined : piece.slice(0, filled);
    },
    close,
  };
}

function tapOf(source: ByteSource): Tap {
  if (source instanceof Blob) return tapBlob(source);
  if (source instanceof ReadableStream) {
    const reader = source.getReader();
    return regroup(
      async () => (await reader.read()).value,
      () => void reader.cancel().catch(ignore),
    );
  }
  const iterator = source[Symbol.asyncIterator]();
  return regroup(
    async () => {
      const step = await iterator.next();
      return step.done === true ? undefined : step.value;
    },
    () => void iterator.return?.().catch(ignore),
  );
}

/** Settles as `work` does, or fails as soon as the signal fires. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new Fault({ kind: "aborted" }));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** Errors: throws `Fault` (`aborted`, or `io` with `where: "source"`). */
export async function* pieces(
  source: ByteSource,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const tap = tapOf(source);
  try {
    for (;;) {
      const piece = await unlessAborted(tap.read(), signal);
      if (piece === undefined) return;
      yield piece;
    }
  } catch (thrown) {
    throw sourceFault(thrown);
  } finally {
    tap.close();
  }
}

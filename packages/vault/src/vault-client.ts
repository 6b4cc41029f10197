/**
 * The page's end: a BlobStore whose work happens behind a MessagePort. Effects: the port.
 *
 * 1. A `Blob` crosses by reference; any other source is read here and handed over piece by piece, as it is asked for.
 * 2. Nobody says that a worker died: whoever started it calls `close`, and every open call ends with `io`, `CLOSED`.
 */
import { err, type Result } from "@recourse/core";
import type { BlobStore, PutOptions, PutReceipt, PutSource } from "./blob-store.ts";
import type { PassOptions } from "./digest.ts";
import { pieces } from "./pieces.ts";
import type { FromVault, ToVault } from "./vault-message.ts";
import { asVaultError, sourceFault, type VaultError } from "./vault-error.ts";

export interface VaultConnection {
  readonly store: BlobStore;
  /** Ends every open call, and all later ones, with `io`, `CLOSED`. */
  readonly close: () => void;
}

interface Call {
  readonly end: (result: Result<never, VaultError>) => void;
  readonly pass: PassOptions;
  readonly pull: () => Promise<void>;
}

const closed: Result<never, VaultError> = err({ kind: "io", where: "store", code: "CLOSED" });

/** Takes over the port's `onmessage`: one connection for each port. Errors: those of `BlobStore`, and `io`, `CLOSED` once closed. */
export function connectVault(port: MessagePort): VaultConnection {
  const calls = new Map<number, Call>();
  let lastId = 0;
  let open = true;

  const ask = <T>(
    message: (id: number) => ToVault,
    pass: PassOptions = {},
    pull: (id: number) => Promise<void> = async () => undefined,
  ): Promise<Result<T, VaultError>> => {
    if (!open) return Promise.resolve(closed);
    lastId += 1;
    const id = lastId;
    const { signal } = pass;
    if (signal?.aborted === true) return Promise.resolve(err({ kind: "aborted" }));
    const abort = (): void => port.postMessage({ id, op: "abort" } satisfies ToVault);
    return new Promise<Result<T, VaultError>>((resolve) => {
      calls.set(id, { end: resolve, pass, pull: () => pull(id) });
      port.postMessage(message(id));
      signal?.addEventListener("abort", abort);
    }).finally(() => signal?.removeEventListener("abort", abort));
  };

  const put = async ({ bytes, size }: PutSource, options: PutOptions = {}): Promise<Result<PutReceipt, VaultError>> => {
    const { expected, name } = options;
    const request = (id: number, blob: Blob | undefined): ToVault => ({ id, op: "put", blob, size, expected, name });
    if (bytes instanceof Blob) return ask((id) => request(id, bytes), options);
    const stop = new AbortController();
    const reading = pieces(bytes, stop.signal);
    const pull = async (id: number): Promise<void> => {
      try {
        const next = (await reading.next()).value;
        const answer: ToVault = { id, op: "piece", bytes: next ?? undefined };
        port.postMessage(answer, next === undefined ? [] : [next.buffer]);
      } catch (thrown) {
        port.postMessage({ id, op: "source-failed", error: asVaultError(sourceFault(thrown)) } satisfies ToVault);
      }
    };
    try {
      return await ask((id) => request(id, undefined), options, pull);
    } finally {
      // The worker may have stopped early: ends a read that hangs, and a reading that waits to be asked.
      stop.abort();
      void reading.return();
    }
  };

  port.onmessage = ({ data }: MessageEvent<FromVault<never>>) => {
    const call = calls.get(data.id);
    if (call === undefined) return;
    if (data.op === "pull") void call.pull();
    else if (data.op === "progress") call.pass.onProgress?.(data.progress);
    else {
      calls.delete(data.id);
      call.end(data.result);
    }
  };

  return {
    store: {
      put,
      get: (sha256) => ask((id) => ({ id, op: "get", sha256 })),
      has: (sha256) => ask((id) => ({ id, op: "has", sha256 })),
      list: () => ask((id) => ({ id, op: "list" })),
      remove: (sha256) => ask((id) => ({ id, op: "remove", sha256 })),
      verify: (sha256, pass) => ask((id) => ({ id, op: "verify", sha256 }), pass),
      sweep: () => ask((id) => ({ id, op: "sweep" })),
    },
    close: () => {
      open = false;
      for (const { end } of calls.values()) end(closed);
      calls.clear();
    },
  };
}

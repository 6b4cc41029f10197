/**
 * The worker's end: lets a BlobStore be used through a MessagePort. Effects: the port and the store.
 */
import { exhaustive, type Result } from "@recourse/core";
import type { BlobStore, PutOptions } from "./blob-store.ts";
import type { PassOptions } from "./digest.ts";
import type { FromVault, ToVault } from "./vault-message.ts";
import { Fault, type VaultError } from "./vault-error.ts";

type Answer = Extract<ToVault, { op: "piece" | "source-failed" }>;
type Request = Exclude<ToVault, Answer | { op: "abort" }>;

/** One call that is under way. */
interface Call {
  readonly abort: AbortController;
  /** Takes the page's answer to the last `pull`. */
  answer: (answer: Answer) => void;
}

/** Serves `store` on `port` until the returned function is called; that also aborts what is still running. */
export function serveVault(port: MessagePort, store: BlobStore): () => void {
  const calls = new Map<number, Call>();
  const tell = (message: FromVault<unknown>): void => port.postMessage(message);

  async function* pulled(id: number, call: Call): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const answer = await new Promise<Answer>((resolve) => {
        call.answer = resolve;
        tell({ id, op: "pull" });
      });
      if (answer.op === "source-failed") throw new Fault(answer.error);
      if (answer.bytes === undefined) return;
      yield answer.bytes;
    }
  }

  const passOf = (id: number, call: Call): PassOptions => ({
    signal: call.abort.signal,
    onProgress: (progress) => tell({ id, op: "progress", progress }),
  });

  const perform = (message: Request, call: Call): Promise<Result<unknown, VaultError>> => {
    const { id, op } = message;
    switch (op) {
      case "put": {
        const { blob, size, expected, name } = message;
        const options: PutOptions = { ...passOf(id, call), expected, name };
        return store.put({ bytes: blob ?? pulled(id, call), size }, options);
      }
      case "get":
        return store.get(message.sha256);
      case "has":
        return store.has(message.sha256);
      case "remove":
        return store.remove(message.sha256);
      case "verify":
        return store.verify(message.sha256, passOf(id, call));
      case "list":
        return store.list();
      case "sweep":
        return store.sweep();
      default:
        return exhaustive(op);
    }
  };

  const receive = async (message: ToVault): Promise<void> => {
    const known = calls.get(message.id);
    if (message.op === "abort") return known?.abort.abort();
    if (message.op === "piece" || message.op === "source-failed") return known?.answer(message);
    const call: Call = { abort: new AbortController(), answer: () => undefined };
    calls.set(message.id, call);
    const result = await perform(message, call);
    calls.delete(message.id);
    tell({ id: message.id, op: "done", result });
  };

  port.onmessage = ({ data }: MessageEvent<ToVault>) => void receive(data);
  return () => {
    port.onmessage = null;
    for (const { abort } of calls.values()) abort.abort();
  };
}

/**
 * The page's end of the parse worker: asks and waits. Adapter.
 *
 * 1. A worker that dies ends what waits with `failed`, and the next question starts a new one.
 */
// oxlint-disable-next-line import/default -- the bundler makes it: the address of the built worker.
import parseWorkerUrl from "../workers/parse-worker.ts?worker&url";
import type { AcceptRequest, ParseAnswer, TakeRequest } from "../workers/parse-message.ts";
import { scriptUrl } from "./app-url.ts";

type Question = Omit<TakeRequest, "id"> | Omit<AcceptRequest, "id">;

export type AskParser = (question: Question) => Promise<ParseAnswer>;

/** The worker is started with the first question. */
export function createParser(): AskParser {
  const waiting = new Map<number, (answer: ParseAnswer) => void>();
  let worker: Worker | undefined;
  let last = 0;

  const start = (): Worker => {
    const started = new Worker(scriptUrl(parseWorkerUrl), { type: "module", name: "import" });
    started.addEventListener("message", ({ data }: MessageEvent<ParseAnswer>) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    });
    started.addEventListener("error", () => {
      if (worker === started) worker = undefined;
      started.terminate();
      for (const [id, tell] of waiting) tell({ id, op: "failed", reason: "worker" });
      waiting.clear();
    });
    return started;
  };
  return (question) => {
    worker ??= start();
    const asked = worker;
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      asked.postMessage({ ...question, id });
    });
  };
}

/**
 * Worker that checks a bundle: reads every file of it once. WebAssembly is compiled here, so its built name begins with `hash-worker-` too.
 *
 * 1. One question, one report; stopping is ending the worker.
 */
import { verifyBag } from "@recourse/dossier";
import type { VerifyMessage } from "./verify-message.ts";
import "../../services/zod-config.ts";

const say = (message: VerifyMessage): void => {
  postMessage(message);
};

addEventListener("message", (event: MessageEvent<unknown>) => {
  const file = event.data;
  if (!(file instanceof Blob)) return;
  void verifyBag(file, {
    onProgress: ({ done, total }) => say({ kind: "progress", done, total: total ?? file.size }),
  }).then((report) => say({ kind: "report", report }));
});

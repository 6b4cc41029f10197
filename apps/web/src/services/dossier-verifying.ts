/** The page's end of the checking worker. Adapter; loaded with the first bundle that is checked. */
import { err, ok, type Result } from "@recourse/core";
import type { BagReport } from "@recourse/dossier";
// oxlint-disable-next-line import/default -- the bundler makes it: the address of the built worker.
import verifyWorkerUrl from "../workers/verify/hash-worker.ts?worker&url";
import type { VerifyMessage } from "../workers/verify/verify-message.ts";
import { scriptUrl } from "./app-url.ts";
import type { DossierError, Watch } from "./dossier.ts";

/** Checks one bundle in a worker of its own. Errors: `cancelled`, `failed`. */
export function verifyFile(file: Blob, { onProgress, signal }: Watch): Promise<Result<BagReport, DossierError>> {
  return new Promise((resolve) => {
    const worker = new Worker(scriptUrl(verifyWorkerUrl), { type: "module", name: "check" });
    const end = (result: Result<BagReport, DossierError>): void => {
      worker.terminate();
      resolve(result);
    };
    signal?.addEventListener("abort", () => end(err({ kind: "cancelled" })), { once: true });
    worker.addEventListener("error", () => end(err({ kind: "failed", reason: "worker" })));
    worker.addEventListener("message", ({ data }: MessageEvent<VerifyMessage>) => {
      if (data.kind === "progress") onProgress?.({ done: data.done, total: data.total });
      else end(ok(data.report));
    });
    worker.postMessage(file);
  });
}

/**
 * What a shared case names is shared with it: each original that is here is sealed once and named in the log. Effects through the exchange.
 *
 * 1. Nothing is sealed twice: what the log names already is left alone, whoever put it there.
 * 2. What could not be sealed now, e.g. because the vault was busy, is tried again with the next change.
 *
 * Source: BL1.
 */
import type { CaseSession, Scheduler, Watched } from "@recourse/sync";
import type { BlobExchange } from "@recourse/sync/blobs";
import { originalsOf } from "../forgetting.ts";

/** Units: ms in which changes are gathered. */
const GATHER = 500;

export interface ShareEvidencePorts {
  readonly evidence: Pick<BlobExchange, "share" | "state" | "look">;
  readonly current: Watched<CaseSession>;
  readonly scheduler: Scheduler;
}

/** Follows the case until the answer is called. */
export function shareEvidence({ evidence, current, scheduler }: ShareEvidencePorts): () => void {
  let over = false;
  let gathering = false;
  let working: Promise<unknown> = Promise.resolve();
  const shareAll = async (): Promise<void> => {
    const session = current.get();
    if (over || session.role() === "viewer") return;
    for (const sha256 of new Set(originalsOf(session.case()))) {
      if (over) return;
      if (!evidence.state.get().has(sha256)) await evidence.share(sha256);
      else evidence.look(sha256);
    }
  };
  const later = (): void => {
    if (gathering || over) return;
    gathering = true;
    scheduler.after(GATHER, () => {
      gathering = false;
      working = working.then(shareAll, shareAll);
    });
  };
  let stopReading = (): void => undefined;
  const follow = (session: CaseSession): void => {
    stopReading();
    stopReading = session.reader.subscribe(({ touched }) => {
      if (touched.some(({ kind }) => kind === "exhibit" || kind === "derivative")) later();
    });
    later();
  };
  const stop = current.subscribe(follow);
  follow(current.get());
  return () => {
    over = true;
    stop();
    stopReading();
  };
}

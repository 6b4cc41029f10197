/** News between the tabs of this browser, and within one: a case has a log now. Adapter over a BroadcastChannel; a lost word costs a reload. */
import { isId, type Id } from "@recourse/core";
import * as z from "zod/mini";

export interface SharedNews {
  readonly tell: (caseId: Id) => void;
  /** Answers how to stop listening. */
  readonly subscribe: (listener: (caseId: Id) => void) => () => void;
}

const NewsSchema = z.object({ caseId: z.string() });

/** Reaches this tab too. */
export function openSharedNews(): SharedNews {
  const channel = new BroadcastChannel("recourse-became-shared");
  const listeners = new Set<(caseId: Id) => void>();
  const hear = (caseId: Id): void => {
    for (const listener of listeners) listener(caseId);
  };
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const read = NewsSchema.safeParse(data);
    if (read.success && isId(read.data.caseId)) hear(read.data.caseId);
  };
  return {
    tell: (caseId) => {
      hear(caseId);
      channel.postMessage({ caseId });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

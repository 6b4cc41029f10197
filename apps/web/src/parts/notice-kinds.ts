/**
 * How a notice is shown: the risks of a category stand always and cannot be put away; questions are answered in place; the rest is quiet. Pure (L1, L3, L6, G5).
 */
import type { Args } from "@recourse/core";

export interface NoticeFacts {
  readonly code: string;
  readonly args: Args;
}

/** `stand`: a risk that stays; `stop`: do nothing before reading; `ask`: a question; `quiet`: worth knowing. */
export type NoticeKind = "stand" | "stop" | "ask" | "quiet";

/** How loud a notice is: one that stands, one that stops, one that asks, or a quiet line (L1, L3, L6, G5). */
export function noticeKind(code: string): NoticeKind {
  if (code.startsWith("L1.")) return "stand";
  if (code === "L6.business" || code === "L6.worked" || code === "G5.minor") return "stop";
  return code.endsWith(".ask") ? "ask" : "quiet";
}

/** Whether a row of notices holds risks that have to be seen everywhere. */
export const warns = (notices: readonly Pick<NoticeFacts, "code">[]): boolean =>
  notices.some((n) => noticeKind(n.code) === "stand" || noticeKind(n.code) === "stop");

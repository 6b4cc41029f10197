/**
 * Whether a filing still waits for something, by its status. Pure, and of no weight: every card asks it, and it reads nothing of a case.
 */
import type { FilingTrack } from "@recourse/core";

export type FilingStatus = FilingTrack["status"];

/** Statuses after which nothing more is waited for. */
const OVER: ReadonlySet<FilingStatus> = new Set<FilingStatus>(["refused", "withdrawn", "ended"]);

/** Whether something is still waited for there. */
export const isLive = ({ status }: { readonly status: FilingStatus }): boolean => !OVER.has(status);

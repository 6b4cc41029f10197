/**
 * A letter of a case as the command line sees it: the draft in the case, or one composed for the occasion.
 */
import {
  all,
  apply,
  assessLetters,
  decide,
  err,
  info,
  letterView,
  ok,
  type Case,
  type DomainError,
  type Lang,
  type LetterKind,
  type LetterView,
  type Pack,
  type Result,
} from "@recourse/core";
import { letterRenderer } from "@recourse/words";
import type { Shell } from "./shell.ts";

export interface CaseLetter {
  /** The case, with the draft composed. */
  readonly case: Case;
  readonly view: LetterView;
  readonly lang: Lang;
}

/** Errors: those of `draft.start`. The case on disk is not changed. */
export function letterOf(of: Case, kind: LetterKind, pack: Pack, shell: Shell): Result<CaseLetter, DomainError> {
  const now = shell.now();
  const ctx = { now, role: "owner", pack, mint: shell.mint, render: letterRenderer } as const;
  const changes = decide(of, "draft.start", { id: shell.mint(), kind }, ctx);
  if (!changes.ok) return changes;
  const composed = apply(of, changes.value).case;
  const draft = all(composed, "draft").find(
    (d) => d.kind === kind && !all(of, "sentVersion").some((v) => v.draft === d.id),
  );
  if (!draft) return err({ kind: "unknown_command", command: "draft.start" });
  const lang = info(of)?.lang ?? shell.lang;
  return ok({
    case: composed,
    lang,
    view: letterView(composed, pack, draft.id, letterRenderer, lang, assessLetters(pack, composed, now)),
  });
}

/**
 * CaseSession: an open case in one tab. A DocSession with the case as `core` takes it, and with undo. Effects through its ports.
 *
 * 1. `run` is what commands use: it can be undone. `write` is for what the machine does by itself (imports of another tab, migrations): it cannot.
 */
import { ok, type Case, type Change, type Id, type Result, type Slices } from "@recourse/core";
import { openDocSession, type DocSession, type SessionPorts, type WriteReceipt } from "./doc-session.ts";
import { caseTable } from "./layout.ts";
import { asCaseReader, type CaseReading, type Reader } from "./read.ts";
import type { StoreError } from "./update-store.ts";
import { createUndoStack, type UndoStack } from "./undo.ts";

/** What a device may do in a case. Whoever was removed reads what he has. Source: ME3. */
export type CaseRole = "owner" | "helper" | "viewer";

export interface CaseSession extends Omit<DocSession<Slices>, "reader" | "write"> {
  readonly caseId: Id;
  readonly reader: Reader<CaseReading>;
  readonly case: () => Case;
  readonly role: () => CaseRole;
  /** Writes a command's changes as one undoable group; `join` see `UndoStack.run`. */
  readonly run: (changes: readonly Change[], join?: string) => WriteReceipt<Change>;
  readonly write: (changes: readonly Change[], origin?: unknown) => WriteReceipt<Change>;
  readonly undo: Pick<UndoStack, "undo" | "redo" | "depth">;
}

/** Name of a case's document in the store. */
export const caseDocName = (caseId: Id): string => `case/${caseId}`;

/** Opens a case; a case nobody has written to yet is empty. While the promise is pending the case is opening. Errors: its rows cannot be had. */
export async function openCase(ports: SessionPorts, caseId: Id): Promise<Result<CaseSession, StoreError>> {
  const opened = await openDocSession(ports, caseDocName(caseId), caseTable);
  if (!opened.ok) return opened;
  const session = opened.value;
  const reader = asCaseReader(session.reader, caseId);
  const undo = createUndoStack({
    doc: session.doc,
    read: () => reader.current().case,
    write: (changes, origin) => session.write(changes, origin).skipped,
    tab: session,
  });
  return ok({
    ...session,
    caseId,
    reader,
    case: () => reader.current().case,
    // A case that was never shared is its device's own.
    role: () => "owner",
    run: (changes, join) => ({ skipped: undo.run(changes, join), saved: session.saved() }),
    write: (changes, origin) => session.write(changes, origin),
    undo,
  });
}

/**
 * The workspace document: who I am, my cases, my inbox, my settings. Effects through the session's ports.
 *
 * 1. One `me` record exists from the first start, whichever tab starts first, so that everything has `by`.
 * 2. What two devices set in the settings merges per field.
 */
import { id, isId, type Id, type Instant, type Ref, type Result, type Sha256 } from "@recourse/core";
import { ok } from "@recourse/core";
import { openDocSession, type DocSession, type SessionPorts } from "./doc-session.ts";
import type { Reading } from "./read.ts";
import type { Exclusive } from "./tabs.ts";
import type { StoreError } from "./update-store.ts";
import { workspaceTable, type WorkspaceKind, type WorkspaceRecord, type WorkspaceSlices } from "./workspace-kinds.ts";
import type { StoredChange } from "./write.ts";

export const WORKSPACE_DOC = "workspace";
export const SETTINGS_ID: Id = id("00000000000000000000000000000000");

export type Workspace = Reading<WorkspaceSlices>;
export type WorkspaceSession = DocSession<WorkspaceSlices>;
export type WorkspaceChange = StoredChange & { readonly kind: WorkspaceKind };

export interface WorkspacePorts extends SessionPorts {
  readonly exclusive: Exclusive;
  /** A new random id. */
  readonly newId: () => Id;
}

/** Opens the workspace and sees to it that there is a `me`. Errors: its rows cannot be had. */
export async function openWorkspace(ports: WorkspacePorts): Promise<Result<WorkspaceSession, StoreError>> {
  const opened = await openDocSession(ports, WORKSPACE_DOC, workspaceTable);
  if (!opened.ok) return opened;
  const session = opened.value;
  if (meOf(session.reader.current()) === undefined) {
    // Two tabs may start at once: the second to get here finds what the first has stored.
    await ports.exclusive("me", async () => {
      await session.catchUp();
      if (meOf(session.reader.current()) !== undefined) return;
      await session.write([{ op: "put", kind: "me", id: ports.newId(), value: { name: "" } }]).saved;
    });
  }
  return ok(session);
}

/** The person at this device. Should several devices have brought their own, the smallest id is the one all of them agree on. */
export function meOf(workspace: Workspace): WorkspaceRecord<"me"> | undefined {
  return Object.values(workspace.live.me).toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
}

/** Settings that all my devices share; undefined until one is changed for the first time. */
export const settingsOf = (workspace: Workspace): WorkspaceRecord<"settings"> | undefined =>
  workspace.live.settings[SETTINGS_ID];

/** Changes that bring the settings to `to`, field by field. */
export function setSettings(
  to: Partial<Pick<WorkspaceRecord<"settings">, "lang" | "theme">>,
): readonly WorkspaceChange[] {
  const sets = Object.entries(to).map(([field, value]): WorkspaceChange => ({
    op: "set",
    kind: "settings",
    id: SETTINGS_ID,
    field,
    value,
  }));
  // Skipped where the record is there already.
  return [{ op: "put", kind: "settings", id: SETTINGS_ID, value: {} }, ...sets];
}

/** Id of a file in the inbox: the first half of its hash. Errors: throws for what is no SHA-256, which is a bug. */
export function inboxId(sha256: Sha256): Id {
  const half = sha256.slice(0, 32);
  if (!isId(half)) throw new Error(`not a sha256: ${sha256}`);
  return half;
}

/** Latest moment until which a thing is put off. */
export function snoozedUntil(workspace: Workspace, of: Ref): Instant | undefined {
  const until = Object.values(workspace.live.snooze).flatMap((snooze) => (snooze.ref === of ? [snooze.until] : []));
  return until.toSorted().at(-1);
}

/**
 * The workspace as signals: list of cases, inbox, person, settings. Not pure: holds signals, fed by the workspace's reader.
 */
import type { Id, Instant, Lang } from "@recourse/core";
import type { WorkspaceSession } from "@recourse/sync";
import { createSignal, type Accessor } from "solid-js";
import type { CaseListEntry } from "./case-list.ts";
import { respondentList, type MetRespondent } from "./respondent-list.ts";
import type { WaitingFile } from "./taken-file.ts";

/** What the workspace says, as far as screens are concerned. */
export interface WorkspaceView {
  readonly list: readonly CaseListEntry[];
  readonly waiting: readonly WaitingFile[];
  readonly me: { readonly id: Id; readonly name: string } | undefined;
  readonly lang: Lang | undefined;
  readonly theme: string | undefined;
  /** Cases that are put off, with the latest moment of each; undefined until a workspace is followed. */
  readonly snoozes: Readonly<Record<string, Instant>> | undefined;
  /** What is remembered of the other sides of closed cases, newest first (S3). */
  readonly respondents: readonly MetRespondent[];
}

const EMPTY: WorkspaceView = {
  list: [],
  waiting: [],
  me: undefined,
  lang: undefined,
  theme: undefined,
  snoozes: undefined,
  respondents: [],
};

/** What a workspace says now. Pure. */
export function viewOf({ reader }: Pick<WorkspaceSession, "reader">): WorkspaceView {
  const { live } = reader.current();
  const me = Object.values(live.me).toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
  // One record; its id is fixed.
  const settings = Object.values(live.settings)[0];
  return {
    list: Object.values(live.caseEntry)
      .map(({ id, title, category, createdAt }) => ({ id, title, category, createdAt }))
      .toSorted((a, b) => (a.id < b.id ? 1 : -1)),
    waiting: Object.values(live.inboxItem)
      .map(({ id, name, size, sha256, mediaType, addedAt, state, caseId }) => ({
        id,
        name,
        size,
        sha256,
        mediaType,
        addedAt,
        state,
        caseId,
      }))
      .toSorted((a, b) => (a.addedAt < b.addedAt ? 1 : -1)),
    me: me === undefined ? undefined : { id: me.id, name: me.name },
    lang: settings?.lang,
    theme: settings?.theme,
    snoozes: Object.fromEntries(
      Object.values(live.snooze)
        .flatMap(({ ref, until }) => (ref.startsWith("case/") ? [[ref.slice("case/".length), until] as const] : []))
        .toSorted(([, a], [, b]) => (a < b ? -1 : 1)),
    ),
    respondents: respondentList(live.respondentRecord),
  };
}

export interface WorkspaceLive {
  readonly view: Accessor<WorkspaceView>;
  /** Follows a workspace from now on. */
  readonly follow: (workspace: WorkspaceSession) => void;
}

/** Empty until a workspace is followed. */
export function createWorkspaceLive(): WorkspaceLive {
  const [view, setView] = createSignal<WorkspaceView>(EMPTY);
  return {
    view,
    follow: (workspace) => {
      setView(viewOf(workspace));
      workspace.reader.subscribe(() => setView(viewOf(workspace)));
    },
  };
}

/**
 * Open cases: opened on first ask, closed when nobody looks. Not pure: holds sessions and signals.
 *
 * 1. A case stays open while somebody listens; of the others the ones used last stay, so that going back costs nothing.
 * 2. Closing saves first; a case that could not be saved stays open.
 * 3. A shared case that became another document is shown anew: signals, undo and all (AC5).
 */
import type { Id, Result } from "@recourse/core";
import type { CaseSession, SaveState, StoreError } from "@recourse/sync";
import { createRoot, createSignal, getListener, onCleanup } from "solid-js";
import type { OpenLive } from "../live/case-live.ts";
import type { OpenTrouble } from "./case-list.ts";
import type { OpenedCase } from "./case-opener.ts";

/** Cases kept open though nobody looks. */
const SPARE = 3;

export interface OpenCasesPorts {
  /** Opens the document; resolves when the engine is there. */
  readonly open: (caseId: Id) => Promise<Result<OpenedCase, StoreError>>;
  /** Makes its signals; called under an owner that lives until it is closed. */
  readonly live: (session: CaseSession) => OpenLive;
  readonly onSave: (caseId: Id, state: SaveState | undefined) => void;
}

export interface OpenCases {
  /** Tracked; asks for it to be opened. */
  readonly live: (caseId: Id) => OpenLive | undefined;
  readonly trouble: (caseId: Id) => OpenTrouble | undefined;
  readonly isOpen: (caseId: Id) => boolean;
  /** For work beyond a screen. Undefined when it cannot be opened, see `trouble`. */
  readonly get: (caseId: Id) => Promise<OpenCase | undefined>;
  /** Closes without asking who listens: for a case that is to be deleted. */
  readonly close: (caseId: Id) => Promise<void>;
  /** When everything written so far is durable. */
  readonly saved: () => Promise<void>;
}

export interface OpenCase {
  readonly session: CaseSession;
  readonly live: OpenLive;
}

interface Cell {
  readonly opening: Promise<OpenCase | undefined>;
  readonly now: () => OpenCase | undefined;
  readonly trouble: () => OpenTrouble | undefined;
  readonly end: () => Promise<boolean>;
  listeners: number;
}

/** A failing store as a screen words it. */
export const reasonOf = (error: StoreError): OpenTrouble => ({
  kind: error.kind,
  reason: "code" in error ? error.code : error.kind,
});

/** Nothing is open until somebody asks. */
export function createOpenCases(ports: OpenCasesPorts): OpenCases {
  // In the order of last use.
  const cells = new Map<Id, Cell>();

  const makeCell = (caseId: Id): Cell => {
    const [now, setNow] = createSignal<OpenCase | undefined>(undefined);
    const [trouble, setTrouble] = createSignal<OpenTrouble | undefined>(undefined);
    let end = (): Promise<boolean> => Promise.resolve(true);
    const openIt = async (): Promise<OpenCase | undefined> => {
      const opened = await ports.open(caseId);
      if (!opened.ok) {
        setTrouble(reasonOf(opened.error));
        return undefined;
      }
      const { current, close } = opened.value;
      const show = (session: CaseSession): { readonly open: OpenCase; readonly drop: () => void } => {
        const stop = session.saveState.subscribe((state) => ports.onSave(caseId, state));
        const { live, dispose } = createRoot((disposeRoot) => ({ live: ports.live(session), dispose: disposeRoot }));
        const drop = (): void => {
          stop();
          live.dispose();
          dispose();
        };
        return { open: { session, live }, drop };
      };
      let shown = show(current.get());
      const unfollow = current.subscribe((session) => {
        const before = shown;
        shown = show(session);
        setNow(shown.open);
        before.drop();
        ports.onSave(caseId, session.saveState.get());
      });
      end = async () => {
        const closed = await close();
        if (!closed.ok) return false;
        unfollow();
        shown.drop();
        setNow(undefined);
        ports.onSave(caseId, undefined);
        return true;
      };
      setNow(shown.open);
      return shown.open;
    };
    return { opening: openIt(), now, trouble, end: () => end(), listeners: 0 };
  };
  const closeSpare = (): void => {
    const idle = [...cells].filter(([, cell]) => cell.listeners === 0 && cell.now() !== undefined);
    for (const [caseId, cell] of idle.slice(0, Math.max(0, idle.length - SPARE))) {
      cells.delete(caseId);
      void cell.end();
    }
  };
  const use = (caseId: Id): Cell => {
    const cell = cells.get(caseId) ?? makeCell(caseId);
    cells.delete(caseId);
    cells.set(caseId, cell);
    return cell;
  };
  const listen = (caseId: Id): Cell => {
    const cell = use(caseId);
    if (getListener()) {
      cell.listeners += 1;
      onCleanup(() => {
        cell.listeners -= 1;
        // After the turn: a view that only redraws listens again at once.
        queueMicrotask(closeSpare);
      });
    }
    return cell;
  };
  return {
    live: (caseId) => listen(caseId).now()?.live,
    trouble: (caseId) => cells.get(caseId)?.trouble(),
    isOpen: (caseId) => cells.get(caseId)?.now() !== undefined,
    get: async (caseId) => {
      const cell = use(caseId);
      cell.listeners += 1;
      const opened = await cell.opening;
      cell.listeners -= 1;
      closeSpare();
      return opened === undefined ? undefined : (cell.now() ?? opened);
    },
    close: async (caseId) => {
      const cell = cells.get(caseId);
      cells.delete(caseId);
      await cell?.opening;
      await cell?.end();
    },
    saved: async () => {
      const open = [...cells.values()].flatMap((cell) => cell.now() ?? []);
      await Promise.all(open.map(({ session }) => session.saved()));
    },
  };
}

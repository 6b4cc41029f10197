/**
 * Sharing of this tab: which cases are shared, how to begin, how to join. Not pure: holds signals; the machinery is loaded with the first shared case.
 */
import { err, type Id, type Instant, type Result, type Sha256 } from "@recourse/core";
import { caseDocName, type SessionPorts, type StoreError } from "@recourse/sync";
import type { BlobExchange } from "@recourse/sync/blobs";
import type { LogCaseId, LogSession, RegisteredCase } from "@recourse/sync/log";
import { createSignal, untrack } from "solid-js";
import type { OpenedCase } from "../case-opener.ts";
import type { TakingFiles } from "./casebox-files.ts";
import type { JoinPorts } from "./join-case.ts";
import type { SharingPlatform } from "./open-shared.ts";
import type { TakingPorts } from "./take-casebox.ts";
import type { JoinState, SharedCase, Sharing, ShareTrouble } from "./sharing.ts";

export interface SharingPorts {
  readonly platform: SharingPlatform;
  readonly session: SessionPorts;
  readonly packs: () => readonly string[];
  readonly myName: () => string;
  readonly now: () => Instant;
  readonly openCase: (caseId: Id) => Promise<unknown>;
  readonly isOpen: (caseId: Id) => boolean;
  readonly closeCase: (caseId: Id) => Promise<void>;
  /** Runs `work` while nobody in this tab opens the case. */
  readonly apart: <T>(caseId: Id, work: () => Promise<T>) => Promise<T>;
  readonly listCase: JoinPorts["listCase"];
  /** What stood behind `#` when the page was opened as an invite; undefined when it was not. */
  readonly fragment: string | undefined;
}

export interface SharingLive extends Sharing {
  readonly open: (entry: RegisteredCase, caseId: Id) => Promise<Result<OpenedCase, StoreError>>;
  /** The records of a case that is open and shared, as a file of a case folder. */
  readonly logFile: (caseId: Id) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Goes on with joining that a closed tab left, and looks after shared cases that nobody has open. */
  readonly resume: () => Promise<void>;
  /**
   * Asks for bytes that are not here. Resolves when they are; undefined where no open shared case names them. `unnamed`: also waits for what no case
   * names yet, because a record comes before the bytes it names.
   */
  readonly arrives: (sha256: Sha256, unnamed: boolean) => Promise<void> | undefined;
}

/** Whether WebCrypto has both curves; asks by making keys. Source: decision 7 of the design. */
async function hasCurves(): Promise<boolean> {
  try {
    await crypto.subtle.generateKey({ name: "Ed25519" }, false, ["sign", "verify"]);
    await crypto.subtle.generateKey({ name: "X25519" }, false, ["deriveBits"]);
    return true;
  } catch {
    return false;
  }
}

/** Nothing is loaded before it is needed. */
export function createSharing(ports: SharingPorts): SharingLive {
  const { platform } = ports;
  const [possible, setPossible] = createSignal<boolean | undefined>(undefined);
  const [shared, setShared] = createSignal<ReadonlyMap<Id, SharedCase>>(new Map());
  const [earlier, setEarlier] = createSignal<ReadonlySet<Id>>(new Set());
  const lookedFor = new Set<Id>();
  const exchanges = new Map<Id, BlobExchange>();
  const sessions = new Map<LogCaseId, { readonly session: LogSession; readonly caseId: Id }>();
  /** The open session of a registered case; opened where it is not. */
  const sessionOf: TakingPorts["sessionOf"] = async (log) => {
    const there = sessions.get(log);
    if (there !== undefined) return there;
    const all = await platform.casebox.register.all();
    const caseId = all.ok ? all.value.find((entry) => entry.log === log)?.caseId : undefined;
    if (caseId !== undefined) await ports.openCase(caseId);
    return sessions.get(log);
  };
  const taking = async (): Promise<TakingFiles> =>
    (await import("./take-casebox.ts")).createTakingFiles({ platform, sessionOf, listCase: ports.listCase });
  const [joining, setJoining] = createSignal<JoinState>(
    ports.fragment === undefined ? { is: "no_invite" } : { is: "ready" },
  );
  let stopJoining = (): void => undefined;
  const joinPorts: JoinPorts = { platform, show: setJoining, listCase: ports.listCase };
  void hasCurves().then((there) => {
    setPossible(there);
    if (!there && joining().is === "ready") setJoining({ is: "unsupported" });
  });
  const put = (caseId: Id, of: SharedCase | undefined): void => {
    const next = new Map(shared());
    if (of === undefined) next.delete(caseId);
    else next.set(caseId, of);
    setShared(next);
  };
  const lookForEarlier = async (caseId: Id): Promise<boolean> => {
    const { hasEarlier } = await import("./earlier-copy.ts");
    const of = [...sessions.values()].find((each) => each.caseId === caseId);
    const me = untrack(() => shared().get(caseId)?.members())?.find(({ isMe }) => isMe)?.device;
    const has = of !== undefined && me !== undefined && (await hasEarlier(ports.session, caseId, of.session.log, me));
    const others = [...earlier()].filter((each) => each !== caseId);
    setEarlier(new Set(has ? [...others, caseId] : others));
    return has;
  };
  return {
    isPossible: possible,
    earlier: {
      // Only the screen of sharing asks; a case that is opened for anything else asks nothing of the old store.
      of: (caseId) => {
        if (!lookedFor.has(caseId)) {
          lookedFor.add(caseId);
          void lookForEarlier(caseId);
        }
        return earlier().has(caseId);
      },
      file: async (caseId) => {
        const { earlierFile } = await import("./earlier-copy.ts");
        const { session, packs, now } = ports;
        return earlierFile({ session, vault: platform.vault(), packs: packs(), now: now() }, caseId);
      },
      drop: async (caseId) => {
        await ports.session.store.erase(caseDocName(caseId));
        return !(await lookForEarlier(caseId));
      },
    },
    of: (caseId) => shared().get(caseId),
    open: async (entry, caseId) => {
      const { openSharedCase } = await import("./open-shared.ts");
      const opened = await openSharedCase(platform, entry, caseId);
      if (!opened.ok) return opened;
      const { opened: of, shared: live, evidence, session } = opened.value;
      put(caseId, live);
      exchanges.set(caseId, evidence);
      sessions.set(entry.log, { session, caseId });
      const close: OpenedCase["close"] = async () => {
        const closed = await of.close();
        if (!closed.ok) return closed;
        put(caseId, undefined);
        lookedFor.delete(caseId);
        exchanges.delete(caseId);
        sessions.delete(entry.log);
        return closed;
      };
      return { ok: true, value: { current: of.current, close } };
    },
    begin: async (caseId, onStep): Promise<Result<void, ShareTrouble>> => {
      if (possible() === false) return err({ kind: "unsupported" });
      onStep?.(0, 2);
      const { beginSharing } = await import("./begin-sharing.ts");
      const given = { platform, session: ports.session, packs: ports.packs(), name: ports.myName() };
      // Screens that show the case ask for it again as soon as it is closed; they wait.
      return ports.apart(caseId, async () => {
        await ports.closeCase(caseId);
        onStep?.(1, 2);
        const begun = await beginSharing(given, caseId);
        onStep?.(2, 2);
        return begun;
      });
    },
    files: {
      take: async (file, passphrase) => (await taking()).take(file, passphrase),
      restore: async (backup, recovery, lost) => (await taking()).restore(backup, recovery, lost),
    },
    join: {
      state: joining,
      ask: (name) => {
        stopJoining();
        void import("@recourse/sync/wire").then(async ({ decodeInviteFragment }) => {
          const link = decodeInviteFragment(ports.fragment ?? "");
          if (link === undefined) return setJoining({ is: "no_invite" });
          const { joinCase } = await import("./join-case.ts");
          stopJoining = joinCase(joinPorts, link, name);
        });
      },
      leave: () => {
        stopJoining();
        setJoining({ is: "no_invite" });
      },
    },
    arrives: (sha256, unnamed) => {
      const all = [...exchanges.values()];
      const naming = all.filter(({ state }) => state.get().has(sha256));
      const of = naming.length > 0 ? naming : unnamed ? all : [];
      if (of.length === 0 || of.some(({ state }) => state.get().get(sha256)?.is === "here")) return undefined;
      return new Promise((done) => {
        const stops = of.map((exchange) => {
          exchange.demand(sha256);
          return exchange.state.subscribe((now) => {
            if (now.get(sha256)?.is !== "here") return;
            for (const stop of stops) stop();
            for (const each of of) each.release(sha256);
            done();
          });
        });
      });
    },
    logFile: async (caseId) => {
      const of = [...sessions.values()].find((each) => each.caseId === caseId);
      if (of === undefined) return undefined;
      // What was just typed is in it.
      await of.session.flush();
      const { logFileOf } = await import("@recourse/sync/casebox");
      return logFileOf(of.session.log);
    },
    resume: async () => {
      const all = await platform.casebox.register.all();
      if (!all.ok) return;
      if (all.value.some(({ caseId }) => caseId !== undefined)) {
        const { beginRounds } = await import("./shared-rounds.ts");
        const { scheduler, wake, isLookedAt, now } = platform;
        beginRounds({
          registered: platform.casebox.register.all,
          open: { get: ports.openCase, isOpen: ports.isOpen },
          linking: (caseId) => untrack(shared).get(caseId)?.linking(),
          scheduler,
          wake,
          isLookedAt,
          now,
        });
      }
      if (all.value.every(({ caseId }) => caseId !== undefined)) return;
      const { resumeJoining } = await import("./join-case.ts");
      await resumeJoining({ ...joinPorts, show: () => undefined });
    },
  };
}

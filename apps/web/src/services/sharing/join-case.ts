/**
 * Joining by a link: ask, compare six digits, fetch, confirm. Effects: connection and stores. Loaded when somebody opens a link.
 *
 * 1. The case is listed only when its records have come and confirm who was compared with (JO4).
 * 2. Once admitted, a closed tab loses nothing: the log is registered, and fetching goes on at the next start.
 *
 * Source: JO2–JO4.
 */
import { isId, type Category, type Id, type Result } from "@recourse/core";
import { caseTable, createRecordReader, type StoreError } from "@recourse/sync";
import type { LogSession, RegisteredCase } from "@recourse/sync/log";
import {
  confirmJoin,
  connectWebSocket,
  createInviteCall,
  socketAddress,
  type InviteCallState,
  type InviteLink,
} from "@recourse/sync/wire";
import { roleOf } from "./member-lines.ts";
import { keysOf, networkOf, openLog, sealer, type SharingPlatform } from "./open-shared.ts";
import type { JoinState } from "./sharing.ts";

export interface JoinPorts {
  readonly platform: SharingPlatform;
  readonly show: (state: JoinState) => void;
  /** Puts the case into the list; resolves when that is durable. */
  readonly listCase: (entry: {
    readonly id: Id;
    readonly title: string;
    readonly category: Category;
  }) => Promise<Result<number, StoreError>>;
}

/** Units: ms between two tries. */
const AGAIN = 4000;

/** Asks to join. Answers how to stop. */
export function joinCase(ports: JoinPorts, link: InviteLink, name: string): () => void {
  const { platform, show } = ports;
  let stopped = false;
  let close = (): void => undefined;
  let cancelRetry = (): void => undefined;

  const fetchIt = async (joined: InviteCallState & { readonly is: "admitted" }): Promise<void> => {
    const entry: RegisteredCase = {
      log: link.caseId,
      caseId: undefined,
      toConfirm: { owner: joined.owner, admit: joined.admit },
    };
    await platform.casebox.register.put(entry);
    show({ is: "fetching" });
    close = await fetchCase(ports, entry);
  };
  const call = async (): Promise<void> => {
    const device = await keysOf(platform);
    if (!device.ok) return show({ is: "unsupported" });
    const transport = connectWebSocket(socketAddress(platform.origin), platform.scheduler);
    let over = false;
    const of = await createInviteCall({
      link,
      device: device.value,
      name,
      origin: platform.origin,
      sealer,
      random: platform.random,
      send: transport.send,
    });
    close = () => {
      over = true;
      transport.close();
    };
    of.state.subscribe((state) => {
      if (over || stopped) return;
      if (state.is === "admitted") {
        close();
        return void fetchIt(state);
      }
      if (state.is === "closed" || state.is === "refused") close();
      show(state.is === "closed" ? { is: "closed" } : state);
    });
    transport.start({
      message: (bytes) => void of.take(bytes),
      end: () => {
        if (over || stopped) return;
        // What was asked is asked again: a new request, because nothing was compared yet or the other side must see it.
        show({ is: "offline" });
        cancelRetry = platform.scheduler.after(AGAIN, () => void call());
      },
    });
    show({ is: "calling" });
    of.start();
  };
  void call();
  return () => {
    stopped = true;
    cancelRetry();
    close();
  };
}

/** The case of a document, once its own record has come. */
export function caseIn(
  session: LogSession,
): { readonly id: Id; readonly title: string; readonly category: Category } | undefined {
  const reader = createRecordReader(session.doc.get(), caseTable);
  const [info] = Object.values(reader.current().live.case);
  reader.dispose();
  return info === undefined || !isId(info.id) ? undefined : info;
}

/** Fetches and confirms a case that this device was admitted to. Answers how to stop; it ends by itself. */
export async function fetchCase(ports: JoinPorts, entry: RegisteredCase): Promise<() => void> {
  const { platform, show, listCase } = ports;
  const { toConfirm } = entry;
  const opened = await openLog(platform, entry);
  if (!opened.ok || toConfirm === undefined) {
    show({ is: "offline" });
    return () => undefined;
  }
  const { session, device } = opened.value;
  const network = networkOf(platform, entry, opened.value, {
    hearJoin: () => Promise.resolve(undefined),
    hearEph: () => Promise.resolve(undefined),
    blobs: undefined,
  });
  let over = false;
  const end = async (): Promise<void> => {
    over = true;
    stop();
    stopDoc();
    network.close();
    await session.close();
  };
  const look = async (): Promise<void> => {
    if (over || session.log.index.get(toConfirm.admit) === undefined) return;
    const joined = { is: "admitted", code: "", ...toConfirm } as const;
    const confirmed = confirmJoin(session.log, joined, device.id);
    if (!confirmed.ok) {
      await end();
      await platform.casebox.register.remove(entry.log);
      await platform.casebox.store.erase(entry.log);
      return show({ is: "doubtful" });
    }
    const info = caseIn(session);
    if (info === undefined) return;
    await end();
    await platform.casebox.register.put({ log: entry.log, caseId: info.id });
    await listCase(info);
    const role = roleOf(confirmed.value);
    if (role !== "out") show({ is: "joined", caseId: info.id, role });
  };
  const stop = session.changed.subscribe(() => void look());
  const stopDoc = session.doc.subscribe(() => void look());
  void look();
  return () => void (over ? undefined : end());
}

/** Goes on with what a closed tab left. */
export async function resumeJoining(ports: JoinPorts): Promise<void> {
  const all = await ports.platform.casebox.register.all();
  for (const entry of all.ok ? all.value : [])
    if (entry.caseId === undefined && entry.toConfirm !== undefined) await fetchCase(ports, entry);
}

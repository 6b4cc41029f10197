/** A device of a member with one tab on a shared case, joined with a relay; time is real. */
import * as Y from "yjs";
import { browserScheduler, createDoc, type Scheduler } from "@recourse/sync";
import {
  admission,
  createMemoryLogRows,
  createMemoryLogStore,
  createMemorySessionLock,
  createSealer,
  deviceKeysOf,
  foundCase,
  lowering,
  openLogSession,
  sessionId,
  type DeviceKeys,
  type Level,
  type LogCaseId,
  type LogSession,
  type LogStore,
  type MemberPorts,
  type RecordHash,
} from "@recourse/sync/log";
import { connectWebSocket, openCaseLink, socketAddress, type CaseLink, type RelayMarks } from "@recourse/sync/wire";

export const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
export const sealer = createSealer();
const ports = (device: DeviceKeys) => ({ device, sealer, random, now: Date.now });

/** Waits until it is true, at most ten seconds unless told otherwise. Units: ms. */
export const until = async (done: () => boolean, what: string, most = 10_000): Promise<void> => {
  for (const end = Date.now() + most; !done();) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((go) => setTimeout(go, 5));
  }
};

/** Timers that run `times` as fast. */
export const faster = (times: number): Scheduler => {
  const real = browserScheduler();
  return { ...real, after: (ms, work) => real.after(ms / times, work) };
};

export type Member = {
  readonly keys: DeviceKeys;
  readonly caseId: LogCaseId;
  readonly session: LogSession;
  readonly store: LogStore;
  readonly acknowledged: Set<RecordHash>;
  readonly link: (port: number) => CaseLink;
  readonly admit: (keys: DeviceKeys, level: Level) => Promise<void>;
  readonly lower: (keys: DeviceKeys, to: Level) => Promise<void>;
  /** Writes a value and seals it. */
  readonly put: (key: string, value: string) => Promise<void>;
  readonly state: () => string;
  readonly outbox: () => Promise<number>;
};

const must = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** Someone who knows the name of a case; `store` holds what he knows of it. */
export const openMember = async (
  keys: DeviceKeys,
  caseId: LogCaseId,
  inner: LogStore = createMemoryLogStore(createMemoryLogRows(), true),
  scheduler: Scheduler = faster(5),
): Promise<Member> => {
  const acknowledged = new Set<RecordHash>();
  const store: LogStore = {
    ...inner,
    acknowledged: async (of, hashes) => {
      for (const hash of hashes) acknowledged.add(hash);
      return inner.acknowledged(of, hashes);
    },
  };
  const locks = createMemorySessionLock();
  const session = must(await openLogSession({ ...ports(keys), caseId, store, scheduler, locks, createDoc }));
  const members: MemberPorts = { log: session.log, keyring: session.keyring, sealer, random };
  let marks: RelayMarks | undefined;
  return {
    keys,
    caseId,
    session,
    store,
    acknowledged,
    link: (port) => {
      const origin = `http://localhost:${port}`;
      return openCaseLink({
        ...ports(keys),
        session,
        store,
        origin,
        scheduler,
        connect: () => connectWebSocket(socketAddress(`http://127.0.0.1:${port}`), scheduler),
        marks: { read: () => marks, write: (to) => void (marks = to) },
      });
    },
    admit: async (of, level) => {
      const entry = must(await admission(members, { keys: of, level, by: keys.id }));
      must(await session.write((author) => author.entry(entry, { name: "CANARY-name" })));
    },
    lower: async (of, to) => {
      const entry = await lowering(members, of.id, to);
      must(await session.write((author) => author.entry(entry)));
    },
    put: async (key, value) => {
      session.doc.get().getMap("order").set(key, value);
      must(await session.flush());
    },
    state: () => JSON.stringify(Object.entries(session.doc.get().getMap("order").toJSON()).toSorted()),
    outbox: async () => must(await store.outbox(caseId)).length,
  };
};

export const newDevice = (): Promise<DeviceKeys> => deviceKeysOf(random(32));

/** alice founds a case on her device. */
export const foundOn = async (scheduler?: Scheduler): Promise<Member> => {
  const keys = await newDevice();
  const { caseId, genesis } = await foundCase(ports(keys), sessionId(hex(random(8))), await newDevice(), {
    title: "CANARY-title",
  });
  const store = createMemoryLogStore(createMemoryLogRows(), true);
  const own = { log: genesis.log, seq: 1 };
  const sealed = await store.seal(caseId, {
    log: genesis.log,
    records: [{ hash: genesis.hash, bytes: genesis.bytes, own }],
    upTo: 0,
  });
  if (!sealed.ok) throw new Error(sealed.error.kind);
  return openMember(keys, caseId, store, scheduler);
};

/** Whether two documents are the same to the last struct. */
export const sameState = (a: Member, b: Member): boolean =>
  Buffer.from(Y.encodeStateVector(a.session.doc.get())).equals(Buffer.from(Y.encodeStateVector(b.session.doc.get()))) &&
  a.state() === b.state();

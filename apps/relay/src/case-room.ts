/**
 * CaseRoom: one case while somebody is there: its graph and members as far as they are in the clear, who listens, what is being stored.
 *
 * 1. No document and no bytes of records stay in memory; when the last one has left, nothing does.
 * 2. What is not stored is never shown to anybody; after a commit that failed the room is read from the store again.
 *
 * Source: RL1, RL2.
 */
import {
  blobFramesOf,
  blobId,
  createClearLog,
  OUT,
  parseRecord,
  sameBytes,
  VIEWER,
  type BlobId,
  type Bytes,
  type CaseLog,
  type DeviceId,
  type Entry,
  type Frame,
  type Level,
  type LogCaseId,
  type NackCode,
  type RecordHash,
  type Sealer,
  type Verdict,
} from "@recourse/sync/protocol";
import { BLOB_QUOTA, openBlobRoom, type BlobRoom } from "./blob-room.ts";
import type { CommitQueue } from "./commit-queue.ts";
import { createJoinBox, type JoinBox } from "./join-box.ts";
import type { RelayStore } from "./store.ts";

/** Units: bytes; a case is stopped at four times what a notice is shown at. */
export type Quota = { readonly records: number; readonly bytes: number };
export const QUOTA: Quota = { records: 200_000, bytes: 268_435_456 };

/** Who is in the room. `device` undefined: whoever comes with an invite. */
export type Guest = {
  readonly device: DeviceId | undefined;
  readonly send: (frame: Frame) => void;
  /** Whether he feeds a case that was not known here, and is no member yet as far as it has come: he may push and is told nothing. */
  readonly isFounding: () => boolean;
  /** His rights ended. */
  readonly expel: (code: NackCode) => void;
};

/** What happens to records that are pushed, per record. */
export type PushAnswer = {
  readonly stored: (hashes: readonly RecordHash[]) => void;
  readonly refused: (code: NackCode, hashes: readonly RecordHash[]) => void;
  readonly missing: (hashes: readonly RecordHash[], ancestors: readonly RecordHash[]) => void;
};

export type CaseRoom = {
  readonly caseId: LogCaseId;
  readonly log: () => CaseLog;
  /** Nothing is stored of it yet. */
  readonly isNew: () => boolean;
  readonly levelOf: (device: DeviceId) => Level;
  /** Whether he may read now. */
  readonly isMember: (guest: Guest) => boolean;
  /** The invite of this public key, if it is open now. */
  readonly openInvite: (key: Bytes) => RecordHash | undefined;
  readonly guests: Set<Guest>;
  readonly joins: JoinBox;
  /** Signed HAVEs heard last, by device: so that "seen by" reaches those who come later. */
  readonly said: Map<DeviceId, Frame>;
  /** Sealed evidence. */
  readonly blobs: BlobRoom;
  readonly push: (from: Guest, records: readonly Bytes[], answer: PushAnswer) => Promise<void>;
  /** Whether anything still goes on here. */
  readonly isBusy: () => boolean;
};

export type RoomPorts = {
  readonly caseId: LogCaseId;
  readonly store: RelayStore;
  readonly queue: CommitQueue;
  readonly sealer: Sealer;
  readonly quota: Quota;
  /** Units: bytes of sealed evidence. */
  readonly blobQuota?: number;
  readonly countBlobs?: (what: "stored" | "spoiled") => void;
  /** Units: ms since 1970. */
  readonly now: () => number;
};

/** Names of records that are not looked at any closer. */
export const namesOf = async (records: readonly Bytes[]): Promise<readonly RecordHash[]> =>
  (await Promise.all(records.map(parseRecord))).flatMap((read) => (read.ok ? [read.value.hash] : []));

/** Reads the case from the store. */
export const openCaseRoom = async (ports: RoomPorts): Promise<CaseRoom> => {
  const { caseId, store, queue, sealer, quota, blobQuota = BLOB_QUOTA, countBlobs, now } = ports;
  const guests = new Set<Guest>();
  const unstored = new Map<RecordHash, number>();
  let size = await store.size(caseId);
  let stale = false;
  let turn: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<CaseLog> => {
    const log = createClearLog(caseId, sealer);
    const stored = await store.load(caseId);
    await log.receive(
      stored.map(({ bytes }) => bytes),
      true,
    );
    return log;
  };
  let log = await read();

  const levelOf = (device: DeviceId): Level => log.standings().membership.members.get(device)?.level ?? OUT;
  const isMember = ({ device }: Guest): boolean => device !== undefined && levelOf(device) >= VIEWER;
  const countingEntries = (): readonly { readonly hash: RecordHash; readonly entry: Entry }[] => {
    const { counts } = log.standings().membership;
    return log.index.entries().filter(({ hash }) => counts.has(hash));
  };
  const droppedNow = (): ReadonlySet<BlobId> =>
    new Set(countingEntries().flatMap(({ entry }) => (entry.op === "drop" ? entry.blobs.map((id) => blobId(id)) : [])));
  let dropped = droppedNow();
  const blobs = await openBlobRoom({
    caseId,
    blobs: store.blobs,
    quota: blobQuota,
    isDropped: (id) => dropped.has(id),
    now,
    ...(countBlobs === undefined ? {} : { count: countBlobs }),
  });
  await blobs.drop(dropped);
  /** Frees what owners have dropped, and says so. */
  const freeDropped = async (): Promise<void> => {
    dropped = droppedNow();
    const gone = (await blobs.drop(dropped)).map((id) => ({ id, places: [] }));
    for (const frame of blobFramesOf("bhave", gone)) for (const guest of guests) if (isMember(guest)) guest.send(frame);
  };
  const expelWhoIsOut = (): void => {
    for (const guest of guests)
      if (guest.device !== undefined && !isMember(guest) && !guest.isFounding()) guest.expel("not_member");
  };
  const settle = (hash: RecordHash): void => {
    const left = (unstored.get(hash) ?? 1) - 1;
    if (left === 0) unstored.delete(hash);
    else unstored.set(hash, left);
  };
  /** What these stand on and is neither here nor among them. */
  const ancestorsOf = async (records: readonly Bytes[]): Promise<readonly RecordHash[]> => {
    const parsed = (await Promise.all(records.map(parseRecord))).flatMap((of) => (of.ok ? [of.value] : []));
    const own = new Set(parsed.map(({ hash }) => hash));
    const deps = new Set(parsed.flatMap(({ head }) => head.deps));
    return [...deps].filter((dep) => !own.has(dep) && log.index.get(dep) === undefined);
  };
  const readAgain = async (): Promise<void> => {
    await queue.idle();
    log = await read();
    size = await store.size(caseId);
    stale = false;
  };
  const pushInTurn = async (from: Guest, records: readonly Bytes[], answer: PushAnswer): Promise<void> => {
    const { verdicts, admitted } = await log.receive(records);
    // Judged on top of what turned out not to be stored.
    if (stale) return answer.refused("disk", await namesOf(records));
    const refused = new Map<NackCode, RecordHash[]>();
    const missing = new Map<RecordHash, Bytes>();
    const durable: RecordHash[] = [];
    const bytesOf = new Map<RecordHash, Bytes>();
    const refuse = (code: NackCode, hash: RecordHash | undefined): void => {
      refused.set(code, [...(refused.get(code) ?? []), ...(hash === undefined ? [] : [hash])]);
    };
    const sort = (verdict: Verdict, bytes: Bytes): void => {
      if (verdict.is === "noise") refuse("noise", verdict.hash);
      else if (verdict.is === "inadmissible") refuse("refused", verdict.hash);
      else if (verdict.is === "backpressure" || verdict.is === "waiting") missing.set(verdict.hash, bytes);
      else if (verdict.is === "known" && !unstored.has(verdict.hash)) durable.push(verdict.hash);
      else bytesOf.set(verdict.hash, bytes);
    };
    verdicts.forEach((verdict, n) => sort(verdict, records[n] ?? new Uint8Array(0)));
    // In causal order; those that are being stored already go in behind, so that their sender is answered after that.
    const first = admitted.flatMap(({ node: { hash } }) => (bytesOf.has(hash) ? [hash] : []));
    const hashes = new Set([...first, ...bytesOf.keys()]);
    const fresh = [...hashes].map((hash) => ({ caseId, hash, bytes: bytesOf.get(hash) ?? new Uint8Array(0) }));
    for (const { hash, bytes } of fresh) {
      unstored.set(hash, (unstored.get(hash) ?? 0) + 1);
      size = { records: size.records + 1, bytes: size.bytes + bytes.length };
    }
    if (durable.length > 0) answer.stored(durable);
    for (const [code, of] of refused) if (of.length > 0) answer.refused(code, of);
    if (missing.size > 0) answer.missing([...missing.keys()], await ancestorsOf([...missing.values()]));
    const entries = admitted.some(({ content }) => content.is === "entry");
    queue.push(fresh, {
      stored: (batch) => {
        for (const { hash } of batch) settle(hash);
        answer.stored(batch.map(({ hash }) => hash));
        const frame: Frame = { is: "recs", records: batch.map(({ bytes }) => bytes) };
        for (const guest of guests) if (guest !== from && isMember(guest)) guest.send(frame);
        if (!entries) return;
        expelWhoIsOut();
        turn = turn.then(freeDropped).catch(() => undefined);
      },
      failed: (of) => {
        for (const hash of of) settle(hash);
        answer.refused("disk", of);
        // A store that cannot be read either is asked again with the next records.
        if (!stale) turn = turn.then(readAgain).catch(() => undefined);
        stale = true;
      },
    });
  };

  return {
    caseId,
    guests,
    joins: createJoinBox(),
    blobs,
    said: new Map(),
    log: () => log,
    isNew: () => size.records === 0,
    levelOf,
    isMember,
    openInvite: (key) => {
      const entries = countingEntries();
      const invite = entries.find(({ entry }) => entry.op === "invite" && sameBytes(entry.key, key));
      if (invite?.entry.op !== "invite" || invite.entry.expires <= now()) return undefined;
      const used = entries.filter(({ entry }) => entry.op === "admit" && entry.invite === invite.hash).length;
      return used < invite.entry.uses ? invite.hash : undefined;
    },
    push: (from, records, answer) => {
      const bytes = records.reduce((sum, { length }) => sum + length, 0);
      const work = async (): Promise<void> => {
        if (size.records + records.length > quota.records || size.bytes + bytes > quota.bytes)
          return answer.refused("quota", await namesOf(records));
        if (stale) await readAgain().catch(() => undefined);
        return pushInTurn(from, records, answer);
      };
      const judged = queue.expect();
      const mine = turn.then(work).finally(judged);
      turn = mine.catch(() => undefined);
      return mine;
    },
    isBusy: () => guests.size > 0 || unstored.size > 0,
  };
};

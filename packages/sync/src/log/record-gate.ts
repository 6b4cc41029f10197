/**
 * The gate of a case: what comes in, judged by the rules it is given. Knows nothing of documents. Holds the records of one case; effects only through the Sealer.
 *
 * 1. In any order and any number of times, the same records end as the same set (I1): what lacks an ancestor or a key waits for it.
 * 2. Noise is dropped and not remembered (AC2): the same record with its right signature is judged as if nothing had come before.
 * 3. What waits is bounded (FR4): too much is refused and stays with the sender.
 *
 * Source: AC1, AC2, FR4.
 */
import { createCaseIndex, type Admissible, type CaseIndex } from "./case-index.ts";
import type { Bytes } from "./bytes.ts";
import { decodeEntryBody, type Entry } from "./entry.ts";
import { judge, openBody, type Judgement } from "./judgement.ts";
import type { Keyring } from "./keyring.ts";
import {
  clientIdOf,
  NO_CASE,
  type DeviceId,
  type EpochId,
  type LogCaseId,
  type LogId,
  type RecordHash,
} from "./log-ids.ts";
import { belongsTo, isGenesis, type RecordReason, type Rules } from "./rules.ts";
import type { Sealer } from "./sealer.ts";
import { coverage } from "./signature-cover.ts";
import { ENTRY, parseRecord, type RecordFault, type SignedRecord } from "./signed-record.ts";
import { createStandings, type Standings } from "./standing.ts";
import { createWaitingRoom, type Waiting, type WaitingLimits } from "./waiting-room.ts";

/** What became of one of the records given to `receive`. */
export type Verdict =
  | { readonly is: "admissible" | "known" | "backpressure"; readonly hash: RecordHash }
  | {
      readonly is: "waiting";
      readonly hash: RecordHash;
      readonly missing: RecordHash | undefined;
      readonly epoch: EpochId | undefined;
    }
  | { readonly is: "inadmissible"; readonly hash: RecordHash; readonly device: DeviceId; readonly reason: RecordReason }
  | {
      readonly is: "noise";
      readonly hash?: RecordHash;
      readonly why: RecordFault | { readonly kind: "signature" | "other_case" };
    };

export interface Receipt {
  /** One for each record given. */
  readonly verdicts: readonly Verdict[];
  /** Records that became admissible, those that had waited too; in causal order. */
  readonly admitted: readonly Admissible[];
}

export interface RecordGatePorts {
  readonly caseId: LogCaseId;
  readonly sealer: Sealer;
  readonly keyring: Keyring;
  readonly rules: Rules;
  readonly limits?: WaitingLimits;
  /** For whoever has no keys: all rules but those about what is sealed. No document can be made of it. */
  readonly sealed?: boolean;
}

export interface CaseLog {
  readonly caseId: LogCaseId;
  readonly index: CaseIndex;
  /** `restored`: they come from this device's own store, where nothing lies that was not checked once. Source: AC2. */
  readonly receive: (records: readonly Uint8Array[], restored?: boolean) => Promise<Receipt>;
  readonly standings: () => Standings;
  readonly waiting: () => readonly Waiting[];
  readonly inadmissible: () => ReadonlyMap<RecordHash, RecordReason>;
  /** After a key has come from elsewhere than an entry: judges what waited for it. */
  readonly retry: () => Promise<Receipt>;
}

/** Inadmissible records without a good signature that are remembered; older ones are judged again when they come again. */
const UNSIGNED_KEPT = 1000;

const NOTHING = new Uint8Array(0);

/** How many records are hashed or opened at once: the platform does it beside this thread. */
const AT_ONCE = 256;

async function inBatches<T, U>(all: readonly T[], work: (one: T) => Promise<U>): Promise<readonly U[]> {
  const done: U[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    done.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(work))));
  return done;
}

/** A case of which only the name is known. */
export function createRecordGate(ports: RecordGatePorts): CaseLog {
  const { caseId, sealer, keyring, rules, limits, sealed = false } = ports;
  const index = createCaseIndex();
  const standings = createStandings(index);
  const refused = new Map<RecordHash, RecordReason>();
  const unsigned: RecordHash[] = [];
  const room = createWaitingRoom({ index, sealer, ...(limits === undefined ? {} : { limits }) });
  const clients = new Map<LogId, Promise<number>>();
  let turn: Promise<unknown> = Promise.resolve();

  const clientOf = (log: LogId): Promise<number> => {
    const client = clients.get(log) ?? clientIdOf(caseId, log);
    clients.set(log, client);
    return client;
  };

  /** Inside genesis the case has no name yet. */
  const learn = async (record: SignedRecord, entry: Entry): Promise<void> => {
    if (await keyring.learn(isGenesis(record) ? NO_CASE : caseId, entry)) room.freeKeys();
  };
  /**
   * Whoever joins finds his first lockbox in an entry that stands on records sealed before he came: so lockboxes are opened before their entry is judged.
   * A key vouches for itself (EP1), whoever hands it over.
   */
  const peek = async (record: SignedRecord): Promise<void> => {
    const body = record.head.type === ENTRY ? decodeEntryBody(record.body) : undefined;
    if (body !== undefined) await learn(record, body.entry);
  };

  const settle = async (record: SignedRecord, judged: Judgement, admitted: Admissible[]): Promise<Verdict> => {
    const { hash } = record;
    switch (judged.is) {
      case "admissible": {
        index.insert(sealed ? withoutBody(judged.of) : judged.of, judged.structs);
        admitted.push(judged.of);
        const { content } = judged.of;
        if (content.is === "entry") await learn(record, content.entry.entry);
        return { is: "admissible", hash };
      }
      case "inadmissible":
        refused.set(hash, judged.reason);
        if (!judged.signed) forgetOldest(unsigned, refused, hash);
        return { is: "inadmissible", hash, device: record.head.device, reason: judged.reason };
      case "noise":
        return { is: "noise", hash, why: { kind: "signature" } };
      case "no_key":
        return { is: "waiting", hash, missing: undefined, epoch: judged.epoch };
    }
  };

  const drain = async (
    covered: (record: SignedRecord, edPub: Bytes) => Promise<boolean>,
    plain: ReadonlyMap<RecordHash, Bytes>,
    given: ReadonlySet<string>,
  ) => {
    const opened = (hash: RecordHash): Bytes | undefined => plain.get(hash);
    const admitted: Admissible[] = [];
    const verdicts = new Map<string, Verdict>();
    const of = { caseId, index, sealer, rules, covered, opened, clientOf, sealed, keyOf: keyring.get };
    for (let key = room.next(); key !== undefined; key = room.next()) {
      const record = room.get(key);
      if (record === undefined) continue;
      const bad = record.head.deps.find((dep) => refused.has(dep));
      const missing = record.head.deps.find((dep) => index.get(dep) === undefined);
      let verdict: Verdict;
      if (index.get(record.hash) !== undefined) verdict = { is: "known", hash: record.hash };
      else if (bad !== undefined)
        verdict = await settle(
          record,
          { is: "inadmissible", reason: { kind: "ancestor", hash: bad }, signed: false },
          admitted,
        );
      else if (missing !== undefined) verdict = { is: "waiting", hash: record.hash, missing, epoch: undefined };
      else verdict = await settle(record, await judge(of, record), admitted);
      if (verdict.is === "waiting") room.wait(key, verdict.missing, verdict.epoch);
      else room.leave(key, verdict.is === "noise" ? undefined : record.hash);
      verdicts.set(key, verdict);
    }
    for (const [key, why] of await room.bound(given)) {
      const hash = room.hashOf(key);
      verdicts.set(
        key,
        why === "noise" ? { is: "noise", hash, why: { kind: "signature" } } : { is: "backpressure", hash },
      );
    }
    return { admitted, verdicts };
  };

  /** Bodies whose key is known, opened side by side before they are judged one after the other. */
  const openAll = async (records: readonly SignedRecord[]): Promise<ReadonlyMap<RecordHash, Bytes>> => {
    const plain = new Map<RecordHash, Bytes>();
    await inBatches(records, async (record) => {
      const key = record.head.type === ENTRY || sealed ? undefined : keyring.get(record.head.epoch);
      const body = key === undefined ? undefined : await openBody(sealer, caseId, key, record);
      if (body !== undefined) plain.set(record.hash, body);
    });
    return plain;
  };

  const receive = async (records: readonly Uint8Array[], restored: boolean): Promise<Receipt> => {
    const keys: (string | Verdict)[] = [];
    const parsed: SignedRecord[] = [];
    for (const read of await inBatches(records, parseRecord)) {
      if (!read.ok) {
        keys.push({ is: "noise", why: read.error });
        continue;
      }
      const entered = enter(read.value);
      keys.push(entered);
      parsed.push(read.value);
      if (typeof entered === "string") await peek(read.value);
    }
    const given = new Set(keys.filter((key) => typeof key === "string"));
    const covered = restored ? coverage(sealer, parsed) : async () => false;
    const opened = restored ? await openAll(parsed) : new Map<RecordHash, Bytes>();
    const { admitted, verdicts } = await drain(covered, opened, given);
    return {
      verdicts: keys.map((key) => (typeof key === "string" ? (verdicts.get(key) ?? waitingStill(key)) : key)),
      admitted,
    };
  };
  const waitingStill = (key: string): Verdict => {
    const of = room.waitingFor(key);
    return { is: "waiting", hash: room.hashOf(key), missing: of?.missing, epoch: of?.epoch };
  };
  const enter = (record: SignedRecord): string | Verdict => {
    const { hash } = record;
    if (!belongsTo(record, caseId)) return { is: "noise", hash, why: { kind: "other_case" } };
    const reason = refused.get(hash);
    if (reason !== undefined) return { is: "inadmissible", hash, device: record.head.device, reason };
    if (index.get(hash) !== undefined) return { is: "known", hash };
    return room.enter(record);
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  return {
    caseId,
    index,
    standings,
    receive: (records, restored = false) => inTurn(() => receive(records, restored)),
    waiting: room.all,
    inadmissible: () => refused,
    retry: () =>
      inTurn(async () => {
        room.freeKeys();
        const { admitted } = await drain(async () => false, new Map(), new Set());
        return { verdicts: [], admitted };
      }),
  };
}

/** What stays of a sealed record where nobody can read it: its place in the graph. Whoever stores the bytes has them already. */
const withoutBody = (of: Admissible): Admissible => ({
  ...of,
  record: { ...of.record, headBytes: NOTHING, body: NOTHING, bytes: NOTHING },
});

function forgetOldest(unsigned: RecordHash[], refused: Map<RecordHash, RecordReason>, hash: RecordHash): void {
  unsigned.push(hash);
  const oldest = unsigned.length > UNSIGNED_KEPT ? unsigned.shift() : undefined;
  if (oldest !== undefined) refused.delete(oldest);
}

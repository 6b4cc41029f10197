/**
 * The gate of a case: what comes in, judged by the rules it is given. Knows nothing of documents. Holds the records of one case; effects only through the Sealer.
 *
 * 1. In any order and any number of times, the same records end as the same set (I1): what lacks an ancestor or a key waits for it.
 * 2. Noise is dropped and not remembered (AC2): the same record with its right signature is judged as if nothing had come before.
 * 3. What waits is bounded (FR4): too much is refused and stays with the sender.
 *
 * Source: AC1, AC2, FR4.
 */
import { countingBreaths, workAhead, type Ahead } from "./ahead.ts";
import { createCaseIndex, type Admissible, type CaseIndex } from "./case-index.ts";
import { sameBytes, type Bytes } from "./bytes.ts";
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
import { ENTRY, parseRecord, signedText, type RecordFault, type SignedRecord } from "./signed-record.ts";
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

/** Signatures and bodies of a batch. */
interface Begun {
  readonly covered: (record: SignedRecord, edPub: Bytes) => Promise<boolean>;
  readonly opened: (record: SignedRecord) => Promise<Bytes | undefined> | undefined;
  /** An entry has come in: it may bring a device or a key. */
  readonly again: () => void;
}

const NOTHING_BEGUN: Begun = { covered: async () => false, opened: () => undefined, again: () => undefined };

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

  const drain = async ({ covered, opened, again }: Begun, given: ReadonlySet<string>) => {
    const admitted: Admissible[] = [];
    const verdicts = new Map<string, Verdict>();
    const of = { caseId, index, sealer, rules, covered, opened, clientOf, sealed, keyOf: keyring.get };
    const breath = countingBreaths();
    for (let key = room.next(); key !== undefined; key = room.next()) {
      await breath();
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
      if (verdict.is === "admissible" && record.head.type === ENTRY) again();
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

  /** Checks and opens side by side what will be judged one after the other. Which key a device signs with is settled by its name (CO3). */
  const begin = (records: readonly SignedRecord[], restored: boolean): Begun => {
    const good = workAhead(records, (record) => {
      const edPub = index.admits(record.head.device)[0]?.keys.edPub;
      if (restored || edPub === undefined) return undefined;
      return sealer.verify(edPub, signedText(record.hash), record.signature).then((is) => (is ? edPub : undefined));
    });
    const plain: Ahead<SignedRecord, Bytes | undefined> = workAhead(records, (record) => {
      const key = record.head.type === ENTRY || sealed ? undefined : keyring.get(record.head.epoch);
      return key === undefined ? undefined : openBody(sealer, caseId, key, record);
    });
    const isGood = async (record: SignedRecord, edPub: Bytes): Promise<boolean> => {
      const by = await good.of(record);
      return by !== undefined && sameBytes(by, edPub);
    };
    return {
      covered: restored ? coverage(sealer, records) : isGood,
      opened: plain.of,
      again: () => {
        good.again();
        plain.again();
      },
    };
  };

  const receive = async (records: readonly Uint8Array[], restored: boolean): Promise<Receipt> => {
    const keys: (string | Verdict)[] = [];
    const parsed: SignedRecord[] = [];
    const breath = countingBreaths();
    for (const each of records) {
      await breath();
      const read = await parseRecord(each);
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
    const { admitted, verdicts } = await drain(begin(parsed, restored), given);
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
        const { admitted } = await drain(NOTHING_BEGUN, new Set());
        return { verdicts: [], admitted };
      }),
  };
}

/** What stays of a sealed record where nobody can read it: its place in the graph, and which copy it was. Whoever stores the bytes has them already. */
const withoutBody = (of: Admissible): Admissible => ({
  ...of,
  record: { ...of.record, headBytes: NOTHING, body: NOTHING, signature: of.record.signature.slice(), bytes: NOTHING },
});

function forgetOldest(unsigned: RecordHash[], refused: Map<RecordHash, RecordReason>, hash: RecordHash): void {
  unsigned.push(hash);
  const oldest = unsigned.length > UNSIGNED_KEPT ? unsigned.shift() : undefined;
  if (oldest !== undefined) refused.delete(oldest);
}

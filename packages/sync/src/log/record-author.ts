/**
 * RecordAuthor: writes the records of one log, each on what is in force when it is written. Effects: randomness and clock as ports, the Sealer.
 *
 * 1. One author per log, one record at a time; a log is begun once and never continued by another session (I3, LO2).
 * 2. A record is sealed under an epoch that all removals it knows of allow, or not at all (EP3, RE4).
 *
 * Source: CO3, CO4, EP3.
 */
import { err, ok, type Result } from "@recourse/core";
import { ascii, concat, zeros, type Bytes } from "./bytes.ts";
import type { CaseLog, Verdict } from "./case-log.ts";
import type { DeviceKeys } from "./device-keys.ts";
import { encodeEntry, encodeEntryBody, encodeNames, rotationOf, type Entry, type SealedPart } from "./entry.ts";
import { openLockbox } from "./epoch.ts";
import type { Keyring } from "./keyring.ts";
import {
  clientIdOf,
  logId,
  NO_EPOCH,
  recordHash,
  type EpochId,
  type LogCaseId,
  type LogId,
  type RecordHash,
  type SessionId,
} from "./log-ids.ts";
import { sha256 } from "./sha256.ts";
import { encodeNote, type Note } from "./note.ts";
import { padded, padmeLength } from "./padme.ts";
import { isAncestor, newestOf, type GraphNode } from "./record-graph.ts";
import { encodeBody, recordKeySource, TAG } from "./sealed-body.ts";
import type { Sealer } from "./sealer.ts";
import {
  encodeHead,
  ENTRY,
  MAX_DEPS,
  MAX_RECORD,
  NOTE,
  signRecord,
  UPDATE,
  type RecordHead,
  type SignedRecord,
} from "./signed-record.ts";

/**
 * `no_key`: no epoch is allowed whose key this device has; edits wait. `too_large`: the content fits no record.
 * `refused`: by the rules that everyone follows, so it was not written.
 */
export type AuthorError =
  | { readonly kind: "no_key" }
  | { readonly kind: "too_large"; readonly bytes: number }
  | { readonly kind: "refused"; readonly verdict: Verdict | undefined };

export interface AuthorPorts {
  readonly device: DeviceKeys;
  readonly sealer: Sealer;
  /** Units: bytes. */
  readonly random: (length: number) => Bytes;
  /** Units: ms since 1970. */
  readonly now: () => number;
}

/** Where a log stands: its last record. */
export interface LogHead {
  readonly seq: number;
  readonly hash: RecordHash;
}

export interface AuthorOf {
  readonly log: CaseLog;
  readonly keyring: Keyring;
  readonly session: SessionId;
  /** Only for finishing a dead log, or one that genesis has begun. */
  readonly head?: LogHead;
  /** Only for finishing a dead log: its records say this time, and follow from what they are given alone (LO2). Units: ms since 1970. */
  readonly settledAt?: number | undefined;
}

/** Writing is two steps: what it answers becomes part of the case when the CaseLog receives it. */
export interface RecordAuthor {
  readonly log: LogId;
  /** Client id under which the document is to be edited. */
  readonly client: number;
  readonly head: () => LogHead | undefined;
  /** Records written since the last call, also when what they were written for failed in the end: all of them must be stored. */
  readonly written: () => readonly SignedRecord[];
  /** `madeOn`: heads the edits were made on, where these are not the ones in force now. Answers the joining records too. */
  readonly update: (
    payload: Bytes,
    madeOn?: readonly RecordHash[],
  ) => Promise<Result<readonly SignedRecord[], AuthorError>>;
  readonly note: (note: Note) => Promise<Result<readonly SignedRecord[], AuthorError>>;
  readonly entry: (
    entry: Entry,
    names?: Readonly<Record<string, string>>,
  ) => Promise<Result<readonly SignedRecord[], AuthorError>>;
}

/** An update without structs and deletes. */
const EMPTY_UPDATE = Uint8Array.of(0, 0);
const SETTLED = ascii("case/settled/1\0");
/** Units: bytes. */
const NONCE = 12;
const NO_HASH = recordHash("0".repeat(64));

/** The author of one log; every record it answers is received into `of.log` at once. */
export async function createAuthor(ports: AuthorPorts, of: AuthorOf): Promise<RecordAuthor> {
  const { device, sealer, random, now } = ports;
  const { log: caseLog, keyring, session } = of;
  const { caseId, index } = caseLog;
  const log = logId(device.id, session);
  const fresh: SignedRecord[] = [];
  let head = of.head;
  let turn: Promise<unknown> = Promise.resolve();

  /** Where the next record stands; with more heads than it may name, `rest` is true. */
  const place = (madeOn: readonly RecordHash[]): { readonly node: GraphNode; readonly rest: boolean } => {
    const seq = (head?.seq ?? 0) + 1;
    const previous = head === undefined ? undefined : index.graph.get(head.hash);
    const made = madeOn.flatMap((hash) => index.graph.get(hash) ?? []);
    const known = [...new Set([...caseLog.standings().heads, ...made])];
    const others = newestOf(known).filter(
      (node) => previous === undefined || (node !== previous && !isAncestor(node, previous)),
    );
    const most = MAX_DEPS - (head === undefined ? 0 : 1);
    const named = others
      .map(({ hash }) => hash)
      .toSorted()
      .slice(0, most);
    const deps = head === undefined ? named : [head.hash, ...named];
    return { node: index.graph.draft({ hash: NO_HASH, log, seq, deps }), rest: others.length > most };
  };
  const headOf = (type: number, node: GraphNode, epoch: EpochId, bodyLength: number): RecordHead => ({
    type,
    caseId,
    device: device.id,
    session,
    seq: node.seq,
    epoch,
    deps: node.deps,
    nonce: random(NONCE),
    bodyLength,
  });
  const finish = async (of_: RecordHead, body: Bytes): Promise<Result<SignedRecord, AuthorError>> => {
    const record = await signRecord(of_, body, device.sign);
    if (record.bytes.length > MAX_RECORD) return err({ kind: "too_large", bytes: record.bytes.length });
    const { verdicts } = await caseLog.receive([record.bytes]);
    const [verdict] = verdicts;
    if (verdict?.is !== "admissible") return err({ kind: "refused", verdict });
    head = { seq: of_.seq, hash: record.hash };
    fresh.push(record);
    return ok(record);
  };
  const sealed = async (type: number, node: GraphNode, payload: Bytes): Promise<Result<SignedRecord, AuthorError>> => {
    const epoch = caseLog.standings().epochFor(node);
    const key = epoch === undefined ? undefined : keyring.get(epoch);
    if (epoch === undefined || key === undefined) return err({ kind: "no_key" });
    const plain = encodeBody({ at: of.settledAt ?? now(), payload });
    const draft = headOf(type, node, epoch, plain.length + TAG);
    const of_ = of.settledAt === undefined ? draft : { ...draft, nonce: await settledNonce(device, draft, plain) };
    const body = await sealer.seal(recordKeySource(key, caseId, log), of_.nonce, encodeHead(of_), plain);
    return finish(of_, body);
  };
  /** What names are sealed under: an epoch the entry brings itself, so that whom it takes out cannot read them (RE4). */
  const epochOfNames = async (node: GraphNode, entry: Entry): Promise<Omit<NamesUnder, "names"> | undefined> => {
    const rotation = rotationOf(entry);
    const own = rotation?.boxes.find((box) => box.device === device.id);
    const epoch = rotation?.epoch ?? caseLog.standings().epochFor(node);
    const key =
      own !== undefined ? await openLockbox(device, caseId, own) : epoch === undefined ? undefined : keyring.get(epoch);
    return epoch === undefined || key === undefined ? undefined : { epoch, key };
  };
  const clear = async (
    node: GraphNode,
    entry: Entry,
    names: Readonly<Record<string, string>>,
  ): Promise<Result<SignedRecord, AuthorError>> => {
    const under = await epochOfNames(node, entry);
    const draft = await composeEntry(
      { sealer, caseId, log, at: now() },
      entry,
      under === undefined ? undefined : { ...under, names },
      (bodyLength) => headOf(ENTRY, node, NO_EPOCH, bodyLength),
    );
    return finish(draft.head, draft.body);
  };
  /** Joins heads until one record can name the rest, then writes it. */
  const write = (
    madeOn: readonly RecordHash[],
    last: (node: GraphNode) => Promise<Result<SignedRecord, AuthorError>>,
  ): Promise<Result<readonly SignedRecord[], AuthorError>> => {
    const work = async (): Promise<Result<readonly SignedRecord[], AuthorError>> => {
      const records: SignedRecord[] = [];
      for (;;) {
        const { node, rest } = place(madeOn);
        const record = rest ? await sealed(UPDATE, node, EMPTY_UPDATE) : await last(node);
        if (!record.ok) return record;
        records.push(record.value);
        if (!rest) return ok(records);
      }
    };
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  return {
    log,
    client: await clientIdOf(caseId, log),
    head: () => head,
    written: () => fresh.splice(0),
    update: (payload, madeOn = []) => write(madeOn, (node) => sealed(UPDATE, node, payload)),
    note: (note) => write([], (node) => sealed(NOTE, node, encodeNote(note))),
    entry: (entry, names = {}) => write([], (node) => clear(node, entry, names)),
  };
}

/**
 * A nonce that follows from all of what is sealed, so the same one comes only with the same record; by a signature nobody else can make, so it
 * tells nothing of the content.
 *
 * Source: LO2.
 */
async function settledNonce({ sign }: DeviceKeys, head: RecordHead, plain: Bytes): Promise<Bytes> {
  const signature = await sign(concat(SETTLED, encodeHead({ ...head, nonce: zeros(NONCE) }), plain));
  return (await sha256(signature)).slice(0, NONCE);
}

/** What the names of an entry are sealed under. */
export interface NamesUnder {
  readonly key: Bytes;
  readonly epoch: EpochId;
  readonly names: Readonly<Record<string, string>>;
}

export interface EntryPlace {
  readonly sealer: Sealer;
  readonly caseId: LogCaseId;
  readonly log: LogId;
  readonly at: number;
}

/** Head and body of an entry; the length is known before the names are sealed, because the head authenticates them. Source: SPEC 2. */
export async function composeEntry(
  { sealer, caseId, log, at }: EntryPlace,
  entry: Entry,
  under: NamesUnder | undefined,
  headOf: (bodyLength: number) => RecordHead,
): Promise<{ readonly head: RecordHead; readonly body: Bytes }> {
  if (under === undefined || Object.keys(under.names).length === 0) {
    const body = encodeEntryBody({ entry, names: undefined });
    return { head: headOf(body.length), body };
  }
  const plain = padded(encodeNames({ at, names: under.names }));
  const sealedOf = (sealed: Bytes): SealedPart => ({ epoch: under.epoch, sealed });
  const unsealed = encodeEntryBody({ entry, names: sealedOf(new Uint8Array(plain.length + TAG)) });
  const head = headOf(unsealed.length);
  const clear = encodeEntry(entry);
  const aad = new Uint8Array([...encodeHead(head), ...clear]);
  const sealed = await sealer.seal(recordKeySource(under.key, caseId, log), head.nonce, aad, plain);
  return { head, body: encodeEntryBody({ entry, names: sealedOf(sealed) }) };
}

/** Units: bytes. What a payload may have at most, whatever the deps: room for a full head is left. */
export function mostPayload(): number {
  const headRoom = 4096;
  let most = MAX_RECORD - headRoom;
  while (padmeLength(most + 16) + TAG > MAX_RECORD - headRoom) most -= 1024;
  return most;
}

/**
 * Peer: one end of a conversation about one case, with a relay or with another member. Effects only through its ports; time comes with `tick`.
 *
 * 1. What is asked for is sent ancestors first; a HAVE said again heals whatever was lost on the way.
 * 2. A record leaves the outbox only when a relay has acknowledged it as durable under its own name (I7).
 * 3. A member is served only after AUTH; a relay gets what is sealed anyway. What comes in is judged by the log, whoever sent it (FR3).
 * 4. A relay that has another name than before, or less than it had acknowledged, is reported, and fed again by its own WANT (I12).
 *
 * Source: FR1–FR4, I7, I12.
 */
import type { BlobTalk } from "../blobs/blob-line.ts";
import { sameBytes, toHex, type Bytes } from "../log/bytes.ts";
import { VIEWER } from "../log/entry.ts";
import { deviceIdOf, type DeviceId, type RecordHash } from "../log/log-ids.ts";
import { createWatched } from "../watched.ts";
import { decodeFrames, encodeFrame, type Frame, type NackCode, type Tip } from "./frame.ts";
import { createMissingRecords } from "./missing-records.ts";
import { createOutflow } from "./outflow.ts";
import type { Peer, PeerPorts, PeerState } from "./peer-ports.ts";
import { marked, rollBackOf } from "./relay-marks.ts";
import { createSeenBy } from "./seen-by.ts";
import { createSpoiltRecords } from "./spoilt-records.ts";
import { answering, authText, digestOf, haveText, tipsOf, wantedOf } from "./tips.ts";

export type { JoinFrame, Peer, PeerCase, PeerPorts, PeerState } from "./peer-ports.ts";

/** Version of the frames this program speaks. */
export const WIRE_VERSION = 1;
/** Units: ms. A HAVE is said again so often, and after what came in at most so often. */
const HAVE_EVERY = 20_000;
const HAVE_AGAIN = 1000;
/** Units: ms. */
const PING_EVERY = 15_000;
const SILENT_AFTER = 5000;

/** Whether the other side owes an answer: a relay acknowledges what it gets. */
const isAsking = ({ is }: Frame, other: PeerPorts["other"]): boolean =>
  is === "hello" || is === "ping" || (is === "recs" && other === "relay");

/** One end; nothing is sent before `start`. */
export function createPeer(ports: PeerPorts): Peer {
  const { caseId, of, sealer, device, other, origin, binding, random, send, ready, now } = ports;
  const { pingEvery = PING_EVERY } = ports;
  const { index } = of.log;
  const node = random(16);
  const challenge = random(32);
  const missing = createMissingRecords();
  const spoilt = createSpoiltRecords();
  const behindThat = new Set<RecordHash>();
  const seenBy = createSeenBy({ log: of.log, sealer, self: device.id });
  let marks = ports.marks;
  let them: Bytes | undefined;
  let mayServe = other === "relay";
  let theirs: readonly Tip[] | undefined;
  let said = { at: -Infinity, digest: "" };
  let counter = 0;
  let pinged = now();
  let fed = false;
  /** Since when an answer is due. */
  let asked: number | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let member: DeviceId | undefined;
  let talk: BlobTalk | undefined;
  const state = createWatched<PeerState>({
    is: "greeting",
    code: undefined,
    relay: undefined,
    rolledBack: undefined,
    behind: [],
    seen: new Map(),
    notTaken: new Map(),
    silent: false,
  });
  const change = (to: Partial<PeerState>): void => state.set({ ...state.get(), ...to });
  const over = (): boolean => state.get().is === "refused" || state.get().is === "ended";
  const say = (...frames: readonly Frame[]): void => {
    for (const frame of frames) {
      if (over()) return;
      if (isAsking(frame, other)) asked ??= now();
      send(encodeFrame(frame));
    }
  };
  const levelOf = (who: DeviceId): number => of.log.standings().membership.members.get(who)?.level ?? 0;
  const mayTell = (): boolean => mayServe && (member === undefined || levelOf(member) >= VIEWER);
  const has = (hash: RecordHash): boolean => index.get(hash) !== undefined;
  /** Refused for good, or nothing this side can bring will make it good. */
  const leftAlone = (): ((hash: RecordHash) => boolean) => {
    const above = spoilt.above(of.log.waiting());
    return (hash) => of.log.inadmissible().has(hash) || spoilt.has(hash) || above.has(hash);
  };

  const outflow = createOutflow({
    answered: other === "relay",
    bytesOf: (hash) => index.get(hash)?.record.bytes,
    send: (records) => say({ is: "recs", records }),
    ready,
  });
  const sayHave = async (full: boolean): Promise<void> => {
    const tips = mayServe ? tipsOf(index.graph.nodes()) : [];
    const digest = await digestOf(tips);
    counter = Math.max(counter + 1, now());
    const sign = async (): Promise<Bytes> => device.sign(haveText(caseId, counter, digest));
    const signed = full ? { device: device.id, counter, signature: await sign() } : undefined;
    if (full) said = { at: now(), digest: toHex(digest) };
    say({ is: "have", count: mayServe ? index.all().length : 0, digest, tips: full ? tips : undefined, signed });
  };
  const settle = (): void => {
    if (over() || theirs === undefined) return;
    const isLeft = leftAlone();
    change({ is: theirs.every(({ hash }) => has(hash) || isLeft(hash)) ? "live" : "syncing" });
  };
  const hearHave = async (frame: Frame & { readonly is: "have" }): Promise<void> => {
    const seen = await seenBy.learn(frame);
    if (seen !== undefined) change({ seen });
    // A relay hands on what other members have said; what it has itself it does not sign.
    if (other === "relay" && frame.signed !== undefined) return;
    const mine = tipsOf(index.graph.nodes());
    const digest = toHex(await digestOf(mayServe ? mine : []));
    const same = toHex(frame.digest) === digest;
    if (same) theirs = mine;
    if (frame.tips !== undefined) {
      theirs = frame.tips;
      const { hashes, after } = wantedOf(frame.tips, mine, has, leftAlone());
      if (hashes.length + after.length > 0) say({ is: "want", hashes, after });
    }
    if (other === "relay" && state.get().relay !== undefined) {
      const rolledBack = rollBackOf(marks, state.get().relay ?? "", same ? mine : frame.tips);
      if (rolledBack !== undefined) change({ rolledBack });
    }
    if (!same && (said.digest !== digest || now() - said.at >= HAVE_EVERY)) await sayHave(true);
    if (!fed) {
      fed = true;
      if (mayServe && other === "relay") outflow.add(inOrder(await of.outbox()));
      talk?.begin();
    }
    settle();
  };
  const inOrder = (hashes: readonly RecordHash[]): readonly RecordHash[] => {
    const wanted = new Set(hashes);
    return index.graph.nodes().flatMap(({ hash }) => (wanted.has(hash) ? [hash] : []));
  };
  const hearRecords = async (records: readonly Bytes[]): Promise<void> => {
    const received = await of.receive(records);
    if (!received.ok) return;
    const full: RecordHash[] = [];
    const noise: RecordHash[] = [];
    for (const verdict of received.value.verdicts) {
      if (verdict.is === "backpressure") full.push(verdict.hash);
      if (verdict.is === "noise" && verdict.hash !== undefined) noise.push(verdict.hash);
    }
    // One flipped bit must not silence a record: it is asked for once more.
    const once = spoilt.heard(noise);
    if (full.length > 0) say({ is: "backpressure", hashes: full });
    const hashes = [...missing.ask(of.log.waiting(), now(), spoilt.has), ...once];
    if (hashes.length > 0) say({ is: "want", hashes, after: [] });
    settle();
  };
  const hearAck = async ({ durable, node: by, hashes }: Frame & { readonly is: "ack" }): Promise<void> => {
    if (other !== "relay" || !durable || them === undefined || !sameBytes(by, them)) return;
    outflow.answered(hashes);
    const own = hashes.flatMap((hash) => index.graph.get(hash) ?? []);
    await of.acknowledged(own.map(({ hash }) => hash));
    marks = marked(marks, toHex(them), own);
    ports.remember?.(marks);
    const notTaken = new Map(state.get().notTaken);
    for (const { hash } of own) notTaken.delete(hash);
    if (notTaken.size < state.get().notTaken.size) change({ notTaken });
  };
  const hearNack = (code: NackCode, named: readonly RecordHash[]): void => {
    if (named.length === 0) return change({ is: "refused", code });
    const hashes = talk?.refused(code, named) ?? named;
    if (hashes.length === 0) return;
    outflow.answered(hashes);
    // The relay asks for what they stand on, and gets them once more behind it.
    if (code === "missing") for (const hash of hashes) behindThat.add(hash);
    change({ notTaken: new Map([...state.get().notTaken, ...hashes.map((hash) => [hash, code] as const)]) });
  };
  const hearHello = async (frame: Frame & { readonly is: "hello" }): Promise<void> => {
    if (them !== undefined) return;
    if (frame.from > WIRE_VERSION || frame.to < WIRE_VERSION) {
      say({ is: "bye", code: "version" });
      return change({ is: "refused", code: "version" });
    }
    them = frame.node;
    const signature = await device.sign(authText({ origin, node: them, caseId, challenge: frame.challenge, binding }));
    const key = new Uint8Array([...device.edPub, ...device.xPub]);
    say({ is: "auth", as: "device", caseId, key, signature }, { is: "sub", caseId });
    if (other === "relay")
      change({ is: "syncing", relay: toHex(them), rolledBack: rollBackOf(marks, toHex(them), undefined) });
    else change({ is: "syncing" });
    const name = (): string => member ?? toHex(frame.node);
    talk = ports.blobs?.attach({ kind: other, name, send: say, ready, may: mayTell });
  };
  const hearAuth = async ({ as, key, signature, caseId: named }: Frame & { readonly is: "auth" }): Promise<void> => {
    if (other === "relay" || as !== "device" || named !== caseId) return;
    const edPub = key.slice(0, 32);
    member = await deviceIdOf(edPub, key.subarray(32));
    const text = authText({ origin, node, caseId, challenge, binding });
    mayServe = levelOf(member) >= VIEWER && (await sealer.verify(edPub, text, signature));
  };
  const hearWant = ({ hashes, after }: Frame & { readonly is: "want" }): void => {
    if (!mayServe) return;
    outflow.add(answering(index.graph.nodes(), { hashes: [...hashes, ...behindThat], after }));
    behindThat.clear();
  };
  const hear = async (frame: Frame): Promise<void> => {
    switch (frame.is) {
      case "hello":
        return hearHello(frame);
      case "auth":
        return hearAuth(frame);
      case "sub":
        return frame.caseId === caseId ? sayHave(false) : undefined;
      case "have":
        return hearHave(frame);
      case "want":
        return hearWant(frame);
      case "recs":
        return hearRecords(frame.records);
      case "ack":
        return hearAck(frame);
      case "nack":
        return hearNack(frame.code, frame.hashes);
      case "eph":
        await ports.hearEph?.(frame.sealed);
        return undefined;
      case "bhave":
      case "bwant":
      case "bchunk":
        return talk?.hear(frame);
      case "join": {
        const answer = await ports.hearJoin?.(frame);
        return answer === undefined ? undefined : say(answer);
      }
      case "ping":
        return say({ is: "pong", token: frame.token });
      case "bye":
        return change({ is: frame.code === undefined ? "ended" : "refused", code: frame.code });
      default:
        return undefined;
    }
  };
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  return {
    state,
    start: () => say({ is: "hello", from: WIRE_VERSION, to: WIRE_VERSION, node, challenge }),
    take: (message) =>
      inTurn(async () => {
        if (over()) return;
        asked = undefined;
        if (state.get().silent) change({ silent: false });
        const frames = decodeFrames(message);
        if (!frames.ok) return say({ is: "nack", code: "form", hashes: [] });
        for (const frame of frames.value) if (!over()) await hear(frame);
      }),
    offer: (hashes) => {
      if (mayServe && fed) outflow.add(hashes);
    },
    sayJoin: (frame) => say(frame),
    sayEph: (sealed) => {
      if (them !== undefined && mayTell()) say({ is: "eph", sealed });
    },
    leave: () => talk?.end(),
    tick: () =>
      inTurn(async () => {
        const at = now();
        if (asked !== undefined && at - asked >= SILENT_AFTER) change({ silent: true });
        if (over() || them === undefined) return;
        const hashes = missing.ask(of.log.waiting(), at, spoilt.has);
        if (hashes.length > 0) say({ is: "want", hashes, after: [] });
        const behind = missing.behind(at);
        if (JSON.stringify(behind) !== JSON.stringify(state.get().behind)) change({ behind });
        const digest = toHex(await digestOf(tipsOf(index.graph.nodes())));
        if (mayServe && theirs !== undefined && at - said.at >= (digest === said.digest ? HAVE_EVERY : HAVE_AGAIN))
          await sayHave(true);
        if (at - pinged >= pingEvery) {
          pinged = at;
          say({ is: "ping", token: random(8) });
        }
        settle();
      }),
    idle: async () => {
      await turn;
      await outflow.idle();
    },
  };
}

/**
 * Conversation: what one connection says and hears, from HELLO to BYE. Effects through its ports; opens no socket.
 *
 * 1. Before AUTH nothing is told but HELLO; what a device may do is asked of the members anew each time (RL2).
 * 2. Nothing is acknowledged before it is stored.
 * 3. Who founds a case, or feeds a relay that has lost it, pushes before his own admission has come, and is told nothing of others until then.
 *
 * Source: FR1–FR5, RL2.
 */
import {
  answering,
  authText,
  decodeFrames,
  deviceIdOf,
  digestOf,
  HELPER,
  MAX_HASHES,
  OWNER,
  sameBytes,
  tipsOf,
  VIEWER,
  wantedOf,
  type Bytes,
  type DeviceId,
  type Frame,
  type LogCaseId,
  type NackCode,
  type RecordHash,
  type Sealer,
} from "@recourse/sync/protocol";
import { createBlobTalk, type BlobTalk } from "./blob-talk.ts";
import { namesOf, type CaseRoom, type Guest } from "./case-room.ts";
import type { CaseRooms } from "./case-rooms.ts";
import type { JoinFrame } from "./join-box.ts";
import { createTokens } from "./tokens.ts";

const VERSION = 1;
/** Source: FR5. */
const EPH_PER_SECOND = 4;

export type ConversationPorts = {
  readonly rooms: CaseRooms;
  readonly sealer: Sealer;
  /** Name of the store. */
  readonly node: Bytes;
  /** Units: 32 bytes. */
  readonly challenge: Bytes;
  /** Where the app may have been served from. */
  readonly origins: () => readonly string[];
  /** Whether this connection may begin a case that is not known here. */
  readonly mayFound: () => boolean;
  readonly send: (frame: Frame) => void;
  /** Sends stored records in heaps, each when the one before has gone out. */
  readonly serve: (caseId: LogCaseId, hashes: readonly RecordHash[]) => void;
  /** Sends one frame; answers when it has left. */
  readonly hand: (frame: Frame) => Promise<void>;
  readonly isGone: () => boolean;
  readonly end: () => void;
  /** Units: ms. */
  readonly now: () => number;
  readonly refused: (code: NackCode) => void;
};

export type Conversation = {
  readonly greet: () => void;
  readonly take: (message: Uint8Array) => Promise<void>;
  readonly isKnown: () => boolean;
  readonly leave: () => Promise<void>;
};

/** One connection. */
export const createConversation = (ports: ConversationPorts): Conversation => {
  const { rooms, sealer, node, challenge, send, now } = ports;
  const eph = createTokens({ perSecond: EPH_PER_SECOND, burst: EPH_PER_SECOND, now });
  let greeted = false;
  let over = false;
  let room: CaseRoom | undefined;
  let blobs: BlobTalk | undefined;
  let device: DeviceId | undefined;
  let invite: Bytes | undefined;
  let founds = false;
  let said = "";
  let turn: Promise<unknown> = Promise.resolve();

  const nack = (code: NackCode, hashes: readonly RecordHash[] = []): void => {
    ports.refused(code);
    send({ is: "nack", code, hashes });
  };
  const refuse = (code: NackCode): void => {
    if (over) return;
    nack(code);
    over = true;
    ports.end();
  };
  const guest: { -readonly [K in keyof Guest]: Guest[K] } = {
    device: undefined,
    send,
    isFounding: () => founds,
    expel: refuse,
  };
  const toJoiner = (frame: JoinFrame): void => send(frame);
  const level = (): number => (room === undefined || device === undefined ? 0 : room.levelOf(device));
  const mayPush = (): boolean => founds || level() >= HELPER;
  const mayRead = (): boolean => level() >= VIEWER;

  const isSigned = async (edPub: Bytes, caseId: LogCaseId, signature: Bytes): Promise<boolean> => {
    for (const origin of ports.origins())
      if (await sealer.verify(edPub, authText({ origin, node, caseId, challenge }), signature)) return true;
    return false;
  };
  const hearAuth = async ({ as, caseId, key, signature }: Frame & { readonly is: "auth" }): Promise<void> => {
    if (room !== undefined || !greeted) return refuse("form");
    if (!(await isSigned(key.slice(0, 32), caseId, signature))) return refuse("auth");
    const opened = await rooms.open(caseId);
    room = opened;
    if (as === "invite") {
      const named = opened.openInvite(key);
      if (named === undefined) return refuse("invite");
      invite = key;
      // The link does not say which entry invites; the joiner hears it here.
      send({ is: "join", invite: named, joiner: new Uint8Array(16), sealed: new Uint8Array(0) });
    } else {
      device = await deviceIdOf(key.subarray(0, 32), key.subarray(32));
      guest.device = device;
      founds = opened.isNew();
      if (founds && !ports.mayFound()) return refuse("rate");
      if (!mayRead() && !founds) return refuse("not_member");
    }
    opened.guests.add(guest);
    if (device === undefined) return;
    const mayBring = (): boolean => level() >= HELPER;
    blobs = createBlobTalk({ ...ports, room: opened, guest, mayPush: mayBring, mayRead, nack });
  };
  const hearSub = async (caseId: LogCaseId): Promise<void> => {
    if (room === undefined || device === undefined || room.caseId !== caseId) return refuse("auth");
    // Before HAVE: whoever hears that knows what evidence is here.
    blobs?.begin();
    await sayHave(room, false);
    if (mayRead()) for (const [by, frame] of room.said) if (by !== device) send(frame);
    if (level() >= OWNER) for (const frame of room.joins.asked()) send(frame);
  };
  const sayHave = async (of: CaseRoom, full: boolean): Promise<void> => {
    const nodes = mayRead() ? of.log().index.graph.nodes() : [];
    const tips = tipsOf(nodes);
    const digest = await digestOf(tips);
    send({ is: "have", count: nodes.length, digest, tips: full ? tips : undefined, signed: undefined });
  };
  const hearHave = async (of: CaseRoom, frame: Frame & { readonly is: "have" }): Promise<void> => {
    if (!mayRead() && !founds) return refuse("not_member");
    const { signed, tips } = frame;
    if (signed !== undefined && tips !== undefined && signed.device === device && mayRead()) {
      of.said.set(signed.device, frame);
      for (const other of of.guests) if (other !== guest && of.isMember(other)) other.send(frame);
    }
    const { index } = of.log();
    const mine = tipsOf(index.graph.nodes());
    const digest = await digestOf(mine);
    const same = sameBytes(digest, frame.digest);
    if (!same && tips !== undefined && mayPush()) {
      const { hashes, after } = wantedOf(tips, mine, (hash) => index.get(hash) !== undefined);
      if (hashes.length + after.length > 0) send({ is: "want", hashes, after });
    }
    // Said again only when it has changed: two sides that never agree must not talk for ever.
    const now_ = `${digest.join()}/${frame.digest.join()}`;
    if (now_ === said) return;
    said = now_;
    await sayHave(of, !same);
  };
  const hearRecords = async (of: CaseRoom, records: readonly Bytes[]): Promise<void> => {
    if (!mayRead() && !founds) return refuse("not_member");
    if (!mayPush()) return nack("read_only", await namesOf(records));
    await of.push(guest, records, {
      stored: (hashes) => send({ is: "ack", durable: true, node, hashes }),
      refused: (code, hashes) => nack(code, hashes),
      missing: (hashes, ancestors) => {
        nack("missing", hashes);
        send({ is: "want", hashes: ancestors.slice(0, MAX_HASHES), after: [] });
      },
    });
    if (level() >= VIEWER) founds = false;
    blobs?.admitted();
  };
  const hearJoin = (of: CaseRoom, frame: JoinFrame): void => {
    if (invite === undefined) {
      if (level() >= OWNER) of.joins.answer(frame);
      return;
    }
    if (of.openInvite(invite) !== frame.invite || !of.joins.ask(frame, toJoiner)) return refuse("invite");
    for (const other of of.guests)
      if (other.device !== undefined && of.levelOf(other.device) >= OWNER) other.send(frame);
  };
  const hear = async (frame: Frame): Promise<void> => {
    if (frame.is === "hello") {
      if (frame.from > VERSION || frame.to < VERSION) return refuse("version");
      greeted = true;
      return;
    }
    if (frame.is === "ping") return send({ is: "pong", token: frame.token });
    if (frame.is === "bye") {
      over = true;
      return ports.end();
    }
    if (frame.is === "auth") return hearAuth(frame);
    if (frame.is === "sub") return hearSub(frame.caseId);
    if (room === undefined) return refuse("auth");
    if (frame.is === "join") return hearJoin(room, frame);
    if (device === undefined) return refuse("auth");
    if (frame.is === "have") return hearHave(room, frame);
    if (frame.is === "recs") return hearRecords(room, frame.records);
    if (frame.is === "bhave" || frame.is === "bwant" || frame.is === "bchunk") return blobs?.hear(frame);
    if (frame.is === "want") {
      if (!mayRead()) return founds ? undefined : refuse("not_member");
      return ports.serve(room.caseId, answering(room.log().index.graph.nodes(), frame));
    }
    if (frame.is === "eph" && mayRead() && eph.take())
      for (const other of room.guests) if (other !== guest && room.isMember(other)) other.send(frame);
  };

  return {
    greet: () => send({ is: "hello", from: VERSION, to: VERSION, node, challenge }),
    take: (message) => {
      const mine = turn.then(async () => {
        const frames = decodeFrames(message);
        if (!frames.ok) return refuse("form");
        for (const frame of frames.value) if (!over) await hear(frame);
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
    isKnown: () => room !== undefined,
    leave: async () => {
      over = true;
      await turn;
      if (room === undefined) return;
      room.guests.delete(guest);
      blobs?.leave();
      room.joins.leave(toJoiner);
      await rooms.tidy(room);
    },
  };
};

/** A member's device with a vault, whose link carries evidence; everything that goes over the link is kept, as bytes. */
import { browserScheduler } from "@recourse/sync";
import { createBlobExchange, createMemoryBlobShelf, type BlobExchange, type ShelfRows } from "@recourse/sync/blobs";
import {
  connectWebSocket,
  decodeFrames,
  openCaseLink,
  socketAddress,
  type CaseLink,
  type Frame,
  type Transport,
} from "@recourse/sync/wire";
import { sha256, type Sha256 } from "@recourse/core";
import { createMemoryStore, type BlobStore } from "@recourse/vault";
import { createHash } from "node:crypto";
import { faster, random, sealer, type Member } from "./member.ts";

export type EvidenceMember = {
  readonly member: Member;
  readonly vault: BlobStore;
  readonly exchange: BlobExchange;
  readonly link: (port: number) => CaseLink;
  /** Messages of all links so far. */
  readonly sent: Uint8Array[];
  readonly heard: Uint8Array[];
  /** Puts bytes into the vault and shares them. */
  readonly share: (bytes: Uint8Array<ArrayBuffer>) => Promise<Sha256>;
  readonly bytesOf: (hash: Sha256) => Promise<Buffer | undefined>;
  readonly isHere: (hash: Sha256) => boolean;
  readonly isOnRelay: (hash: Sha256) => boolean;
};

export const framesIn = (messages: readonly Uint8Array[]): readonly Frame[] =>
  messages.flatMap((message) => {
    const read = decodeFrames(message);
    return read.ok ? read.value : [];
  });
/** Places that went over, as "id/place", in order. */
export const piecesIn = (messages: readonly Uint8Array[]): readonly string[] =>
  framesIn(messages).flatMap((frame) => (frame.is === "bchunk" ? [`${frame.id}/${frame.place}`] : []));
/** Places that the other side has said to hold, as "id/place". */
export const heldIn = (messages: readonly Uint8Array[]): readonly string[] =>
  framesIn(messages).flatMap((frame) =>
    frame.is === "bhave"
      ? frame.blobs.flatMap(({ id, places }) =>
          places.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => `${id}/${from + n}`)),
        )
      : [],
  );

export const hashOf = (bytes: Uint8Array): Sha256 => sha256(createHash("sha256").update(bytes).digest("hex"));

/** Gives a member a vault. `rows`: what lay on his shelf before. */
export const withEvidence = (member: Member, rows: ShelfRows = new Map()): EvidenceMember => {
  const { session, store, keys } = member;
  const vault = createMemoryStore();
  const exchange = createBlobExchange({
    log: session.log,
    sealer,
    device: keys.id,
    vault,
    shelf: createMemoryBlobShelf(rows),
    note: (note) => session.write((author) => author.note(note)),
    random,
    now: Date.now,
  });
  const [sent, heard]: readonly [Uint8Array[], Uint8Array[]] = [[], []];
  const recorded = (transport: Transport): Transport => ({
    ...transport,
    start: ({ message, end }) =>
      transport.start({
        end,
        message: (bytes) => {
          heard.push(bytes);
          message(bytes);
        },
      }),
    send: (message) => {
      sent.push(message);
      transport.send(message);
    },
  });
  return {
    member,
    vault,
    exchange,
    sent,
    heard,
    link: (port) =>
      openCaseLink({
        session,
        store,
        sealer,
        device: keys,
        origin: `http://localhost:${port}`,
        connect: () => recorded(connectWebSocket(socketAddress(`http://127.0.0.1:${port}`), browserScheduler())),
        scheduler: faster(5),
        random,
        now: Date.now,
        marks: { read: () => undefined, write: () => undefined },
        blobs: exchange,
      }),
    share: async (bytes) => {
      await vault.put({ bytes: new Blob([bytes]) });
      const hash = hashOf(bytes);
      exchange.look(hash);
      const done = await exchange.share(hash);
      if (!done.ok) throw new Error(JSON.stringify(done.error));
      return hash;
    },
    bytesOf: async (hash) => {
      const got = await vault.get(hash);
      return got.ok ? Buffer.from(await got.value.arrayBuffer()) : undefined;
    },
    isHere: (hash) => exchange.state.get().get(hash)?.is === "here",
    isOnRelay: (hash) => exchange.state.get().get(hash)?.onRelay === true,
  };
};

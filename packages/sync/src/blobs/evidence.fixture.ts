/**
 * People of one case with vaults, whose exchanges are joined by pipes, for tests: time by hand, every frame as bytes and in sight.
 */
import { ok, type Sha256 } from "@recourse/core";
import { createMemoryStore, sha256Hex, type BlobStore } from "@recourse/vault";
import type { Bytes } from "../log/bytes.ts";
import { HELPER } from "../log/entry.ts";
import {
  below,
  bytesFrom,
  createWorld,
  found,
  invite,
  seeded,
  sync,
  type Person,
  type Random,
  type World,
} from "../log/people.fixture.ts";
import { decodeFrames, encodeFrame } from "../wire/frame.ts";
import type { BlobFrame } from "../wire/blob-frames.ts";
import type { BlobEnd, BlobTalk } from "./blob-line.ts";
import { createMemoryBlobShelf, type ShelfRows } from "./blob-shelf.ts";
import { createBlobExchange, type BlobExchange, type BlobExchangePorts } from "./exchange.ts";

/** Someone with a vault. */
export interface Holder {
  readonly who: Person;
  readonly vault: BlobStore;
  readonly blobs: Map<Sha256, Blob>;
  readonly rows: ShelfRows;
  exchange: BlobExchange;
  /** The tab is opened anew over what the device holds. */
  readonly restart: () => void;
}
export interface Evidence {
  readonly world: World;
  readonly alice: Holder;
  readonly bob: Holder;
  readonly holder: (who: Person, change?: Partial<BlobExchangePorts>, capacity?: number) => Holder;
  /** Everybody has the records of everybody. */
  readonly spread: (...all: readonly Holder[]) => Promise<void>;
  readonly join: (a: Holder, b: Holder, options?: PipeOptions) => Pipe;
  /** Lets everything that was begun come to its end. */
  readonly drain: () => Promise<void>;
  /** Units: ms. */
  readonly pass: (ms: number, ...all: readonly Holder[]) => Promise<void>;
}
export interface PipeOptions {
  /** As whom a speaks to b and b to a. */
  readonly kind?: BlobEnd["kind"];
  /** What b hears of what a says; undefined: nothing. */
  readonly through?: (frame: BlobFrame) => BlobFrame | undefined;
  readonly may?: () => boolean;
}
export interface Pipe {
  /** What a has said to b, and b to a. */
  readonly said: readonly [BlobFrame[], BlobFrame[]];
  readonly cut: () => void;
}

/** Bytes that are the same for the same seed. */
export const picture = (seed: number, length: number): Bytes => {
  const random: Random = seeded(seed);
  const bytes = new Uint8Array(length);
  for (let n = 0; n < length; n++) bytes[n] = below(random, 256);
  return bytes;
};
/** Puts bytes into the vault as an import does. */
export const imported = async (of: Holder, bytes: Bytes): Promise<Sha256> => {
  await of.vault.put({ bytes: new Blob([bytes]) });
  const hash = await sha256Hex(bytes);
  of.exchange.look(hash);
  return hash;
};
export const shared = async (of: Holder, bytes: Bytes): Promise<Sha256> => {
  const hash = await imported(of, bytes);
  const done = await of.exchange.share(hash);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return hash;
};
export const bytesOf = async (of: Holder, hash: Sha256): Promise<Bytes | undefined> => {
  const got = await of.vault.get(hash);
  return got.ok ? new Uint8Array(await got.value.arrayBuffer()) : undefined;
};
/** Places that were sent, as "id/place". */
export const sentIn = (frames: readonly BlobFrame[]): readonly string[] =>
  frames.flatMap((frame) => (frame.is === "bchunk" ? [`${frame.id}/${frame.place}`] : []));

/** alice has a case, bob helps. */
export async function evidence(seed: number, options: { readonly sealed?: boolean } = {}): Promise<Evidence> {
  const world = createWorld({ seed, sealed: options.sealed ?? true });
  const { alice } = await found(world);
  const bob = await invite(world, alice, "bob", HELPER);
  const doing = new Set<Promise<unknown>>();
  const holders = new Set<Holder>();
  let time = 0;
  const track = (work: Promise<unknown>): void => {
    doing.add(work);
    void work.catch(() => undefined).finally(() => doing.delete(work));
  };
  const drain = async (): Promise<void> => {
    for (let quiet = 0; quiet < 3;) {
      const busy = doing.size > 0;
      await Promise.allSettled(doing);
      for (const { exchange } of holders) await exchange.idle();
      await new Promise((go) => setTimeout(go, 0));
      quiet = busy || doing.size > 0 ? 0 : quiet + 1;
    }
  };
  const holder: Evidence["holder"] = (who, change = {}, capacity = Infinity) => {
    const blobs = new Map<Sha256, Blob>();
    const rows: ShelfRows = new Map();
    const vault = createMemoryStore({ blobs, capacity });
    const open = (): BlobExchange =>
      createBlobExchange({
        log: who.log,
        sealer: world.sealer,
        device: who.keys.id,
        vault,
        shelf: createMemoryBlobShelf(rows),
        note: async (note) => {
          const written = await who.author.note(note);
          return written.ok ? ok(undefined) : written;
        },
        random: bytesFrom(world.random),
        now: () => time,
        ...change,
      });
    const of: Holder = {
      who,
      vault,
      blobs,
      rows,
      exchange: open(),
      restart: () => {
        of.exchange = open();
      },
    };
    holders.add(of);
    return of;
  };
  return {
    world,
    alice: holder(alice),
    bob: holder(bob),
    holder,
    drain,
    spread: async (...all) => {
      for (const from of all) for (const to of all) if (from !== to) await sync(from.who, to.who);
      for (const { exchange } of all) await exchange.tick();
    },
    join: (a, b, { kind = "member", through = (frame: BlobFrame) => frame, may = () => true } = {}) => {
      const said: [BlobFrame[], BlobFrame[]] = [[], []];
      const talks: BlobTalk[] = [];
      let over = false;
      const endOf = (mine: 0 | 1, name: string): BlobEnd => ({
        kind: mine === 0 ? kind : "member",
        name: () => name,
        may,
        ready: () => Promise.resolve(),
        send: (frame) => {
          said[mine].push(frame);
          const heard = mine === 0 ? through(frame) : frame;
          if (heard === undefined) return;
          const message = encodeFrame(heard);
          const deliver = async (): Promise<void> => {
            await new Promise((go) => setTimeout(go, 0));
            const read = decodeFrames(message);
            const [first] = read.ok ? read.value : [];
            if (over || (first?.is !== "bhave" && first?.is !== "bwant" && first?.is !== "bchunk")) return;
            await talks[1 - mine]?.hear(first);
          };
          track(deliver());
        },
      });
      talks.push(a.exchange.attach(endOf(0, b.who.keys.id)), b.exchange.attach(endOf(1, a.who.keys.id)));
      for (const talk of talks) talk.begin();
      return {
        said,
        cut: () => {
          over = true;
          for (const talk of talks) talk.end();
        },
      };
    },
    pass: async (ms, ...all) => {
      for (const until = time + ms; time < until;) {
        time += 1000;
        for (const { exchange } of all) await exchange.tick();
        await drain();
      }
    },
  };
}

/**
 * BlobExchange: brings the evidence of a shared case to those who may see it: a machine beside the peers of one case. Effects through its ports; time comes with `tick`.
 *
 * 1. What the log names and is not here is fetched from whoever has it, in any order; what has arrived is not asked for again, whatever breaks in between.
 * 2. A wrong piece is dropped, counted against its sender and asked for elsewhere; the rest goes on.
 * 3. What is here and the log names goes to the relay, when the relay does not hold it.
 * 4. Correctness of the case does not depend on it.
 *
 * Source: BL1, BL2, I9, I10, LO4.
 */
import { err, ok, type Result, type Sha256 } from "@recourse/core";
import { HELPER, type Entry } from "../log/entry.ts";
import { recordHash, type DeviceId } from "../log/log-ids.ts";
import type { Bytes } from "../log/bytes.ts";
import type { SealError } from "../log/log-writer.ts";
import type { Note } from "../log/note.ts";
import type { CaseLog } from "../log/record-gate.ts";
import type { Sealer } from "../log/sealer.ts";
import { createWatched, type Watched } from "../watched.ts";
import { blobFramesOf, type BlobFrame } from "../wire/blob-frames.ts";
import { ask, askedOf, isFetchable } from "./blob-asking.ts";
import { choiceOf, type Candidate } from "./blob-choice.ts";
import { createBlobHolding, type BlobVault } from "./blob-holding.ts";
import { blobId, type BlobId } from "./blob-id.ts";
import { createBlobIntake } from "./blob-intake.ts";
import { createBlobLine, type BlobEnd, type BlobLine, type BlobTalk } from "./blob-line.ts";
import { allPlaces, FULL_AGAIN, isWhole, offersOf } from "./blob-offers.ts";
import { createBlobServing } from "./blob-serving.ts";
import { createBlobSharing, type ShareBlobError } from "./blob-sharing.ts";
import type { BlobShelf } from "./blob-shelf.ts";
import { sameState, stateOf, type BlobFacts, type BlobFault, type BlobState, type BlobTrouble } from "./blob-state.ts";
import { createNamedBlobs, type NamedBlob } from "./named-blobs.ts";
import { countOf, placesFrom, without, type Places } from "./places.ts";

const FAULTS_KEPT = 100;

export interface BlobExchangePorts {
  readonly log: CaseLog;
  readonly sealer: Sealer;
  /** This one. */
  readonly device: DeviceId;
  readonly vault: BlobVault;
  readonly shelf: BlobShelf;
  /** Writes a note into the log. */
  readonly note: (note: Note) => Promise<Result<unknown, SealError>>;
  /** Units: bytes. */
  readonly random: (length: number) => Bytes;
  /** Units: ms since 1970. */
  readonly now: () => number;
  /** Whether the case still names these bytes; what it does not is fetched only on demand. */
  readonly isWanted?: (sha256: Sha256) => boolean;
  /** Whether large things nobody waits for may be fetched now: the line is not metered and nothing else goes on. */
  readonly mayFetchAhead?: () => boolean;
}

export interface BlobExchange {
  /** Of everything the log names. */
  readonly state: Watched<ReadonlyMap<Sha256, BlobState>>;
  /** The last hundred. */
  readonly faults: Watched<readonly BlobFault[]>;
  /** Seals bytes that lie in the vault, and says so in the log. Does nothing for what the log names already. */
  readonly share: (sha256: Sha256) => Promise<Result<BlobId, ShareBlobError>>;
  /** Puts a small picture of an original into the vault and shares it. */
  readonly shareThumbnail: (of: Sha256, bytes: Bytes) => Promise<Result<Sha256, ShareBlobError>>;
  /** Somebody waits for it: it is fetched before others, whatever its length. */
  readonly demand: (sha256: Sha256) => void;
  /** Nobody waits for it any more. */
  readonly release: (sha256: Sha256) => void;
  /** Bytes have come into the vault, or gone from it, some other way. */
  readonly look: (sha256: Sha256) => void;
  /** The entry by which an owner device frees all sealed copies; undefined when there are none. */
  readonly dropping: (sha256s: readonly Sha256[]) => Entry | undefined;
  /** A conversation has begun. */
  readonly attach: (end: BlobEnd) => BlobTalk;
  /** About every second. */
  readonly tick: () => Promise<void>;
  /** Answers when all that was begun is done. */
  readonly idle: () => Promise<void>;
}

/** Of one case. Looks at the shelf at its first tick or conversation. */
export function createBlobExchange(ports: BlobExchangePorts): BlobExchange {
  const { log, device, vault, now, isWanted = () => true, mayFetchAhead = () => false } = ports;
  const stock = { caseId: log.caseId, sealer: ports.sealer, vault, shelf: ports.shelf };
  const names = createNamedBlobs(log);
  const holding = createBlobHolding(stock);
  const intake = createBlobIntake(stock, holding);
  const lines = new Set<BlobLine>();
  const here = new Map<Sha256, boolean>();
  const demanded = new Set<Sha256>();
  const unfit = new Set<BlobId>();
  const isFit = (id: BlobId): boolean => !unfit.has(id);
  const sharing = createBlobSharing({ ...stock, names, isFit, random: ports.random, note: ports.note });
  const troubles = new Map<Sha256, { readonly is: BlobTrouble; readonly at: number }>();
  const sources = new Map<Sha256, string>();
  const pouring = new Map<BlobId, Promise<void>>();
  const state = createWatched<ReadonlyMap<Sha256, BlobState>>(new Map());
  const faults = createWatched<readonly BlobFault[]>([]);
  let opened: Promise<void> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const blame = (blob: NamedBlob, why: BlobFault["why"], place: number | undefined, from: string | undefined): void =>
    faults.set([...faults.get(), { sha256: blob.sha256, id: blob.id, place, from, why }].slice(-FAULTS_KEPT));
  const isHere = (sha256: Sha256): boolean => here.get(sha256) === true;
  const offering = {
    heldOf: (blob: NamedBlob) => (isHere(blob.sha256) ? allPlaces(blob.size) : intake.arrived(blob.id)),
    mayPush: () => (log.standings().membership.members.get(device)?.level ?? 0) >= HELPER,
    isFit,
    now,
  };

  const missingOf = (blob: NamedBlob): Places => without(allPlaces(blob.size), intake.arrived(blob.id));
  /** The blob of these bytes that can go on: of several the one that has come furthest. */
  const fetchable = (sha256: Sha256, blobs: readonly NamedBlob[]): Candidate | undefined => {
    const trouble = troubles.get(sha256);
    if (isHere(sha256) || (trouble !== undefined && now() - trouble.at < FULL_AGAIN)) return undefined;
    const [best] = blobs
      .filter((blob) => isFit(blob.id) && isFetchable(lines, blob, missingOf(blob)))
      .toSorted((a, b) => countOf(intake.arrived(b.id)) - countOf(intake.arrived(a.id)));
    return best === undefined ? undefined : { blob: best, demanded: demanded.has(sha256) };
  };
  const askFor = (blob: NamedBlob): void => {
    const asked = ask(lines, blob, missingOf(blob), now());
    if (asked !== undefined) sources.set(blob.sha256, asked.end.name());
  };
  const pour = async (blob: NamedBlob): Promise<void> => {
    const poured = await intake.pour(blob);
    if (poured.ok) {
      here.set(blob.sha256, true);
      demanded.delete(blob.sha256);
      troubles.delete(blob.sha256);
    } else if (poured.error.kind === "spoiled") blame(blob, "spoiled", poured.error.place, undefined);
    else if (poured.error.kind === "false_note") isFalse(blob);
    else troubles.set(blob.sha256, { is: poured.error.kind === "quota" ? "no_room" : "store", at: now() });
  };
  const isFalse = (blob: NamedBlob): void => {
    unfit.add(blob.id);
    blame(blob, "false_note", undefined, blob.by);
  };
  /** It could not be sealed again as its manifest says: either the bytes here are altered, or its note is false. */
  const lost = async (blob: NamedBlob): Promise<void> => {
    here.delete(blob.sha256);
    const has = await vault.verify(blob.sha256);
    if (has.ok) return isFalse(blob);
    if (has.error.kind !== "corrupt") return;
    unfit.add(blob.id);
    blame(blob, "spoiled", undefined, undefined);
  };
  /** Whole blobs go into the vault beside everything else: a long one takes its time. */
  const pourWhole = (): void => {
    for (const [sha256, blobs] of names.all())
      for (const blob of blobs) {
        const trouble = troubles.get(sha256);
        const waits = trouble !== undefined && now() - trouble.at < FULL_AGAIN;
        if (isHere(sha256) || waits || pouring.has(blob.id) || !isFit(blob.id)) continue;
        if (!isWhole(blob, intake.arrived(blob.id))) continue;
        const work = pour(blob).finally(() => {
          pouring.delete(blob.id);
          void inTurn(step);
        });
        pouring.set(blob.id, work);
      }
  };
  const tell = (line: BlobLine): void => {
    if (!line.begun || !line.end.may()) return;
    const told = [...names.all().values()].flatMap((blobs) => offersOf(line, blobs, offering));
    for (const { id, places } of told) line.told.set(id, { count: countOf(places), at: now() });
    for (const frame of blobFramesOf("bhave", told)) line.end.send(frame);
  };
  const facts: BlobFacts = {
    isHere,
    isFit,
    arrived: intake.arrived,
    isUnderWay: (blob) => pouring.has(blob.id) || askedOf(lines, blob).length > 0,
    source: (sha256) => sources.get(sha256),
    trouble: (sha256) => troubles.get(sha256)?.is,
    relays: () => [...lines].filter(({ end, begun }) => begun && end.kind === "relay"),
  };
  const show = (): void => {
    const before = state.get();
    const after = new Map<Sha256, BlobState>();
    for (const [sha256, blobs] of names.all()) {
      const [was, is] = [before.get(sha256), stateOf(blobs, facts)];
      if (is !== undefined) after.set(sha256, was !== undefined && sameState(was, is) ? was : is);
    }
    if (after.size !== before.size || [...after].some(([sha256, is]) => before.get(sha256) !== is)) state.set(after);
  };
  const lookUp = async (): Promise<void> => {
    await (opened ??= intake.open());
    for (const sha256 of names.all().keys()) {
      if (here.has(sha256)) continue;
      const has = await vault.has(sha256);
      if (has.ok) here.set(sha256, has.value);
    }
    for (const id of intake.ids()) if (names.isDropped(id)) await intake.forget(id);
  };
  const step = async (): Promise<void> => {
    await lookUp();
    pourWhole();
    const candidates = [...names.all()].flatMap(([sha256, blobs]) => fetchable(sha256, blobs) ?? []);
    for (const blob of choiceOf(candidates, { isWanted, mayFetchAhead })) askFor(blob);
    for (const line of lines) tell(line);
    show();
  };

  const hearPiece = async (line: BlobLine, id: BlobId, place: number, bytes: Bytes): Promise<void> => {
    const range = placesFrom(place, place + 1);
    line.came(id, range, now());
    const blob = names.get(id);
    if (blob === undefined || isHere(blob.sha256) || pouring.has(id)) return;
    const taken = await intake.take(blob, place, bytes);
    if (taken.is === "wrong") {
      line.wasWrong(id, range);
      blame(blob, "wrong_piece", place, line.end.name());
    }
    if (taken.is === "false_note") isFalse(blob);
    if (taken.is === "failed")
      troubles.set(blob.sha256, { is: taken.error.kind === "quota" ? "no_room" : "store", at: now() });
  };
  const hear = async (line: BlobLine, frame: BlobFrame): Promise<void> => {
    if (frame.is === "bchunk") await hearPiece(line, frame.id, frame.place, frame.bytes);
    else if (frame.is === "bhave")
      for (const of of frame.blobs) {
        line.learn(of);
        line.serving.answer(of.id, of.places);
        if (of.places.length > 0) line.notTaken.delete(of.id);
        // It has lost what it had: it is offered again at once.
        else line.told.delete(of.id);
      }
    else
      for (const { id, places } of frame.blobs) {
        const blob = names.get(id);
        if (blob !== undefined && line.end.may()) line.serving.want(blob, places);
      }
    // What is asked for changes nothing here.
    if (frame.is !== "bwant") await step();
  };
  const attach = (end: BlobEnd): BlobTalk => {
    const serving = createBlobServing({
      answered: end.kind === "relay",
      may: end.may,
      send: end.send,
      ready: end.ready,
      piece: holding.piece,
      lost: (blob) => void inTurn(() => lost(blob)),
      now,
    });
    const line = createBlobLine(end, serving);
    lines.add(line);
    return {
      begin: () => {
        line.begun = true;
        void inTurn(step);
      },
      // A piece that came before the end and is read only now need not come again.
      hear: (frame) => inTurn(() => (lines.has(line) || frame.is === "bchunk" ? hear(line, frame) : Promise.resolve())),
      refused: (code, hashes) => {
        const own = new Set(hashes.filter((hash) => line.told.has(blobId(hash)) || names.get(blobId(hash))));
        for (const hash of own) {
          // A piece that was under way when its manifest was refused is only missed for that: the reason stays.
          if (code !== "missing" || !line.notTaken.has(blobId(hash)))
            line.notTaken.set(blobId(hash), { code, at: now() });
          serving.drop(blobId(hash));
        }
        if (own.size > 0) void inTurn(async () => show());
        return hashes.filter((hash) => !own.has(hash));
      },
      end: () => {
        lines.delete(line);
        serving.end();
        void inTurn(step);
      },
    };
  };
  const shared = async <T>(work: Promise<Result<T, ShareBlobError>>): Promise<Result<T, ShareBlobError>> => {
    const done = await work;
    await inTurn(step);
    return done;
  };

  return {
    state,
    faults,
    share: (sha256) => shared(sharing.share(sha256)),
    shareThumbnail: async (of, bytes) => {
      const put = await vault.put({ bytes: new Blob([bytes]), size: bytes.length });
      if (!put.ok) return err(put.error);
      const done = await shared(sharing.share(put.value.sha256, of));
      return done.ok ? ok(put.value.sha256) : done;
    },
    demand: (sha256) => {
      demanded.add(sha256);
      troubles.delete(sha256);
      void inTurn(step);
    },
    release: (sha256) => void demanded.delete(sha256),
    look: (sha256) => {
      here.delete(sha256);
      for (const { id } of names.all().get(sha256) ?? []) unfit.delete(id);
      void inTurn(step);
    },
    dropping: (sha256s) => {
      const blobs = sha256s.flatMap((each) => (names.all().get(each) ?? []).map(({ id }) => recordHash(id)));
      return blobs.length === 0 ? undefined : { op: "drop", blobs: [...new Set(blobs)].toSorted() };
    },
    attach,
    tick: () =>
      inTurn(async () => {
        for (const line of lines) {
          line.checkStall(now());
          line.serving.checkStall();
        }
        await step();
      }),
    idle: async () => {
      for (let last: unknown; last !== turn;) {
        last = turn;
        await turn;
        await Promise.all(pouring.values());
        for (const { serving } of lines) await serving.idle();
      }
    },
  };
}

/**
 * BlobIntake: what comes in of blobs, checked piece by piece and put on the shelf; when one is whole it is opened into the vault. Effects through its ports.
 *
 * 1. A piece that is not what the manifest says is not kept, and the others stay.
 * 2. At most a few chunks are in memory, however long the blob: it is opened from the shelf as the vault takes it in.
 * 3. The vault checks SHA-256 and length of the whole before the bytes appear.
 *
 * Source: BL1, BL2, R5.
 */
import { err, ok, type Result } from "@recourse/core";
import type { VaultError } from "@recourse/vault";
import { fromHex, type Bytes } from "../log/bytes.ts";
import type { BlobHolding, BlobStock } from "./blob-holding.ts";
import { sealingOf } from "./blob-holding.ts";
import type { BlobId } from "./blob-id.ts";
import { chunksOf, decodeManifest, idOfManifest, isChunkOf } from "./blob-manifest.ts";
import { allPlaces } from "./blob-offers.ts";
import { isManifestOf, openChunk } from "./blob-seal.ts";
import type { ShelfError } from "./blob-shelf.ts";
import type { NamedBlob } from "./named-blobs.ts";
import { NO_PLACES, placesFrom, union, without, type Places } from "./places.ts";

/**
 * `wrong`: not what the manifest, or the blob's name, says: whoever sent it. `false_note`: the blob is not what the note says: whoever wrote that.
 * `early`: it cannot be checked before the manifest is here.
 */
export type Taken =
  | { readonly is: "kept" | "wrong" | "false_note" | "early" }
  | { readonly is: "failed"; readonly error: ShelfError };

/** `spoiled`: a piece on the shelf was altered there; it is off the shelf. */
export type PourError =
  | VaultError
  | { readonly kind: "false_note" }
  | { readonly kind: "spoiled"; readonly place: number };

export interface BlobIntake {
  /** Looks what an earlier tab has left on the shelf. */
  readonly open: () => Promise<void>;
  readonly arrived: (id: BlobId) => Places;
  /** Blobs of which something is on the shelf. */
  readonly ids: () => readonly BlobId[];
  readonly take: (blob: NamedBlob, place: number, bytes: Bytes) => Promise<Taken>;
  /** Opens a whole blob into the vault, and clears its chunks from the shelf. */
  readonly pour: (blob: NamedBlob) => Promise<Result<void, PourError>>;
  /** Clears all of it from the shelf. */
  readonly forget: (id: BlobId) => Promise<void>;
}

/** Over vault and shelf. */
export function createBlobIntake(stock: BlobStock, holding: BlobHolding): BlobIntake {
  const { caseId, shelf, vault } = stock;
  const arrived = new Map<BlobId, Places>();
  const of = (id: BlobId): Places => arrived.get(id) ?? NO_PLACES;

  const keep = async (blob: NamedBlob, place: number, bytes: Bytes): Promise<Taken> => {
    const kept = await shelf.keep(caseId, blob.id, place, bytes);
    if (!kept.ok) return { is: "failed", error: kept.error };
    arrived.set(blob.id, union(of(blob.id), placesFrom(place, place + 1)));
    return { is: "kept" };
  };
  const takeManifest = async (blob: NamedBlob, bytes: Bytes): Promise<Taken> => {
    if ((await idOfManifest(bytes)) !== blob.id) return { is: "wrong" };
    const manifest = decodeManifest(bytes);
    const content = { sha256: fromHex(blob.sha256), size: blob.size };
    const says = manifest !== undefined && (await isManifestOf(sealingOf(stock, blob), manifest, content));
    return says ? keep(blob, 0, bytes) : { is: "false_note" };
  };
  const removeFrom = async (blob: NamedBlob, places: Places): Promise<void> => {
    await shelf.remove(caseId, blob.id, places);
    arrived.set(blob.id, without(of(blob.id), places));
  };
  const pour = async (blob: NamedBlob): Promise<Result<void, PourError>> => {
    const manifest = await holding.manifest(blob);
    let stopped: PourError | undefined;
    async function* opened(): AsyncGenerator<Bytes, void, undefined> {
      for (let place = 1; place <= chunksOf(blob.size); place++) {
        const read = await shelf.read(caseId, blob.id, place);
        const bytes = read.ok ? read.value : undefined;
        if (manifest === undefined || bytes === undefined || !(await isChunkOf(manifest, place, bytes)))
          stopped = { kind: "spoiled", place: manifest === undefined ? 0 : place };
        const plain =
          stopped === undefined && bytes !== undefined
            ? await openChunk(sealingOf(stock, blob), blob.size, place, bytes)
            : undefined;
        // As the manifest says, and does not open: it was made like that.
        if (plain === undefined) stopped ??= { kind: "false_note" };
        if (plain === undefined) throw new Error("stopped");
        yield plain;
      }
    }
    const put = await vault.put({ bytes: opened(), size: blob.size }, { expected: blob.sha256 });
    const chunks = placesFrom(1, chunksOf(blob.size) + 1);
    if (put.ok) {
      await removeFrom(blob, chunks);
      return ok(undefined);
    }
    if (stopped?.kind === "spoiled") await removeFrom(blob, placesFrom(stopped.place, stopped.place + 1));
    const error = stopped ?? (put.error.kind === "corrupt" ? ({ kind: "false_note" } as const) : put.error);
    if (error.kind === "false_note") await removeFrom(blob, allPlaces(blob.size));
    return err(error);
  };

  return {
    open: async () => {
      const held = await shelf.held(caseId);
      if (held.ok) for (const [id, places] of held.value) arrived.set(id, union(of(id), places));
    },
    arrived: of,
    ids: () => [...arrived.keys()],
    take: async (blob, place, bytes) => {
      if (place === 0) return takeManifest(blob, bytes);
      const manifest = await holding.manifest(blob);
      if (manifest === undefined) {
        // What the shelf says it has of it cannot be read any more.
        await removeFrom(blob, placesFrom(0, 1));
        return { is: "early" };
      }
      return (await isChunkOf(manifest, place, bytes)) ? keep(blob, place, bytes) : { is: "wrong" };
    },
    pour,
    forget: async (id) => {
      const places = of(id);
      arrived.delete(id);
      if (places.length > 0) await shelf.remove(caseId, id, places);
    },
  };
}

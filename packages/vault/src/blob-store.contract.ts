/**
 * What every BlobStore adapter must do: one suite, run by each adapter's own test file. Test code.
 *
 * 1. Expected hashes of short texts are published vectors; those of long patterns come from the platform's one-shot
 *    SHA-256, which shares nothing with the streaming one under test.
 */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256, type Sha256 } from "@recourse/core";
import type { BlobStore } from "./blob-store.ts";
import { ABC, DIGITS, EMPTY, inRuns, pattern } from "./blob-vectors.fixture.ts";
import { sha256Hex } from "./digest.ts";
import { PIECE_BYTES } from "./pieces.ts";

/** One adapter under test and ways to do to it what people, crashes and disks do. */
export interface StoreUnderTest {
  readonly store: BlobStore;
  /** A new store over the same bytes, as after a restart. */
  readonly reopen: () => Promise<BlobStore>;
  /** Flips the lowest bit of the stored copy's first byte. */
  readonly alter: (sha256: Sha256) => Promise<void>;
  /** What lies in the staging place. */
  readonly staged: () => Promise<number>;
  /** Leaves one half-written import there, as a killed process does. Absent where nothing outlives the process. */
  readonly abandon?: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const text = (value: string): { bytes: Blob } => ({ bytes: new Blob([value]) });
const LONG = 2 * PIECE_BYTES + 1;

export function blobStoreContract(open: () => Promise<StoreUnderTest>): void {
  let under: StoreUnderTest;
  let store: BlobStore;

  beforeEach(async () => {
    under = await open();
    store = under.store;
  });
  afterEach(() => under.close());

  const bytesOf = async (hash: Sha256): Promise<Uint8Array> => {
    const got = await store.get(hash);
    if (!got.ok) throw new Error(`not there: ${got.error.kind}`);
    return new Uint8Array(await got.value.arrayBuffer());
  };
  const hashes = async (): Promise<readonly string[]> => {
    const listed = await store.list();
    return listed.ok ? listed.value.map((entry) => entry.sha256) : [listed.error.kind];
  };
  const nothingLeft = async (): Promise<void> => {
    expect(await hashes()).toEqual([]);
    expect(await under.staged()).toBe(0);
  };

  describe("storing", () => {
    it.each([ABC, DIGITS, EMPTY])(
      "[E7] a file of $size bytes is stored under its published SHA-256 with size and CRC-32",
      async (known) => {
        const put = await store.put(text(known.text));
        expect(put).toEqual({
          ok: true,
          value: { sha256: known.sha256, crc32: known.crc32, size: known.size, existed: false },
        });
        expect(new TextDecoder().decode(await bytesOf(known.sha256))).toBe(known.text);
        expect(await store.has(known.sha256)).toEqual({ ok: true, value: true });
        expect(await under.staged()).toBe(0);
      },
    );

    it.each([1_000_003, PIECE_BYTES, LONG])(
      "[E7] a stream in runs of %i bytes keeps every byte in order",
      async (run) => {
        const bytes = pattern(LONG);
        const expected = await sha256Hex(bytes);
        const put = await store.put({ bytes: inRuns(bytes, run), size: LONG });
        expect(put).toMatchObject({ ok: true, value: { sha256: expected, size: LONG, existed: false } });
        expect(await sha256Hex(await bytesOf(expected))).toBe(expected);
      },
    );

    it("[E7] a web stream and a Blob of the same bytes are the same original", async () => {
      const bytes = pattern(LONG);
      const streamed = await store.put({ bytes: new Blob([bytes]).stream() });
      const whole = await store.put({ bytes: new Blob([bytes]) });
      expect(streamed).toMatchObject({ ok: true, value: { existed: false } });
      expect(whole).toEqual(streamed.ok ? { ok: true, value: { ...streamed.value, existed: true } } : undefined);
    });

    it("[E7] a slice across two pieces reads just these bytes", async () => {
      const bytes = pattern(LONG);
      await store.put({ bytes: new Blob([bytes]) });
      const got = await store.get(await sha256Hex(bytes));
      const slice = got.ok
        ? new Uint8Array(await got.value.slice(PIECE_BYTES - 2, PIECE_BYTES + 2).arrayBuffer())
        : undefined;
      expect(slice).toEqual(bytes.slice(PIECE_BYTES - 2, PIECE_BYTES + 2));
    });

    it("[E7] the same file twice is one original, and the second time says so", async () => {
      await store.put(text("abc"));
      expect(await store.put(text("abc"), { name: "other.txt" })).toMatchObject({ ok: true, value: { existed: true } });
      expect(await hashes()).toEqual([ABC.sha256]);
      expect(await under.staged()).toBe(0);
    });

    it("[E7] the same file twice at the same moment is one original", async () => {
      const puts = await Promise.all([store.put(text("abc")), store.put(text("abc"))]);
      expect(puts.map((put) => put.ok && put.value.existed).toSorted()).toEqual([false, true]);
      expect(await hashes()).toEqual([ABC.sha256]);
      expect(await under.staged()).toBe(0);
    });

    it("[E7] progress rises to the file's size", async () => {
      const seen: number[] = [];
      await store.put(
        { bytes: new Blob([pattern(LONG)]) },
        { onProgress: ({ done, total }) => seen.push(done, total ?? -1) },
      );
      expect(seen).toEqual([PIECE_BYTES, LONG, 2 * PIECE_BYTES, LONG, LONG, LONG]);
    });

    it("[E7] originals are listed by hash and are there after a restart", async () => {
      for (const known of [EMPTY, ABC, DIGITS]) await store.put(text(known.text));
      const expected = [DIGITS, ABC, EMPTY].map(({ sha256: hash, size }) => ({ sha256: hash, size }));
      expect(await store.list()).toEqual({ ok: true, value: expected });
      expect(await (await under.reopen()).list()).toEqual({ ok: true, value: expected });
    });

    it("[S7] a hostile file name neither leaves the store nor changes what is stored", async () => {
      expect(await store.put(text("abc"), { name: "../../CON\u202Egpj.%2e<x>" })).toMatchObject({ ok: true });
      expect(await hashes()).toEqual([ABC.sha256]);
    });
  });

  describe("what is not there", () => {
    it("[E7] an unknown hash is missing, never an empty file", async () => {
      const missing = { ok: false, error: { kind: "missing", sha256: ABC.sha256 } };
      expect(await store.get(ABC.sha256)).toEqual(missing);
      expect(await store.verify(ABC.sha256)).toEqual(missing);
      expect(await store.has(ABC.sha256)).toEqual({ ok: true, value: false });
      expect(await store.remove(ABC.sha256)).toEqual({ ok: true, value: false });
    });

    it("[E7] purging takes this original only, and it can be stored again", async () => {
      await store.put(text("abc"));
      await store.put(text("123456789"));
      expect(await store.remove(ABC.sha256)).toEqual({ ok: true, value: true });
      expect(await hashes()).toEqual([DIGITS.sha256]);
      expect(await store.put(text("abc"))).toMatchObject({ ok: true, value: { existed: false } });
      expect(await store.verify(ABC.sha256)).toMatchObject({ ok: true });
    });
  });

  describe("imports that fail", () => {
    it("[R4] an abort midway leaves nothing", async () => {
      const stop = new AbortController();
      const put = await store.put(
        { bytes: inRuns(pattern(LONG), PIECE_BYTES) },
        { signal: stop.signal, onProgress: () => stop.abort() },
      );
      expect(put).toEqual({ ok: false, error: { kind: "aborted" } });
      await nothingLeft();
    });

    it("[R4] an abort is heard while the source hangs", async () => {
      const stop = new AbortController();
      const hanging = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new Uint8Array(PIECE_BYTES)),
      });
      const put = await store.put({ bytes: hanging }, { signal: stop.signal, onProgress: () => stop.abort() });
      expect(put).toEqual({ ok: false, error: { kind: "aborted" } });
      await nothingLeft();
    });

    it("[R4] a signal that fired before the start stores nothing", async () => {
      expect(await store.put(text("abc"), { signal: AbortSignal.abort() })).toEqual({
        ok: false,
        error: { kind: "aborted" },
      });
      await nothingLeft();
    });

    it("[R4] a source that breaks is named as the source's failure, and earlier originals stay whole", async () => {
      await store.put(text("abc"));
      async function* breaking(): AsyncGenerator<Uint8Array> {
        yield new Uint8Array(PIECE_BYTES);
        throw new DOMException("", "NotReadableError");
      }
      const put = await store.put({ bytes: breaking() });
      expect(put).toEqual({ ok: false, error: { kind: "io", where: "source", code: "NotReadableError" } });
      expect(await hashes()).toEqual([ABC.sha256]);
      expect(await store.verify(ABC.sha256)).toMatchObject({ ok: true });
      expect(await under.staged()).toBe(0);
    });

    it.each([2, 4])("[S7] a source of 3 bytes that claims %i is refused", async (size) => {
      const put = await store.put({ ...text("abc"), size });
      expect(put).toEqual({ ok: false, error: { kind: "io", where: "source", code: "SIZE" } });
      await nothingLeft();
    });

    it("[E7] bytes that are not what a peer announced are refused", async () => {
      const put = await store.put(text("abc"), { expected: DIGITS.sha256 });
      expect(put).toEqual({
        ok: false,
        error: { kind: "corrupt", expected: DIGITS.sha256, actual: ABC.sha256, size: 3 },
      });
      await nothingLeft();
      expect(await store.put(text("abc"), { expected: ABC.sha256 })).toMatchObject({ ok: true });
    });

    it("[R4] sweeping spares an import that is still running", async () => {
      let resume = (): void => undefined;
      const paused = new Promise<void>((resolve) => {
        resume = resolve;
      });
      async function* slow(): AsyncGenerator<Uint8Array> {
        yield pattern(PIECE_BYTES);
        await paused;
        yield new Uint8Array(1);
      }
      let put: Promise<unknown> = Promise.resolve();
      await new Promise<void>((started) => {
        put = store.put({ bytes: slow() }, { onProgress: () => started() });
      });
      expect(await store.sweep()).toEqual({ ok: true, value: 0 });
      resume();
      expect(await put).toMatchObject({ ok: true, value: { size: PIECE_BYTES + 1 } });
      const listed = await store.list();
      expect(listed).toMatchObject({ ok: true, value: [{ size: PIECE_BYTES + 1 }] });
    });

    it("[R4] what a killed import left is invisible, and swept", async () => {
      if (under.abandon === undefined) return expect(await store.sweep()).toEqual({ ok: true, value: 0 });
      await store.put(text("abc"));
      await under.abandon();
      expect(await under.staged()).toBe(1);
      expect(await hashes()).toEqual([ABC.sha256]);
      expect(await (await under.reopen()).sweep()).toEqual({ ok: true, value: 1 });
      expect(await under.staged()).toBe(0);
      expect(await store.verify(ABC.sha256)).toMatchObject({ ok: true });
    });
  });

  describe("altered copies", () => {
    /** `abc` with the lowest bit of its first byte flipped is "`bc"; sha256sum gives this. */
    const ALTERED = sha256("89f900390e14d37c405c75244fb086aa35b54c0fb6ec3638c1c21451d4743d11");

    it("[R5] verify finds one flipped bit and names what the bytes hash to; the others still hold", async () => {
      await store.put(text("abc"));
      await store.put(text("123456789"));
      await under.alter(ABC.sha256);
      const corrupt = { kind: "corrupt", expected: ABC.sha256, actual: ALTERED, size: 3 };
      expect(await store.verify(ABC.sha256)).toEqual({ ok: false, error: corrupt });
      expect(await store.verify(DIGITS.sha256)).toMatchObject({ ok: true, value: { crc32: DIGITS.crc32 } });
    });

    it("[E7] storing over an altered copy never says that the file is there already, nor claims what verify denies", async () => {
      await store.put(text("abc"));
      await under.alter(ABC.sha256);
      const put = await store.put(text("abc"));
      expect(put.ok && put.value.existed).toBe(false);
      expect((await store.verify(ABC.sha256)).ok).toBe(put.ok);
      expect(await under.staged()).toBe(0);
    });

    it("[E7] after purging the altered copy the file can be stored again", async () => {
      await store.put(text("abc"));
      await under.alter(ABC.sha256);
      expect(await store.remove(ABC.sha256)).toEqual({ ok: true, value: true });
      expect(await store.put(text("abc"))).toMatchObject({ ok: true, value: { existed: false } });
      expect(await store.verify(ABC.sha256)).toMatchObject({ ok: true, value: { sha256: ABC.sha256 } });
    });
  });
}

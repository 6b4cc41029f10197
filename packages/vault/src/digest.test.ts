/** The one-pass digest against published vectors and the platform's own SHA-256. */
import { describe, expect, it } from "vitest";
import { ABC, DIGITS, EMPTY, inRuns, pattern } from "./blob-vectors.fixture.ts";
import { createDigester, digest, sha256Hex } from "./digest.ts";
import { PIECE_BYTES, pieces } from "./pieces.ts";

describe("digest", () => {
  it.each([ABC, DIGITS, EMPTY])(
    "[E7] $size published bytes: SHA-256 and CRC-32 in one pass",
    async ({ text, ...known }) => {
      expect(await digest(new Blob([text]))).toEqual({ ok: true, value: known });
      expect(await sha256Hex(new TextEncoder().encode(text))).toBe(known.sha256);
    },
  );

  it("[E7] a million times the letter a is the third vector of FIPS 180-2", async () => {
    const letters = new Uint8Array(1_000_000).fill(0x61);
    const expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
    expect(await digest(inRuns(letters, 999))).toMatchObject({
      ok: true,
      value: { sha256: expected, size: 1_000_000 },
    });
  });

  it("[E7] how the bytes arrive does not matter", async () => {
    const bytes = pattern(PIECE_BYTES + 7);
    const whole = await digest(new Blob([bytes]));
    expect(await digest(inRuns(bytes, 65_537))).toEqual(whole);
    expect(await digest(new Blob([bytes]).stream())).toEqual(whole);
    expect(whole.ok && whole.value.sha256).toBe(await sha256Hex(bytes));
  });

  it("[E7] two digests under way do not mix", async () => {
    const [first, second] = await Promise.all([createDigester(), createDigester()]);
    first.update(new TextEncoder().encode("a"));
    second.update(new TextEncoder().encode("12345"));
    first.update(new TextEncoder().encode("bc"));
    second.update(new TextEncoder().encode("6789"));
    expect([first.finish().sha256, second.finish().crc32]).toEqual([ABC.sha256, DIGITS.crc32]);
  });

  it("[E7] progress tells the total where the source does, and not where it does not", async () => {
    const seen: unknown[] = [];
    const onProgress = (progress: unknown): void => void seen.push(progress);
    await digest(new Blob(["abc"]), { onProgress });
    await digest(inRuns(pattern(3), 1), { onProgress });
    expect(seen).toEqual([{ done: 3, total: 3 }, { done: 3 }]);
  });

  it("[R4] an abort ends the pass, and a broken source is named", async () => {
    expect(await digest(new Blob(["abc"]), { signal: AbortSignal.abort() })).toEqual({
      ok: false,
      error: { kind: "aborted" },
    });
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.error(new DOMException("", "NotFoundError")),
    });
    expect(await digest(broken)).toEqual({ ok: false, error: { kind: "io", where: "source", code: "NotFoundError" } });
  });

  it("[E7] shared memory is hashed too", async () => {
    const shared = new Uint8Array(new SharedArrayBuffer(3));
    shared.set([0x61, 0x62, 0x63]);
    expect(await sha256Hex(shared)).toBe(ABC.sha256);
  });
});

describe("pieces", () => {
  it("[E7] all but the last are full, whatever the runs are", async () => {
    const lengths = async (source: Parameters<typeof pieces>[0]): Promise<readonly number[]> => {
      const found: number[] = [];
      for await (const piece of pieces(source)) found.push(piece.length);
      return found;
    };
    const bytes = pattern(2 * PIECE_BYTES + 5);
    expect(await lengths(new Blob([bytes]))).toEqual([PIECE_BYTES, PIECE_BYTES, 5]);
    expect(await lengths(inRuns(bytes, 3_000_000))).toEqual([PIECE_BYTES, PIECE_BYTES, 5]);
    expect(await lengths(inRuns(bytes, bytes.length))).toEqual([PIECE_BYTES, PIECE_BYTES, 5]);
    expect(await lengths(new Blob([]))).toEqual([]);
  });

  it("[R4] a source that is left early is closed", async () => {
    let cancelled = false;
    const source = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(PIECE_BYTES)),
      cancel: () => void (cancelled = true),
    });
    for await (const piece of pieces(source)) {
      expect(piece).toHaveLength(PIECE_BYTES);
      break;
    }
    expect(cancelled).toBe(true);
  });
});

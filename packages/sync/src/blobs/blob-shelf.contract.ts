/** What every BlobShelf must do: one suite, run by each adapter's own test file. Test code. */
import { expect, test } from "vitest";
import { logCaseId } from "../log/log-ids.ts";
import { blobId } from "./blob-id.ts";
import { MAX_PIECE } from "./blob-manifest.ts";
import type { BlobShelf } from "./blob-shelf.ts";

const [one, other] = [logCaseId("0c".repeat(16)), logCaseId("0d".repeat(16))];
const [first, second] = [blobId("aa".repeat(32)), blobId("bb".repeat(32))];

/** Runs the suite; `open` gives a fresh shelf each time. */
export function shelfContract(open: () => BlobShelf): void {
  test("[BL2] pieces are kept by case, blob and place, are told as ranges, and go range by range", async () => {
    const shelf = open();
    for (const place of [0, 1, 2, 5]) await shelf.keep(one, first, place, Uint8Array.of(place));
    await shelf.keep(one, second, 0, Uint8Array.of(7));
    await shelf.keep(other, first, 9, Uint8Array.of(9));
    expect(await shelf.held(one)).toEqual({
      ok: true,
      value: new Map([
        [
          first,
          [
            { from: 0, to: 3 },
            { from: 5, to: 6 },
          ],
        ],
        [second, [{ from: 0, to: 1 }]],
      ]),
    });
    expect(await shelf.read(one, first, 5)).toEqual({ ok: true, value: Uint8Array.of(5) });
    expect(await shelf.read(one, first, 9)).toEqual({ ok: true, value: undefined });
    await shelf.remove(one, first, [
      { from: 1, to: 2 },
      { from: 5, to: 8001 },
    ]);
    expect(await shelf.held(one)).toMatchObject({
      value: new Map([
        [
          first,
          [
            { from: 0, to: 1 },
            { from: 2, to: 3 },
          ],
        ],
        [second, [{ from: 0, to: 1 }]],
      ]),
    });
    expect(await shelf.held(other)).toMatchObject({ value: new Map([[first, [{ from: 9, to: 10 }]]]) });
  });

  test("[BL2] the longest piece, and a piece kept again, read as they were kept last", async () => {
    const shelf = open();
    const long = new Uint8Array(MAX_PIECE).fill(3);
    await shelf.keep(one, first, 8000, Uint8Array.of(1));
    // A view on more than itself: only what it shows is kept.
    await shelf.keep(one, first, 8000, new Uint8Array(new Uint8Array(MAX_PIECE + 9).fill(3).buffer, 9));
    expect(await shelf.read(one, first, 8000)).toEqual({ ok: true, value: long });
  });
}

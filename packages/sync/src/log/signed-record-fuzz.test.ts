/** Decoders are total: whatever the bytes, an answer, and no error. `SEED` chooses other bytes. */
import { describe, expect, test } from "vitest";
import { fromHex, type Bytes } from "./bytes.ts";
import { decodeEntryBody, decodeNames } from "./entry.ts";
import { decodeLogFile, encodeLogFile } from "./log-file.ts";
import { decodeNote, encodeNote } from "./note.ts";
import { below, seeded } from "./people.fixture.ts";
import { decodeBody, encodeBody } from "./sealed-body.ts";
import { parseRecord } from "./signed-record.ts";
import vectors from "./vectors/record-v1.json" with { type: "json" };

const seed = Number(process.env["SEED"] ?? 1);
const genesis = fromHex(vectors.output.genesis.bytes);
const update = fromHex(vectors.output.update.bytes);

/** Some bytes changed, some cut off, some put in. */
function broken(random: () => number, of: Bytes): Bytes {
  const copy = [...of];
  for (let times = 1 + below(random, 3); times > 0; times--) {
    const at = below(random, copy.length);
    const turn = random();
    if (turn < 0.6) copy[at] = below(random, 256);
    else if (turn < 0.8) copy.splice(at, 1 + below(random, 8));
    else copy.splice(at, 0, ...Array.from({ length: 1 + below(random, 8) }, () => below(random, 256)));
  }
  return Uint8Array.from(copy);
}

describe("decoders", () => {
  test(`[S6, R5] 4,000 broken records: each is refused, or read under another name or with another signature (seed ${seed})`, async () => {
    const random = seeded(seed);
    for (let n = 0; n < 2000; n++)
      for (const whole of [genesis, update]) {
        const bytes = broken(random, whole);
        const read = await parseRecord(bytes);
        if (!read.ok) continue;
        const original = await parseRecord(whole);
        const same = original.ok && read.value.hash === original.value.hash;
        // The same name only with the same head and body, so that what differs is the signature.
        if (same) expect(read.value.body).toEqual(original.value.body);
      }
  });

  test(`[S6] 40,000 broken bodies, notes, names and files: none throws (seed ${seed})`, async () => {
    const random = seeded(seed);
    const parsed = await parseRecord(genesis);
    if (!parsed.ok) throw new Error("no genesis");
    const note = encodeNote({ kind: "custody", value: new Uint8Array(32) });
    const plain = encodeBody({ at: 5, payload: note });
    const names = Uint8Array.from([5, 2, 1, 0x6e, 1, 0x62, 1, 0x74, 1, 0x61]);
    const file = encodeLogFile([Uint8Array.of(1, 2), Uint8Array.of(3)]);
    let read = 0;
    for (let n = 0; n < 8000; n++) {
      if (decodeEntryBody(broken(random, parsed.value.body)) !== undefined) read++;
      decodeNote(broken(random, note));
      decodeBody(broken(random, plain));
      decodeNames(broken(random, names));
      decodeLogFile(broken(random, file));
    }
    // Keys may hold any bytes, so many broken entries are entries.
    expect(read).toBeGreaterThan(1000);
  });
});

/** FR5 computed a second time, from SPEC 6 alone: what another program says by the book is heard. */
import { expect, test } from "vitest";
import { ascii, concat, fromHex, type Bytes } from "../log/bytes.ts";
import { HELPER } from "../log/entry.ts";
import { bytesFrom, createWorld, found, invite } from "../log/people.fixture.ts";
import { deviceId, sessionId } from "../log/log-ids.ts";
import { decodeWords, encodeWords, parseEph, type SaidWords } from "./eph-frame.ts";
import { createPresence } from "./presence.ts";

/** kind 1 · "case/1/a" (8) · focus + caret + typing = 7 · "o/1" (3) · "n/1/t" (5) · anchor 2 · head 1: 1 + 9 + 1 + 4 + 6 + 3 + 2 = 26. */
const plain = ["01", "08636173652f312f61", "07", "036f2f31", "056e2f312f74", "020102", "0103"].join("");
/** Padmé of 26: e = 4, s = 3, so a multiple of 2: 26 as it is. */
const padded = fromHex(plain);
const looks = {
  view: "case/1/a",
  focus: "o/1",
  caret: { field: "n/1/t", anchor: Uint8Array.of(1, 2), head: Uint8Array.of(3) },
  typing: true,
};

test("[FR5] the words, byte by byte", () => {
  expect(encodeWords({ is: "looks", looks })).toEqual(padded);
  expect(decodeWords(padded)).toEqual({ is: "looks", looks });
  expect(encodeWords({ is: "gone" })).toEqual(Uint8Array.of(2));
  // 1 + 1 + 16 + 1 = 19: up to the next multiple of 2, so one zero behind it.
  expect(encodeWords({ is: "looks", looks: { view: "v".repeat(16), typing: false } })).toHaveLength(20);
  expect(encodeWords({ is: "looks", looks: { view: "v".repeat(16), typing: false } }).at(-1)).toBe(0);
});

/**
 * kind 3 · step 2 · device 16 · session 8 · attempt 8 · "abcd" (4) · 22 letters · fingerprint 32 · one candidate: priority 300 (ac 02), "fd00::7" (7),
 * port 9: 1 + 1 + 16 + 8 + 8 + 5 + 23 + 32 + 1 + 2 + 8 + 1 = 106. Padmé of 106: e = 6, s = 3, so a multiple of 8: 112.
 */
const offer = [
  "0302",
  "d1".repeat(16),
  "5e".repeat(8),
  "a7".repeat(8),
  "0461626364",
  "16" + "70".repeat(22),
  "f1".repeat(32),
  "01",
  "ac02",
  "07666430303a3a37",
  "09",
].join("");
const offered: SaidWords & { readonly is: "signal" } = {
  is: "signal",
  signal: {
    step: "offer",
    to: { device: deviceId("d1".repeat(16)), session: sessionId("5e".repeat(8)) },
    attempt: new Uint8Array(8).fill(0xa7),
    description: {
      fragment: "abcd",
      password: "p".repeat(22),
      fingerprint: new Uint8Array(32).fill(0xf1),
      candidates: [{ priority: 300, address: "fd00::7", port: 9 }],
    },
  },
};

test("[FR6] what is said about a direct way, byte by byte", () => {
  const padded112 = new Uint8Array(112);
  padded112.set(fromHex(offer));
  expect(encodeWords(offered)).toEqual(padded112);
  expect(decodeWords(padded112)).toEqual(offered);
  const answer = padded112.slice();
  answer[1] = 3;
  expect(decodeWords(answer)).toEqual({ is: "signal", signal: { ...offered.signal, step: "answer" } });
  expect(decodeWords(fromHex("0301"))).toEqual({ is: "signal", signal: { step: "here" } });
  expect(encodeWords({ is: "signal", signal: { step: "here" } })).toEqual(fromHex("0301"));
});

test("[FR6] other steps, addresses that are none, and anything cut off are not read; kinds of newer programs are skipped", () => {
  const changed = (at: number, byte: number) => {
    const bytes = encodeWords(offered).slice();
    bytes[at] = byte;
    return decodeWords(bytes);
  };
  expect(changed(1, 4)).toBeUndefined();
  expect(changed(0, 4)).toEqual({ is: "other" });
  expect(changed(0, 0)).toEqual({ is: "other" });
  // The first letter of the address: "fd00::7" becomes "zd00::7".
  expect(changed(1 + 1 + 16 + 8 + 8 + 5 + 23 + 32 + 1 + 2 + 1, 0x7a)).toBeUndefined();
  for (let length = 2; length < 106; length++)
    expect(decodeWords(encodeWords(offered).slice(0, length)), `${length} bytes`).toBeUndefined();
});

test("[FR5] a frame put together with WebCrypto alone is heard", async () => {
  const world = createWorld({ seed: 961, sealed: true });
  const { alice } = await found(world);
  const bob = await invite(world, alice, "bob", HELPER);
  const [entry] = bob.keyring.all();
  if (entry === undefined) throw new Error("no key");
  const [epoch, epochKey] = entry;
  const session = "0123456789abcdef";
  const nonce = Uint8Array.from({ length: 12 }, (_, n) => n);
  // counter 300 = 0b10_0101100: 0xac 0x02.
  const head = concat(fromHex(bob.keys.id), fromHex(session), Uint8Array.of(0xac, 0x02), fromHex(epoch), nonce);
  const { subtle } = crypto;
  const source = await subtle.importKey("raw", epochKey, "HKDF", false, ["deriveKey"]);
  const info = concat(ascii("eph"), fromHex(bob.keys.id), fromHex(session));
  const how = { name: "HKDF", hash: "SHA-256", salt: fromHex(bob.log.caseId), info };
  const key = await subtle.deriveKey(how, source, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const aes = { name: "AES-GCM", iv: nonce, additionalData: head };
  const sealed: Bytes = new Uint8Array(await subtle.encrypt(aes, key, padded));
  const text = concat(ascii("case/eph/1\0"), fromHex(bob.log.caseId), head, sealed);
  const frame = concat(head, sealed, await bob.keys.sign(text));
  expect(parseEph(frame)?.head).toEqual({ device: bob.keys.id, session, counter: 300, epoch, nonce });

  const presence = createPresence({
    log: alice.log,
    keyring: alice.keyring,
    sealer: world.sealer,
    device: alice.keys,
    random: bytesFrom(world.random),
    now: () => 0,
    send: () => undefined,
  });
  expect(await presence.hear(frame)).toBe("heard");
  expect(presence.others.get()).toEqual([{ device: bob.keys.id, session, own: false, looks }]);
});

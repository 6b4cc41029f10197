/** FR5 computed a second time, from SPEC 6 alone: what another program says by the book is heard. */
import { expect, test } from "vitest";
import { ascii, concat, fromHex, type Bytes } from "../log/bytes.ts";
import { HELPER } from "../log/entry.ts";
import { bytesFrom, createWorld, found, invite } from "../log/people.fixture.ts";
import { decodeWords, encodeWords, parseEph } from "./eph-frame.ts";
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

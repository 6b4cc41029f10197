/** Passphrases: as proposed, as typed by hand, and of one's own. */
import { expect, test } from "vitest";
import { ascii } from "../log/bytes.ts";
import { bytesFrom, seeded } from "../log/people.fixture.ts";
import { checkPassphrase, isLegalIterations, passphraseBytes, proposePassphrase } from "./passphrase.ts";

test("[FI1] a proposed passphrase is 20 letters of 32, in groups: 100 bits; every letter comes from one byte", () => {
  // 0 → 0, 31 → z, 32 → 0 again, 255 = 7 × 32 + 31 → z.
  const bytes = [0, 31, 32, 255, 10, 0, 0, 0, 0, 0, 18, 19, 20, 21, 22, 1, 1, 1, 1, 1];
  expect(proposePassphrase(() => Uint8Array.from(bytes))).toBe("0z0za-00000-jkmnp-11111");
  let asked = 0;
  const random = bytesFrom(seeded(1));
  const proposed = proposePassphrase((length) => {
    asked += length;
    return random(length);
  });
  expect(asked).toBe(20);
  expect(proposed).toMatch(/^([0-9a-hjkmnp-tv-z]{5}-){3}[0-9a-hjkmnp-tv-z]{5}$/);
  expect(checkPassphrase(proposed)).toEqual({ ok: true, value: undefined });
});

test("[FI1] read back from paper: upper case, other dashes, spaces, full width, O, I and L make no difference; another letter does", () => {
  const same = ["70k1q-x04hd-9vw3t-c8jzn", "7ok1q x04hd 9vw3t c8jzn", "7OKLQ–X04HD—9VW3T−C8JZN".replace("−", "-")];
  const wide = " ７ｏｋｉｑ－x04hd－9vw3t－c8jzn ";
  for (const text of [...same, wide]) expect(passphraseBytes(text)).toEqual(ascii("70k1qx04hd9vw3tc8jzn"));
  expect(passphraseBytes("70k1q-x04hd-9vw3t-c8jzm")).toEqual(ascii("70k1qx04hd9vw3tc8jzm"));
});

test("[FI1] one's own is taken letter for letter, but for Unicode form and spaces around; case counts in it", () => {
  expect(passphraseBytes(" Wo mima hen chang! ")).toEqual(ascii("Wo mima hen chang!"));
  expect(passphraseBytes("cafe\u0301 au lait, s'il")).toEqual(new TextEncoder().encode("caf\u00e9 au lait, s'il"));
  expect(passphraseBytes("wo mima hen chang!")).not.toEqual(passphraseBytes("Wo mima hen chang!"));
});

test("[FI1] 14 characters as a person counts them are enough, 13 are not, and spaces around do not count", () => {
  expect(checkPassphrase("一二三四五六七八九十一二三四").ok).toBe(true);
  expect(checkPassphrase("  一二三四五六七八九十一二三 ")).toEqual({
    ok: false,
    error: { kind: "passphrase_short", characters: 13 },
  });
  // Two code units each.
  expect(checkPassphrase("🙂".repeat(13)).ok).toBe(false);
});

test("[FI1] 600,000 to 10,000,000 iterations and no others", () => {
  expect([599_999, 600_000, 10_000_000, 10_000_001, 600_000.5, Number.NaN].map(isLegalIterations)).toEqual([
    false,
    true,
    true,
    false,
    false,
    false,
  ]);
});

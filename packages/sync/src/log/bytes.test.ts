/** Bytes as hex and back. */
import { expect, test } from "vitest";
import { fromHex, toHex } from "./bytes.ts";

test("[CO1] every byte is two lower-case digits, and they are that byte again", () => {
  const all = Uint8Array.from({ length: 256 }, (_, n) => n);
  expect(toHex(all).slice(0, 8)).toBe("00010203");
  expect(toHex(all).slice(-6)).toBe("fdfeff");
  expect(fromHex(toHex(all))).toEqual(all);
  expect(fromHex("")).toEqual(new Uint8Array(0));
});

test("[CO1] what is no hex throws, rather than stand for some byte", () => {
  for (const text of ["0", "0g", "0A", "ab c", "é0", "001"]) expect(() => fromHex(text), text).toThrow("not hex");
});

/** SHA-256, as every place the app runs in must have it: the same test in Node and in a real browser, which do short inputs in different ways. */
import { expect, test } from "vitest";
import { toHex } from "./bytes.ts";
import { sha256 } from "./sha256.ts";

export function sha256Contract(where: string): void {
  test(`[CO1] in ${where}: the vectors of FIPS 180, and every length around a block and around 4,096 bytes as WebCrypto has it`, async () => {
    const of = async (text: string): Promise<string> => toHex(await sha256(new TextEncoder().encode(text)));
    // NIST, FIPS 180-2 appendix B.1 and B.2, and the empty message.
    expect(await of("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(await of("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(await of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).toBe(
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    );
    const lengths = [...Array.from({ length: 200 }, (_, n) => n), 4095, 4096, 4097, 70_000];
    for (const length of lengths) {
      const bytes = Uint8Array.from({ length }, (_, n) => (n * 31 + length) & 255);
      const wanted = toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
      expect(toHex(await sha256(bytes)), `${length} bytes`).toBe(wanted);
      // The same bytes in the middle of others.
      const wide = new Uint8Array(length + 9).fill(255);
      wide.set(bytes, 5);
      expect(toHex(await sha256(wide.subarray(5, 5 + length))), `${length} bytes inside`).toBe(wanted);
    }
  });
}

/** Content codings against RFC 9110 §12.5.3. */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { chooseCoding, encode } from "./encoding.ts";

it("[RL3] the best coding the client takes is chosen", () => {
  expect(chooseCoding("gzip, deflate, br")).toBe("br");
  expect(chooseCoding("gzip;q=1.0, br;q=0.1")).toBe("br");
  expect(chooseCoding("gzip, deflate")).toBe("gzip");
  expect(chooseCoding("*")).toBe("br");
  expect(chooseCoding(undefined)).toBe("identity");
});

it("[RL3] a weight of 0 forbids a coding", () => {
  expect(chooseCoding("br;q=0, gzip")).toBe("gzip");
  expect(chooseCoding("br; q=0.000, gzip;q=0")).toBe("identity");
  // The star covers what is not named, so brotli stays forbidden and gzip is allowed.
  expect(chooseCoding("*, br;q=0")).toBe("gzip");
});

it("[RL3] encoded bytes decode to the same bytes", async () => {
  const bytes = new TextEncoder().encode("追索".repeat(1000));
  expect(new Uint8Array(brotliDecompressSync(await encode(bytes, "br")))).toEqual(bytes);
  expect(new Uint8Array(gunzipSync(await encode(bytes, "gzip")))).toEqual(bytes);
  expect(await encode(bytes, "identity")).toBe(bytes);
});

/**
 * Compression of responses: which coding a client takes, and the compressed bytes. The choice is pure; compressing
 * runs in Node's thread pool.
 */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** A content coding we can produce. `identity` is the file as it is. */
export type Coding = "br" | "gzip" | "identity";

const accepts = (header: string): ReadonlyMap<string, number> => {
  const weights = new Map<string, number>();
  for (const part of header.split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    weights.set(name, weight === undefined ? 1 : Number(weight.slice(2)) || 0);
  }
  return weights;
};

/**
 * The best coding for an Accept-Encoding header. Brotli wins over gzip whatever their weights, because the first load
 * over a slow line is what people wait for; a weight of 0 forbids a coding.
 * Source: RFC 9110 §12.5.3.
 */
export const chooseCoding = (acceptEncoding: string | undefined): Coding => {
  const weights = accepts(acceptEncoding ?? "");
  const allowed = (coding: string): boolean => (weights.get(coding) ?? weights.get("*") ?? 0) > 0;
  if (allowed("br")) return "br";
  return allowed("gzip") ? "gzip" : "identity";
};

/** Units: bytes. */
const SMALL = 200_000;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * The bytes in a coding. Small files, which are what the first screen is made of, are pressed as hard as brotli can;
 * large ones stop at 9, because the last few percent would take seconds that the first visitor waits for.
 */
export const encode = async (bytes: Uint8Array, coding: Coding): Promise<Uint8Array> => {
  if (coding === "identity") return bytes;
  if (coding === "gzip") return zip(bytes, { level: 9 });
  return brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: bytes.byteLength <= SMALL ? 11 : 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  });
};

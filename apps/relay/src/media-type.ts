/**
 * File name → media type of the files a web build contains. Pure.
 *
 * With `nosniff` a wrong type means the browser refuses the file, so an unknown ending is served as plain bytes and
 * never guessed.
 */

/** A media type, and whether its bytes shrink when compressed. */
export type MediaType = { readonly type: string; readonly compressible: boolean };

const text = (type: string): MediaType => ({ type: `${type}; charset=utf-8`, compressible: true });
const packed = (type: string): MediaType => ({ type, compressible: false });

const BY_ENDING: ReadonlyMap<string, MediaType> = new Map([
  ["html", text("text/html")],
  ["js", text("text/javascript")],
  ["mjs", text("text/javascript")],
  ["css", text("text/css")],
  ["json", text("application/json")],
  ["webmanifest", text("application/manifest+json")],
  ["txt", text("text/plain")],
  ["csv", text("text/csv")],
  ["svg", text("image/svg+xml")],
  ["wasm", { type: "application/wasm", compressible: true }],
  ["ttf", { type: "font/ttf", compressible: true }],
  ["woff2", packed("font/woff2")],
  ["png", packed("image/png")],
  ["jpg", packed("image/jpeg")],
  ["jpeg", packed("image/jpeg")],
  ["webp", packed("image/webp")],
  ["ico", packed("image/x-icon")],
  ["pdf", packed("application/pdf")],
  ["zip", packed("application/zip")],
]);

const BYTES: MediaType = packed("application/octet-stream");

/** The media type of a file by the ending of its name. */
export const mediaTypeOf = (name: string): MediaType =>
  BY_ENDING.get(name.slice(name.lastIndexOf(".") + 1).toLowerCase()) ?? BYTES;

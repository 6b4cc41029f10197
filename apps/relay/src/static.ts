/**
 * The built web app as a fixed set of files in memory.
 *
 * 1. A request is answered from a map filled once at the start. No request path ever reaches the file system, so there
 *    is nothing to traverse, and a rebuild under a running relay cannot mix two versions.
 * 2. `/` and the invite path `/j` are index.html. Nothing else falls back to it: a missing script must be a 404, not a
 *    page.
 * 3. Dot files and links are not served.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type Coding, encode } from "./encoding.ts";
import { mediaTypeOf } from "./media-type.ts";

/** Files below this size grow or gain nothing when compressed. Units: bytes. */
const WORTH_COMPRESSING = 1024;

/** One file of the web app, ready to be sent. */
export type SiteFile = {
  readonly type: string;
  /** Weak, because the same tag stands for the plain and the compressed bytes. */
  readonly etag: string;
  readonly compressible: boolean;
  /** The bytes in a coding; each coding is made once. */
  readonly bytes: (coding: Coding) => Promise<Uint8Array>;
};

/** The files of the web app by URL path. */
export type Site = ReadonlyMap<string, SiteFile>;

/** Why a folder cannot be served. */
export type SiteError = { readonly kind: "not_built"; readonly folder: string };

/** A site, or why there is none. */
export type SiteResult = { readonly ok: true; readonly site: Site } | { readonly ok: false; readonly error: SiteError };

const siteFile = (name: string, plain: Uint8Array): SiteFile => {
  const { type, compressible } = mediaTypeOf(name);
  const made = new Map<Coding, Promise<Uint8Array>>();
  return {
    type,
    etag: `W/"${createHash("sha256").update(plain).digest("hex").slice(0, 32)}"`,
    compressible: compressible && plain.byteLength >= WORTH_COMPRESSING,
    bytes: (coding) => {
      const known = made.get(coding);
      if (known !== undefined) return known;
      const making = encode(plain, coding);
      made.set(coding, making);
      return making;
    },
  };
};

const isHidden = (path: string): boolean => path.split(sep).some((part) => part.startsWith("."));

/**
 * Reads a build folder.
 * Errors: `not_built` when the folder or its index.html is missing.
 */
export const openSite = async (folder: string): Promise<SiteResult> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const site = new Map<string, SiteFile>();
  for (const entry of entries) {
    const path = relative(folder, join(entry.parentPath, entry.name));
    if (entry.isFile() && !isHidden(path)) {
      site.set(`/${path.split(sep).join("/")}`, siteFile(path, await readFile(join(folder, path))));
    }
  }
  const index = site.get("/index.html");
  if (index === undefined) return { ok: false, error: { kind: "not_built", folder } };
  return { ok: true, site: new Map([...site, ["/", index], ["/j", index]]) };
};

/** Whether an If-None-Match header names this tag. Source: RFC 9110 §13.1.2 (weak comparison). */
export const matchesTag = (ifNoneMatch: string | undefined, etag: string): boolean => {
  const strip = (tag: string): string => tag.trim().replace(/^W\//, "");
  return (ifNoneMatch ?? "").split(",").some((tag) => tag.trim() === "*" || strip(tag) === strip(etag));
};

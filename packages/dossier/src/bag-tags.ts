/**
 * The text files that make a folder a bag, read from anyone: version, manifests, size, and what a path may be. Pure.
 *
 * 1. Nothing here throws; what does not fit is said.
 * 2. Paths are compared in NFC: a bag that was unpacked by a file system that takes names apart is still the same bag.
 *
 * Source: RFC 8493 2.1.1, 2.1.3, 2.2.2, 5.2.
 */
import { isSha256, type Sha256 } from "@recourse/core";
import { bundleProfiles, type BundleProfile } from "./bundle-profile.ts";

/** Lines of a manifest: NFC path → hash. */
export interface Manifest {
  readonly entries: ReadonlyMap<string, Sha256>;
  /** Paths that are there twice. */
  readonly repeated: readonly string[];
  /** Whether every line could be read. */
  readonly isWhole: boolean;
}

const manifestLine = /^([0-9A-Fa-f]{64})[ \t]+\*?(.+)$/u;
const escapes: Readonly<Record<string, string>> = { "%0d": "\r", "%0a": "\n", "%25": "%" };

/** Same file, however its name is composed. */
export const pathKey = (path: string): string => path.normalize("NFC");

/** A strict reading: bytes that are no UTF-8 make a manifest that is not whole. */
export function readManifest(bytes: Uint8Array): Manifest {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const entries = new Map<string, Sha256>();
  const repeated: string[] = [];
  let isWhole = true;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line === "") continue;
    const [, hash = "", written = ""] = manifestLine.exec(line) ?? [];
    const digest = hash.toLowerCase();
    if (!isSha256(digest)) {
      isWhole = false;
      continue;
    }
    const path = pathKey(
      written.replace(/%(?:0[da]|25)/gi, (code) => escapes[code.toLowerCase()] ?? code).replace(/^\.\//, ""),
    );
    if (entries.has(path)) repeated.push(path);
    else entries.set(path, digest);
  }
  return { entries, repeated, isWhole: isWhole && !text.includes("\uFFFD") };
}

/** Versions whose rules this reader follows. */
const versions: ReadonlySet<string> = new Set(["1.0", "0.97"]);

/** What `bagit.txt` says: `ok`, a version of other rules, or nothing of a bag. */
export function readBagit(bytes: Uint8Array): "ok" | "other_version" | "not_a_bag" {
  const text = new TextDecoder().decode(bytes);
  const m = /^BagIt-Version: (\d+\.\d+)\r?\n?Tag-File-Character-Encoding: ([\w-]+)\s*$/.exec(
    text.replace(/\r(?!\n)/g, "\n"),
  );
  if (m?.[1] === undefined) return "not_a_bag";
  return versions.has(m[1]) && m[2]?.toUpperCase() === "UTF-8" ? "ok" : "other_version";
}

/** Units: bytes, files. */
export interface Oxum {
  readonly octets: number;
  readonly streams: number;
}

/** `Payload-Oxum` of `bag-info.txt`; `undefined` where it says none, `unreadable` where it says something else. */
export function readOxum(bytes: Uint8Array): Oxum | "unreadable" | undefined {
  const line = /^payload-oxum[ \t]*:[ \t]*(.*)$/im.exec(new TextDecoder().decode(bytes));
  if (line === null) return undefined;
  const m = /^(\d{1,15})\.(\d{1,9})\s*$/.exec(line[1] ?? "");
  return m === null ? "unreadable" : { octets: Number(m[1]), streams: Number(m[2]) };
}

/** Label under which `bag-info.txt` says for whom the bundle is. */
export const PROFILE_LABEL = "Bundle-Profile";

/** For whom a bag of ours says it is; undefined where it says nothing, or something else. */
export function readProfile(bytes: Uint8Array): BundleProfile | undefined {
  const told = /^bundle-profile[ \t]*:[ \t]*(\S+)\s*$/im.exec(new TextDecoder().decode(bytes))?.[1];
  return bundleProfiles.find((profile) => profile === told);
}

// Controls, and the marks that turn or hide text.
const hiding = /[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** A path that leads out of its folder, somewhere else on another system, or reads as something it is not. */
export function isBadPath(path: string): boolean {
  if (hiding.test(path) || path.includes("\\") || /^[A-Za-z]:/.test(path) || path.startsWith("~")) return true;
  return path.split("/").some((part) => part === "" || part === "." || part === "..");
}

/** What operating systems leave in folders people open; it belongs to nobody's evidence. */
export const isSystemLitter = (path: string): boolean =>
  path.startsWith("__MACOSX/") || /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/i.test(path);

/**
 * What verification can find. Pure data.
 *
 * 1. The list is closed; `words` words each code. `error` = the bag does not hold; `warning` = it holds, and this is
 *    worth knowing.
 */
import type { ZipFault } from "./zip-entries.ts";

/**
 * - `not_a_zip`, `ambiguous`, `encrypted`, `unsupported`, `too_many_files`, `too_large`, `ratio`, `unreadable`: the
 *   container or a file of it cannot be read safely.
 * - `not_a_bag`, `bag_version`, `manifest_missing`, `manifest_line`: it is no bag we can check, or its list is damaged.
 * - `altered`, `missing`, `extra`: the file at `path` differs from the list, is gone, or is not on the list.
 * - `bad_path`, `duplicate`, `special`: a name that leads elsewhere, a name that is there twice, a link, a device or a file
 *   that passes itself off as a folder.
 * - `oxum`: number or size of the files is not what the bag says.
 * - `tagmanifest_missing`, `not_checked`: no list of the lists; a list by another algorithm was left alone.
 * - `profile_mixed`: it says it is for publication, and holds an original.
 * - `aborted`: the caller stopped it.
 */
export type BagFindingCode =
  | ZipFault["kind"]
  | "not_a_bag"
  | "bag_version"
  | "manifest_missing"
  | "manifest_line"
  | "altered"
  | "missing"
  | "extra"
  | "bad_path"
  | "duplicate"
  | "special"
  | "oxum"
  | "tagmanifest_missing"
  | "not_checked"
  | "profile_mixed"
  | "aborted";

export interface BagFinding {
  readonly code: BagFindingCode;
  /** As the bag names it, relative to what was opened; empty when it is about the whole. */
  readonly path: string;
  readonly severity: "error" | "warning";
}

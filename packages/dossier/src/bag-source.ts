/**
 * Where a bag lies: in a ZIP, or unpacked in a folder that the caller can read. Reads its argument.
 *
 * 1. Never throws: what the platform throws becomes a finding.
 */
import { err, ok, type Result } from "@recourse/core";
import type { BagFinding } from "./bag-finding.ts";
import type { Content } from "./drain.ts";
import { readZip, type ZipLimits } from "./zip-entries.ts";

/** A folder the caller reads for us. Paths are relative to it, with `/`. */
export interface BagFolder {
  readonly list: () => Promise<readonly string[]>;
  readonly read: (path: string) => Promise<Content>;
}

/** A bag as a ZIP or as a folder. */
export type BagSource = Blob | BagFolder;

/** One file of it. Units: `size` in bytes, where it is known beforehand. */
export interface SourceFile {
  readonly path: string;
  readonly size?: number;
  readonly isSpecial: boolean;
  readonly open: () => Promise<Content>;
}

/** Every file. Errors: the one finding that says why nothing can be checked. */
export async function openSource(
  source: BagSource,
  limits: ZipLimits,
): Promise<Result<readonly SourceFile[], BagFinding>> {
  if (source instanceof Blob) {
    const zip = await readZip(source, limits);
    if (!zip.ok)
      return err({ code: zip.error.kind, path: "path" in zip.error ? zip.error.path : "", severity: "error" });
    return ok(
      zip.value.map(({ path, size, isSpecial, open }) => ({ path, size, isSpecial, open: async () => open() })),
    );
  }
  try {
    const paths = await source.list();
    if (paths.length > limits.entries) return err({ code: "too_many_files", path: "", severity: "error" });
    return ok(paths.map((path) => ({ path, isSpecial: false, open: () => source.read(path) })));
  } catch {
    return err({ code: "unreadable", path: "", severity: "error" });
  }
}

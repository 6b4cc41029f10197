/**
 * Forgetting: which stored bytes go when a case goes. Effects: the vault, and the other cases, which are read one by one.
 *
 * 1. An original that another case or the inbox uses stays; when a case cannot be read, every original stays.
 * 2. States of the case that were kept for comparing with a later archive go along.
 */
import type { Case, Id, Sha256 } from "@recourse/core";
import type { BlobStore } from "@recourse/vault";

export interface ForgettingPorts {
  readonly vault: BlobStore;
  readonly inbox: () => readonly { readonly sha256: Sha256 }[];
  readonly others: () => readonly Id[];
  readonly read: (caseId: Id) => Promise<Case | undefined>;
}

/** Every hash a case names, removed records included. */
export function originalsOf(of: Case): readonly Sha256[] {
  const records = [of.live.exhibit, of.removed.exhibit, of.live.derivative, of.removed.derivative];
  return records.flatMap((slice) => Object.values(slice).map((record) => record.sha256));
}

/** Deletes what only `gone` used. */
export async function forgetOriginals(gone: Case, { vault, inbox, others, read }: ForgettingPorts): Promise<void> {
  const unused = new Set(originalsOf(gone));
  for (const file of inbox()) unused.delete(file.sha256);
  for (const caseId of others()) {
    if (unused.size === 0) break;
    const other = await read(caseId);
    if (other === undefined) return;
    for (const sha256 of originalsOf(other)) unused.delete(sha256);
  }
  for (const sha256 of unused) await vault.remove(sha256);
  // A kept state is canonical JSON, whose keys are sorted: it begins with its case.
  const beginning = `{"caseId":"${gone.caseId}"`;
  const kept = await vault.list();
  for (const { sha256 } of kept.ok ? kept.value : []) {
    const blob = await vault.get(sha256);
    if (blob.ok && (await blob.value.slice(0, beginning.length).text()) === beginning) await vault.remove(sha256);
  }
}

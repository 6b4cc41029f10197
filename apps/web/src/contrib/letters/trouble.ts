/** Why a file could not be made, in words. Pure. */
import type { DossierError } from "../../services/dossier.ts";
import type { Say } from "../../services/services.ts";

/** Why a paper or bundle could not be made, in words that name the file. */
export function dossierTrouble(say: Pick<Say, "word">, error: DossierError): string {
  if (error.kind === "refused") {
    const { kind, ...facts } = error.refusal;
    return say.word(`bundle.refused.${kind}`, facts);
  }
  const { kind, ...facts } = error;
  return say.word(`screen.bundle.error.${kind}`, facts);
}

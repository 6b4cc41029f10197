/** Words for what became of a file that came in. Pure. */
import type { Offer, TakenFile, TakeError } from "../services/taken-file.ts";
import type { Say } from "../services/services.ts";

/** Why a file could not be kept. */
export function takeErrorText(
  say: Pick<Say, "word">,
  file: Pick<TakenFile, "name"> & { readonly error: TakeError | undefined },
): string {
  const { error } = file;
  return error === undefined ? "" : say.word(`screen.take.${error.kind}`, { ...error, name: file.name });
}

/** One line about a file: what it was taken for and what came of it. */
export function takenLine(say: Pick<Say, "word">, file: TakenFile): string {
  if (file.error !== undefined) return takeErrorText(say, file);
  return say.word(`screen.taken.${file.recognised ?? "other"}`, { file: file.name, made: file.made });
}

/** What an offer is about, e.g. a row of a bill. */
export function offerLine(say: Pick<Say, "word">, offer: Offer): string {
  if (offer.kind === "conversation") {
    return say.word("screen.offer.conversation", {
      peer: offer.conversation.peer ?? "",
      n: offer.conversation.messages.length,
    });
  }
  const { row } = offer;
  return say.word("screen.offer.row", {
    row: row.row,
    at: row.at,
    payee: row.payee,
    item: row.item,
    amountFen: row.amountFen,
  });
}

/** Whether the other side that is being named was met in a closed case before. Pure (S3). */
import type { MetRespondent } from "../../services/respondent-list.ts";

/** Shorter names, 退款 or 客服, are part of too many others. Units: characters. */
const ENOUGH = 4;

/** Full and half width, capitals and spaces make no difference. */
const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s·•（）()]/g, "");

/**
 * Records of whoever is meant by a name, in the order given: the same name, or one that is a part of the other.
 * A covered name of a natural person names nobody (P1).
 */
export function metBefore(records: readonly MetRespondent[], name: string): readonly MetRespondent[] {
  const typed = plain(name);
  if (typed === "") return [];
  return records.filter((record) => {
    const known = plain(record.name);
    if (known === "" || known.includes("*")) return false;
    if (known === typed) return true;
    const [short, long] = known.length < typed.length ? [known, typed] : [typed, known];
    return short.length >= ENOUGH && long.includes(short);
  });
}

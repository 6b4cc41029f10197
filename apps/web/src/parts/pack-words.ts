/** Words that are data of the pack, in the language of the moment. Pure. */
import type { Lang, Pack, Question } from "@recourse/core";
import { pick } from "./provision-words.ts";

/** How to get a material. */
export function materialTip(
  pack: Pick<Pack, "materialTypes">,
  lang: Lang,
  material: string | undefined,
): string | undefined {
  const type = pack.materialTypes.find((t) => t.id === material);
  return type && pick(lang, type.tipZh, type.tipEn);
}

/** Name of a material type. */
export function materialName(pack: Pick<Pack, "materialTypes">, lang: Lang, material: string): string {
  const type = pack.materialTypes.find((t) => t.id === material);
  return type === undefined ? material : pick(lang, type.id, type.en);
}

/** A question of the pack by its id. */
export const questionOf = (pack: Pick<Pack, "questions">, id: string): Question | undefined =>
  pack.questions.find((q) => q.id === id);

/** The question as it is asked. */
export const questionText = (q: Question, lang: Lang): string => pick(lang, q.zh, q.en);
/** Why it is asked: what the answer changes. */
export const questionWhy = (q: Question, lang: Lang): string => pick(lang, q.whyZh, q.whyEn);
/** One answer as it is offered. */
export const answerText = (a: Question["answers"][number], lang: Lang): string => pick(lang, a.zh, a.en);

/** Name of a place to look for terms. */
export function placeName(pack: Pick<Pack, "lookupPlaces">, lang: Lang, id: string): string {
  const place = pack.lookupPlaces.find((p) => p.id === id);
  return place === undefined ? id : pick(lang, place.zh, place.en);
}

/** What a provision is called, and what data says about it in the reader's language. Pure. */
import type { Lang, Pack, Provision } from "@recourse/core";

/** The words of the reader's language. */
export const pick = (lang: Lang, zh: string, en: string): string => (lang === "en" ? en : zh);

/** The name people use for a law: 民法典. Also what an address names it by. */
export const shortLaw = (p: Pick<Provision, "law" | "shortNames">): string => p.shortNames[0] ?? p.law;

/** Name of the law as a row shows it. */
export const lawTitle = (p: Provision, lang: Lang): string => pick(lang, shortLaw(p), p.lawEn);

/** 《民法典》第五百七十七条. */
export const provisionTitle = (p: Provision, lang: Lang): string =>
  pick(lang, `《${shortLaw(p)}》${p.article}`, `${p.lawEn}, Art. ${p.articleNo}`);

/** What it has to do with refunds. */
export const relevance = (p: Provision, lang: Lang): string => pick(lang, p.relevanceZh, p.relevanceEn);

const ID = /[a-z]+(?:-[a-z0-9]+)*-\d+/g;

/** A sentence of the pack with the ids of provisions in it spelt out: （crpl-44）. */
export const spelt = (text: string, provisions: Pack["provisions"], lang: Lang): string =>
  text.replace(ID, (id) => {
    const provision = provisions.find((p) => p.id === id);
    return provision === undefined ? id : provisionTitle(provision, lang);
  });

/** Tests of the pack as a whole: shape, references, words in both languages. */
import { GroundKindSchema, PackSchema } from "@recourse/core";
import { describe, expect, test } from "vitest";
import {
  ChannelsSchema,
  ExcusesSchema,
  FormsSchema,
  loadChannels,
  loadExcuses,
  loadForms,
  loadPeriodRules,
  loadSources,
  loadTexts,
  pack,
  PeriodRulesSchema,
  ProvisionSourcesSchema,
  ProvisionTextsSchema,
} from "./index.ts";

const provisions = new Set(pack.provisions.map((p) => p.id));
const questions = new Map(pack.questions.map((q) => [q.id, q]));
const prefixes = new Set([...provisions].map((id) => id.replace(/-\d+$/, "")));

/** Every id of a provision that stands anywhere in `data`, in a list or inside a sentence. */
function idsIn(data: unknown): ReadonlySet<string> {
  const words = JSON.stringify(data).match(/[a-z]+(?:-[a-z]+|-\d+)*-\d+/g) ?? [];
  return new Set(words.filter((word) => prefixes.has(word.replace(/-\d+$/, ""))));
}

describe("shape", () => {
  test("[B5] the pack is what its schema says, nothing more and nothing less", () => {
    expect(PackSchema.parse(pack)).toEqual(pack);
  });

  test("[X7] channels, excuses, forms, periods, texts and sources are what their schemas say", async () => {
    expect(ChannelsSchema.parse(await loadChannels())).toEqual(await loadChannels());
    expect(ExcusesSchema.parse(await loadExcuses())).toEqual(await loadExcuses());
    expect(FormsSchema.parse(await loadForms())).toEqual(await loadForms());
    expect(PeriodRulesSchema.parse(await loadPeriodRules())).toEqual(await loadPeriodRules());
    expect(ProvisionTextsSchema.parse(await loadTexts())).toEqual(await loadTexts());
    expect(ProvisionSourcesSchema.parse(await loadSources())).toEqual(await loadSources());
  });

  test("[B5] ids are unique within each list", async () => {
    const lists: readonly (readonly { readonly id: string }[])[] = [
      pack.provisions,
      pack.guideCitations,
      pack.rules,
      pack.clausePatterns,
      pack.materialTypes,
      pack.reasons,
      pack.questions,
      pack.categories,
      pack.lookupPlaces,
      pack.wording.items,
      pack.wording.composite,
      (await loadChannels()).items,
      (await loadExcuses()).items,
    ];
    for (const list of lists) {
      const ids = list.map((x) => x.id);
      expect(ids).toEqual([...new Set(ids)]);
    }
  });
});

describe("references", () => {
  test("[L5] every provision named in any data file exists", async () => {
    const everything = [pack, await loadChannels(), await loadExcuses(), await loadForms(), await loadPeriodRules()];
    for (const part of everything) expect([...idsIn(part)].filter((id) => !provisions.has(id))).toEqual([]);
  });

  test("[L5] the search for names finds one inside a sentence and one with a number in its prefix", () => {
    expect([...idsIn(["不得公开（pipl-10、spc-2022-8-9）"])]).toEqual(["pipl-10", "spc-2022-8-9"]);
  });

  test("[B5] lists of provisions hold nothing but provisions", async () => {
    const channels = (await loadChannels()).items;
    const lists = [
      ...pack.grounds.flatMap((g) => [g.provisions, g.against]),
      ...pack.rules.map((r) => r.basis),
      ...pack.guideCitations.map((g) => g.nearest),
      ...(await loadExcuses()).items.flatMap((e) => [e.cites, e.citesInLetter]),
      ...channels.flatMap((c) => [c.basis, c.cost.basis, ...[...c.closes, ...c.closedBy].map((x) => x.basis)]),
      ...channels.flatMap((c) => Object.values(c.policy).map((p) => p.basis)),
      ...Object.values(await loadForms()).map((f) => f.basis),
      ...(await loadPeriodRules()).map((p) => p.basis),
    ];
    for (const list of lists) expect(list.filter((id) => !provisions.has(id))).toEqual([]);
  });

  test("[B9] a category names grounds, questions and material types that exist and that belong to it", () => {
    const types = new Map(pack.materialTypes.map((t) => [t.id, t]));
    for (const category of pack.categories) {
      expect(category.questions.filter((id) => !questions.has(id))).toEqual([]);
      expect(category.materialTypes.filter((id) => !types.get(id)?.categories.includes(category.id))).toEqual([]);
      expect(category.grounds.filter((kind) => !pack.grounds.some((g) => g.kind === kind))).toEqual([]);
      expect(
        category.hides.filter((v) => !["chart", "sample", "units", "situation", "gaveAccount"].includes(v)),
      ).toEqual([]);
    }
    for (const type of pack.materialTypes)
      for (const id of type.categories)
        expect(pack.categories.find((c) => c.id === id)?.materialTypes, `${type.id} in ${id}`).toContain(type.id);
  });

  test("[B9] whatever a condition asks is a question of every category in which the law may be the source", () => {
    for (const ground of pack.grounds) {
      const condition = ground.condition;
      if (condition?.type !== "answers") continue;
      for (const { question, is } of condition.all) {
        const values = questions.get(question)?.answers.map((a) => a.value) ?? [];
        expect(values, `${question} can be answered ${is}`).toContain(is);
        for (const category of ground.categories)
          expect(pack.categories.find((c) => c.id === category)?.questions, `${category}: ${question}`).toContain(
            question,
          );
      }
    }
  });

  test("[A1] every ground has a reason by which a platform may call it", () => {
    const named = new Set(pack.reasons.flatMap((r) => r.kinds));
    expect(GroundKindSchema.options.filter((kind) => !named.has(kind))).toEqual([]);
  });

  test("[A1] a platform's option points at one reason only", () => {
    const options = pack.reasons.flatMap((r) => r.synonyms);
    expect(options.filter((o, i) => options.indexOf(o) !== i)).toEqual([]);
  });
});

describe("words", () => {
  test("[B9] both languages stand side by side: Chinese in every zh field, no Chinese in an en field", async () => {
    const missing: string[] = [];
    const visit = (value: unknown, path: string, lang: "zh" | "en" | undefined): void => {
      if (typeof value === "string") {
        const han = /\p{Script=Han}/u.test(value);
        if (lang === "zh" && value !== "" && !han) missing.push(`${path}: ${value}`);
        if (lang === "en" && han) missing.push(`${path}: ${value}`);
      } else if (Array.isArray(value)) value.forEach((v, i) => visit(v, `${path}[${i}]`, lang));
      else if (typeof value === "object" && value !== null)
        for (const [key, v] of Object.entries(value)) {
          const marked = /(?:^|_)(zh|en)$|(Zh|En)$/.exec(key)?.[0].replace("_", "").toLowerCase();
          visit(v, `${path}.${key}`, marked === "zh" || marked === "en" ? marked : undefined);
        }
    };
    // The English of crpl-reg-26 keeps the two Chinese words it tells apart.
    const { provisions: law, ...light } = pack;
    visit(
      law.filter((p) => p.id !== "crpl-reg-26"),
      "provisions",
      undefined,
    );
    visit(light, "pack", undefined);
    visit(await loadChannels(), "channels", undefined);
    visit(await loadExcuses(), "excuses", undefined);
    visit(await loadForms(), "forms", undefined);
    expect(missing).toEqual([]);
  });
});

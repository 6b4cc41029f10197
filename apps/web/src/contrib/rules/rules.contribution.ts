/**
 * Rules: the law word for word, the check of citations, channels as information, where a platform's terms stand. To read only.
 *
 * 1. `rules.open` without an argument shows what was shown last; letters name a provision by `id`.
 */
import { command, type Contribution, type QuickItem } from "@recourse/ui";
import { BookText, Landmark, ScrollText, SearchCheck } from "lucide";
import * as z from "zod/mini";
import type { Services } from "../../services/services.ts";
import { OVERVIEW, parts, placeQuery } from "./place.ts";
import { lawTitle, provisionTitle, relevance } from "../../parts/provision-words.ts";

const Wanted = z.optional(
  z.looseObject({
    provision: z.optional(z.string()),
    id: z.optional(z.string()),
    channel: z.optional(z.string()),
    law: z.optional(z.string()),
    part: z.optional(z.enum(parts)),
  }),
);

/** What `#` finds: the terms captured in the case in view, then every provision. */
function found(services: Services): readonly QuickItem[] {
  const { say, cases, desk, fullPack } = services;
  const live = cases.live(desk.activeCase());
  const clauses = (live?.all("clause") ?? []).map((clause): QuickItem => ({
    id: `clause:${clause.id}`,
    label: `《${clause.document}》${clause.article}`,
    detail: say.word("screen.rules.quick.clause"),
    keywords: clause.quote,
    icon: ScrollText,
    command: "case.open",
    arg: { caseId: live?.caseId, target: `clause/${clause.id}` },
  }));
  const provisions = (fullPack()?.provisions ?? []).map((p): QuickItem => ({
    id: `provision:${p.id}`,
    label: provisionTitle(p, say.lang()),
    detail: relevance(p, say.lang()),
    keywords: `${lawTitle(p, "zh-CN")}${p.articleNo} ${p.lawEn} ${p.articleNo}`,
    icon: BookText,
    command: "rules.open",
    arg: { provision: p.id },
  }));
  return [...clauses, ...provisions];
}

const category = "screen.rules.category";

export const rulesContribution: Contribution<Services> = {
  id: "rules",
  commands: [
    command<z.infer<typeof Wanted>, Services>({
      id: "rules.open",
      title: "screen.rules.open",
      category,
      icon: BookText,
      schema: Wanted,
      run: (wanted, { desk }) => {
        desk.open("rules");
        const provision = wanted?.provision ?? wanted?.id;
        if (provision !== undefined) desk.setQuery(placeQuery({ provision }), "push");
        else if (wanted?.channel !== undefined)
          desk.setQuery(placeQuery({ part: "channels", channel: wanted.channel }), "push");
        else if (wanted?.part !== undefined || wanted?.law !== undefined)
          desk.setQuery(placeQuery({ part: wanted.part, law: wanted.law }), "push");
      },
    }),
    command<unknown, Services>({
      id: "rules.check",
      title: "screen.rules.open.check",
      category,
      icon: SearchCheck,
      run: (_, { desk }) => desk.exec("rules.open", { part: "check" }),
    }),
    command<unknown, Services>({
      id: "rules.channels",
      title: "screen.rules.open.channels",
      category,
      icon: Landmark,
      run: (_, { desk }) => desk.exec("rules.open", { channel: OVERVIEW }),
    }),
  ],
  views: [
    {
      id: "rules.side",
      title: "screen.rules",
      icon: BookText,
      slot: "side",
      order: 50,
      companion: "rules",
      load: async () => ({ default: (await import("./RulesSide.tsx")).RulesSide }),
    },
    {
      id: "rules",
      title: "screen.rules",
      icon: BookText,
      slot: "editor",
      load: async () => ({ default: (await import("./RulesView.tsx")).RulesView }),
    },
  ],
  activate: (services) =>
    services.desk.provide({ prefix: "#", title: "screen.rules.quick", items: () => found(services) }),
};

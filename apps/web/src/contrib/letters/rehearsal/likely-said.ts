/**
 * What they may say, in the order in which it is worth reading: replies the person confirmed, then what the case makes likely. Reads signals (X6).
 *
 * 1. A confirmed reply is answered with its own words and day; the same excuse does not stand there twice.
 * 2. What is explained is in the language of the screen; an answer is in that of the letter.
 */
import {
  answerTo,
  historyOf,
  info,
  parseRef,
  rehearse,
  type ExcuseBook,
  type Id,
  type Lang,
  type RehearsalContext,
  type RehearsedExcuse,
} from "@recourse/core";
import { letterRenderer } from "@recourse/words";
import type { CaseLive, Services } from "../../../services/services.ts";
import { contextOf, packOf } from "../letter-context.ts";

export interface LikelySaid {
  readonly said: RehearsedExcuse;
  /** The reply that was confirmed as this, an event. */
  readonly reply: Id | undefined;
  /** The message in which it was heard and that nobody has judged yet. */
  readonly heard: Id | undefined;
}

/** `draft`: the letter that is to go out; exhibits are numbered as in it. */
export function likelySaid(
  services: Pick<Services, "fullPack" | "pack" | "now" | "say">,
  live: CaseLive,
  book: ExcuseBook,
  draft: Id | undefined,
): readonly LikelySaid[] {
  const of = live.whole();
  const now = services.now();
  const lang = live.record("draft", draft)?.lang ?? info(of)?.lang ?? "zh-CN";
  const context: RehearsalContext = {
    ...contextOf(live, now),
    render: letterRenderer,
    lang,
    ...(draft === undefined ? {} : { draft }),
  };
  const pack = packOf(services);
  const confirmed = historyOf(of, now)
    .events.filter((e) => e.type === "reply.received")
    .toReversed()
    .flatMap((e) => {
      const said = answerTo(of, pack, book, context, e.id);
      return said === undefined ? [] : [{ said, reply: e.id, heard: undefined }];
    });
  const newest = confirmed.filter((c, n) => confirmed.findIndex((x) => x.said.excuse === c.said.excuse) === n);
  const known = new Set(newest.map((c) => c.said.excuse));
  const likely = rehearse(of, pack, book, context).filter((each) => !known.has(each.excuse));
  const found = [...newest, ...likely.map((said) => ({ said, reply: undefined, heard: heardIn(live, said) }))];
  return found.map((each) => ({ ...each, said: explained(book, each.said, services.say.lang()) }));
}

/** The excuse explained in a language; its answer stays as it is. */
function explained(book: ExcuseBook, said: RehearsedExcuse, lang: Lang): RehearsedExcuse {
  const entry = book.items.find((e) => e.id === said.excuse);
  if (entry === undefined) return said;
  const en = lang === "en";
  return {
    ...said,
    label: en ? entry.label_en : entry.label_zh,
    meaning: en ? entry.meaning_en : entry.meaning_zh,
    doNot: en ? entry.doNot_en : entry.doNot_zh,
    protect: said.protect.length === 0 ? [] : ((en ? entry.protect_en : entry.protect_zh) ?? []),
  };
}

/** The message in which an excuse was heard. */
function heardIn(live: CaseLive, { why }: RehearsedExcuse): Id | undefined {
  const [first] = why.find((m) => m.code === "likely.said")?.refs ?? [];
  const parts = first === undefined ? undefined : parseRef(first);
  return parts?.ok === true && parts.value.kind === "communication"
    ? live.record("communication", parts.value.id)?.id
    : undefined;
}

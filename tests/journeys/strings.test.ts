/**
 * What stands on the screens, in both languages: no promise of success, no threat, no word to avoid, no mark of a missing word, no code.
 */
import { pack } from "@recourse/pack-cn";
import { wordFaults } from "@recourse/words";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served } from "../../scripts/served-app.ts";
import { handAt, type Lang } from "./drive.ts";
import { walkRounds } from "./screens-rounds.ts";
import { walkScreens } from "./screens.ts";

let served: Served;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/**
 * Words that others wrote, or that go into a letter with blanks to fill in: law, quotes, what a person typed, what a fix would write. Whatever is
 * marked as being in one language is a source, too.
 */
const OTHERS =
  "blockquote, q, textarea, body [lang], [data-law-text], [data-sentence-text], [data-sent], [data-fix], code, kbd";

/** Names of materials are those of the guide and stand in file names. */
const MATERIALS: ReadonlySet<string> = new Set(pack.materialTypes.map(({ id }) => id));
/** A court's own step has this name; elsewhere it is to be avoided. */
const COURTS: ReadonlySet<string> = new Set(
  pack.provisions.filter(({ law }) => law.includes("民事诉讼法")).map(({ relevanceZh }) => relevanceZh),
);
const isAllowed = (rule: string, what: string, text: string): boolean =>
  rule === "foreign" || rule === "punctuation" || MATERIALS.has(text) || (what.startsWith("立案") && COURTS.has(text));

/** Every piece of text of the page that can be read or heard, once. */
const textsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate((others) => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? "").replace(/\s+/g, " ").trim();
      const { parentElement } = node;
      if (text === "" || parentElement === null || parentElement.closest(others) !== null) continue;
      if (parentElement.closest("script, style, svg title") === null && parentElement.closest("[hidden]") === null)
        found.add(text);
    }
    for (const e of document.querySelectorAll("[aria-label], [title], [placeholder], [alt], [aria-description]")) {
      if (e.closest(others) !== null) continue;
      for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description"]) {
        const text = e.getAttribute(name)?.trim() ?? "";
        if (text !== "") found.add(text);
      }
    }
    return [...found];
  }, OTHERS);

/** Marks of words that are missing, and codes of the program that a person should never see. */
const RAW =
  /〔缺：|〔missing:|\[missing:|\b(?:screen|ui|missing|next|element|ground|category|error|intake|notice|letter|clock|round|turn|provider|answer|material)\.[a-z_0-9]|\b[a-z]+_[a-z]+(?:_[a-z]+)*\b|\bundefined\b|\bNaN\b|\[object|\{[a-z]+(?::[a-z_.]+)?\}|\bnull\b/;

/** What of a person's files may stand on a screen though it looks like a code. */
const FILES = /\.(?:csv|txt|xlsx|png|zip|docx|json)\b/i;

async function faults(
  lang: Lang,
): Promise<{ readonly texts: number; readonly found: Readonly<Record<string, readonly string[]>> }> {
  const found: Record<string, readonly string[]> = {};
  const read = new Set<string>();
  const readScreen = async (page: Page, screen: string): Promise<void> => {
    const wrong: string[] = [];
    for (const text of await textsOn(page)) {
      if (read.has(text)) continue;
      read.add(text);
      // Foreign words and signs are judged where words are written; here stand names, numbers and files of the person, too.
      const words = wordFaults(text, lang).filter((fault) => !isAllowed(fault.rule, fault.found, text));
      for (const { rule, found: what } of words) wrong.push(`${rule} “${what}”: ${text}`);
      const raw = RAW.exec(text)?.[0];
      if (raw !== undefined && !FILES.test(text)) wrong.push(`raw “${raw}”: ${text}`);
    }
    if (wrong.length > 0) found[screen] = wrong;
  };
  for (const walk of [walkScreens, walkRounds]) {
    const { context, page, troubles } = await openPage(browser, { locale: lang });
    page.setDefaultTimeout(15_000);
    await walk(handAt(page, { lang }), served.address, (screen) => readScreen(page, screen));
    expect(troubles).toEqual([]);
    await context.close();
  }
  return { texts: read.size, found };
}

describe("[A5] what stands on the screens", () => {
  it("[A5] in Chinese: no promise, no threat, no word to avoid, nothing missing, no code", async () => {
    const { texts, found } = await faults("zh-CN");
    expect(found).toEqual({});
    expect(texts).toBeGreaterThan(500);
  });

  it("[A5] in English: no promise, no threat, nothing missing, no code", async () => {
    const { texts, found } = await faults("en");
    expect(found).toEqual({});
    expect(texts).toBeGreaterThan(500);
  });
});

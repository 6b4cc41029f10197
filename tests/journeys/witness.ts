/**
 * What a person was shown as kept: read in every frame in which the status says so, and held against what is there later. Effects: a script in the page.
 *
 * 1. Counted is what stood on the screen in a drawn frame together with 已存在这台设备; anything else is no promise.
 * 2. A row that was shown as kept has to be there with those words, or with words it was given afterwards.
 */
import type { Page } from "playwright-core";

/** What one frame shows: words of each record by the name of its row, and whether they are said to be kept. */
export interface Frame {
  readonly kept: boolean;
  readonly rows: Readonly<Record<string, string>>;
}

export interface Witness {
  /** Takes down what the page shows from now on. */
  readonly watch: (page: Page) => Promise<void>;
  /** What was shown as kept and is not among `rows`, each named with its words. `coming`: words that were on their way. */
  readonly lost: (rows: Frame["rows"], coming: readonly string[]) => readonly string[];
  /** The person is about to take these away: from now on they are not expected. */
  readonly release: (matches: (name: string, words: string) => boolean) => void;
  /** How many rows were shown as kept so far. */
  readonly size: () => number;
}

interface Seen {
  /** All words this row had, in order. */
  readonly words: string[];
  /** Place among them of the last that were shown as kept; −1 before. */
  kept: number;
}

export function createWitness(): Witness {
  const rows = new Map<string, Seen>();
  const note = ({ kept, rows: shown }: Frame): void => {
    for (const [name, text] of Object.entries(shown)) {
      const row = rows.get(name) ?? { words: [], kept: -1 };
      rows.set(name, row);
      if (row.words.at(-1) !== text) row.words.push(text);
      if (kept) row.kept = row.words.length - 1;
    }
  };
  return {
    watch: async (page) => {
      await page.exposeFunction("recourseShown", note);
      await page.addInitScript(observe);
    },
    lost: (now, coming) =>
      [...rows].flatMap(([name, { words, kept }]) => {
        if (kept < 0) return [];
        const text = now[name];
        if (text === undefined) return [`${name} is gone: ${words[kept] ?? ""}`];
        return words.includes(text, kept) || coming.some((typed) => text.includes(typed))
          ? []
          : [`${name} reads ${text}, not ${words[kept] ?? ""}`];
      }),
    release: (matches) => {
      for (const [name, { words }] of rows) if (matches(name, words.at(-1) ?? "")) rows.delete(name);
    },
    size: () => [...rows.values()].filter((row) => row.kept >= 0).length,
  };
}

/** What the page shows at this moment. */
export const shownNow = (page: Page): Promise<Frame> => page.evaluate(`(${readFrame.toString()})()`);

/** Runs in the page. */
function readFrame(): Frame {
  const visible = (element: HTMLElement): boolean => element.checkVisibility();
  const words = (element: Element): string => {
    // Chips carry numbers that change with what else is there.
    const copy = element.cloneNode(true);
    if (!(copy instanceof Element)) return "";
    for (const chip of copy.querySelectorAll("button")) chip.remove();
    return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
  };
  const rows: Record<string, string> = {};
  for (const row of document.querySelectorAll<HTMLElement>(
    "[data-section=facts] [data-ref], [data-section=letters] [data-ref]",
  ))
    if (visible(row)) rows[row.dataset["ref"] ?? ""] = words(row);
  // Number and links of an exhibit change with what else is there; its name does not.
  for (const row of document.querySelectorAll<HTMLElement>("[data-section=exhibits] li[data-ref]"))
    if (visible(row)) rows[row.dataset["ref"] ?? ""] = words(row.querySelector("p") ?? row);
  for (const clause of document.querySelectorAll<HTMLElement>(
    "[data-section=grounds] li[data-ref^='clause/'] blockquote",
  ))
    if (visible(clause)) rows[clause.closest<HTMLElement>("[data-ref]")?.dataset["ref"] ?? ""] = words(clause);
  for (const text of document.querySelectorAll<HTMLElement>("[data-sentence] [data-sentence-text]"))
    if (visible(text))
      rows[`sentence/${text.closest<HTMLElement>("[data-sentence]")?.dataset["sentence"] ?? ""}`] = words(text);
  document.querySelectorAll<HTMLElement>("article[data-sent] p").forEach((text, n) => {
    if (visible(text)) rows[`sent/${n}`] = words(text);
  });
  for (const title of document.querySelectorAll<HTMLElement>("article h1"))
    if (visible(title)) rows["title"] = words(title);
  const status = [...document.querySelectorAll("footer[data-part=status] li")].map((item) =>
    (item.textContent ?? "").trim(),
  );
  return { kept: status.includes("已存在这台设备"), rows };
}

/** Script of every page: reports each drawn frame in which something changed. */
const observe = `(() => {
  const readFrame = ${readFrame.toString()};
  let asked = false;
  let last = "";
  const look = () => {
    asked = false;
    if (document.body === null) return;
    const frame = readFrame();
    const text = JSON.stringify(frame);
    if (text === last) return;
    last = text;
    void globalThis.recourseShown(frame);
  };
  const ask = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(look);
  };
  new MutationObserver(ask).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
})()`;

/** The rules in a real browser, inside the real shell: search, deep links, the answers to citations, channels, accessibility. */
import "@recourse/ui/theme.css";
import { loadChannels, loadSources, loadTexts, pack as light } from "@recourse/pack-cn";
import { createRoute, createShell, createTheme, createWorkbench, WorkbenchShell, type Shell } from "@recourse/ui";
import { hasWord, say, word } from "@recourse/words";
import axe from "axe-core";
import { createRoot } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { lateDesk } from "../../services/desk.ts";
import { createPlace } from "../../services/place.ts";
import type { Services } from "../../services/services.ts";
import { rulesContribution } from "./rules.contribution.ts";

type LangName = "zh-CN" | "en";

const pack = { ...light, texts: await loadTexts() };
const [channels, sources] = await Promise.all([loadChannels(), loadSources()]);

let ended: (() => void) | undefined;
afterEach(() => {
  ended?.();
  ended = undefined;
  delete document.documentElement.dataset["theme"];
  history.replaceState(null, "", "#/");
});

interface Mounted {
  readonly shell: Shell;
  readonly copied: string[];
}

async function mount(
  hash: string,
  size: readonly [number, number] = [1280, 800],
  theme: "light" | "dark" | "contrast" = "light",
  lang: LangName = "zh-CN",
): Promise<Mounted> {
  await page.viewport(...size);
  history.replaceState(null, "", hash);
  document.documentElement.lang = lang;
  document.title = "rules";
  const copied: string[] = [];
  const host = document.body.appendChild(document.createElement("div"));
  const made = createRoot((dispose) => {
    const late = lateDesk();
    // Only what the rules ask for; anything else asked is a mistake and throws.
    const services = {
      say: {
        lang: () => lang,
        setLang: () => undefined,
        word: (code: string, args = {}) => word(code, args, lang),
        say: (m: Parameters<typeof say>[0]) => say(m, lang),
        has: hasWord,
      },
      pack: light,
      fullPack: () => pack,
      reference: { channels: () => channels, sources: () => sources },
      cases: { live: () => undefined },
      dossier: {
        copy: async (text: string) => {
          copied.push(text);
          return true;
        },
      },
      desk: late.desk,
    } as unknown as Services;
    const wb = createWorkbench<Services>({
      services,
      lang: () => lang,
      mac: false,
      words: (key) => word(key, {}, lang),
    });
    const shell = createShell({
      wb,
      theme: createTheme(document.documentElement, { load: () => theme, save: () => undefined }),
    });
    const place = createPlace({
      layout: shell.layout,
      binding: createRoute(window),
      knows: (view) => wb.view(view)?.slot === "editor",
      settled: () => true,
    });
    late.tie({
      open: (view, arg, where) => shell.layout.open(view, arg, where === undefined ? {} : { where }),
      exec: (name, arg) => void wb.exec(name, arg),
      can: (name) => wb.commands().has(name),
      toast: (toast) => shell.toasts.show(toast),
      announce: (sentence) => shell.announcer.say(sentence),
      activeCase: () => undefined,
      query: place.query,
      setQuery: place.setQuery,
      provide: (provider) => shell.quick.provide(provider),
    });
    wb.add(rulesContribution);
    shell.layout.open("rules");
    const unmount = render(() => <WorkbenchShell shell={shell} />, host);
    return {
      shell,
      end: () => {
        unmount();
        shell.dispose();
        dispose();
        host.remove();
      },
    };
  });
  ended = made.end;
  await expect
    .element(page.getByRole("navigation", { name: lang === "en" ? "Which part" : "看哪一部分" }))
    .toBeVisible();
  return { shell: made.shell, copied };
}

const PHONE = [360, 640] as const;
const one = (selector: string): HTMLElement => {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`no ${selector}`);
  return found;
};
const until = (selector: string): Promise<HTMLElement> =>
  expect
    .poll(() => document.querySelector(selector))
    .not.toBeNull()
    .then(() => one(selector));
const search = (): HTMLElement => one("[data-rules] [role=combobox]");
const options = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>("[data-rules] [role=option]")].map(
    (row) => row.dataset["provision"] ?? "",
  );
const opened = (): string | undefined =>
  document.querySelector<HTMLElement>("[data-provision-open]")?.dataset["provisionOpen"];

async function enter(law: string, article: string, quote: string): Promise<HTMLElement> {
  await userEvent.fill(one("[name=law]"), law);
  await userEvent.fill(one("[name=article]"), article);
  await userEvent.fill(one("[name=quote]"), quote);
  await userEvent.click(one("form button[type=submit]"));
  return until("[data-verdict]");
}

async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  });
  return violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(" ")}`));
}

describe("[B5] looking up the law", () => {
  test("[B5] groups every provision by law while nothing is typed", async () => {
    await mount("#/rules");
    expect(options()).toHaveLength(light.provisions.length);
    const groups = document.querySelectorAll("[data-rules] [role=listbox] > [role=group]");
    expect(groups).toHaveLength(new Set(light.provisions.map((p) => p.law)).size);
  });

  test("[B5] finds while typing; arrows move the mark, Enter opens, the field keeps the focus", async () => {
    await mount("#/rules");
    await userEvent.type(search(), "七个工作日");
    // In the texts: 消法 46, 办法 15 and 23, and the two repealed interim provisions, which come last.
    expect(options()).toHaveLength(5);
    expect(options().slice(3)).toEqual(["samr-20-old-14", "samr-20-old-21"]);
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(opened()).toBe(options()[1]);
    expect(document.activeElement).toBe(search());
    expect(search().getAttribute("aria-activedescendant")).toBe(
      document.querySelector("[role=option][aria-selected=true]")?.id,
    );
    await userEvent.keyboard("{Escape}");
    expect(options()).toHaveLength(light.provisions.length);
  });

  test("[L5] shows the text word for word with force, check and source, and copies it with its name", async () => {
    const { copied } = await mount("#/rules?p=cc-577");
    const open = await until("[data-provision-open=cc-577]");
    expect(one("[data-law-text=cc-577]").textContent).toBe(pack.texts["cc-577"]);
    for (const words of ["现行有效", "已核对原文", "有第二份核对", "2021年1月1日", "LawRefBook/Laws"])
      expect(open.textContent).toContain(words);
    await page.getByRole("button", { name: "复制原文" }).click();
    expect(copied).toEqual([`《民法典》第五百七十七条：“${pack.texts["cc-577"] ?? ""}”`]);
  });

  test("[L5] says that a repealed provision is not to be cited", async () => {
    await mount("#/rules?p=samr-20-old-14");
    expect((await until("[data-provision-open]")).textContent).toContain("现在不能再引用");
  });

  test("[B5] an unknown provision says so", async () => {
    await mount("#/rules?p=cc-99999");
    await expect.element(page.getByText("这里没有这一条")).toBeVisible();
  });

  test("[B5] # in the one box finds a provision and opens it in the address", async () => {
    const { shell } = await mount("#/rules?part=terms");
    shell.quick.open("#577");
    await expect.poll(() => shell.quick.hits()[0]?.item.arg).toEqual({ provision: "cc-577" });
    await userEvent.keyboard("{Enter}");
    await until("[data-provision-open=cc-577]");
    expect(location.hash).toBe("#/rules?p=cc-577&part=law");
  });

  test("[B5] on a phone a provision covers the list; the way back gives the focus back to it", async () => {
    await mount("#/rules", PHONE);
    await userEvent.type(search(), "民法典577");
    await userEvent.keyboard("{Enter}");
    await until("[data-provision-open=cc-577]");
    expect(search().checkVisibility()).toBe(false);
    await expect.poll(() => document.activeElement?.textContent).toBe("第五百七十七条");
    await page.getByRole("button", { name: "返回条文列表" }).click();
    expect(search().checkVisibility()).toBe(true);
    await expect.poll(() => document.activeElement?.getAttribute("role")).toBe("listbox");
    expect(options()[0]).toBe("cc-577");
  });
});

describe("[B6] checking a citation", () => {
  test("[B6] right, word for word", async () => {
    await mount("#/rules?part=check");
    const card = await enter("民法典", "第五百七十七条", "当事人一方不履行合同义务或者履行合同义务不符合约定的");
    expect(card.dataset["verdict"]).toBe("right");
    expect(card.textContent).toContain("找对了，一字不差");
  });

  test("[B6] the right article but not verbatim: what differs is marked by strokes and said in words", async () => {
    await mount("#/rules?part=check");
    const card = await enter("民法典", "577", "当事人一方不履行合同义务或履行不符合约定的，应当立即承担继续履行");
    expect(card.dataset["verdict"]).toBe("not_verbatim");
    expect([...card.querySelectorAll("ins")].map((each) => each.textContent)).toEqual(["者", "合同义务"]);
    expect([...card.querySelectorAll("del")].map((each) => each.textContent)).toEqual(["立即"]);
    for (const mark of card.querySelectorAll("ins, del"))
      expect(getComputedStyle(mark).textDecorationLine).not.toBe("none");
    expect(card.textContent).toContain("引用里少了的字：“者”、“合同义务”");
    expect(card.textContent).toContain("原文里没有的字：“立即”");
  });

  test("[B6] the guide's Art. 58: a press checks it, says what the article really says, and opens the nearest, Art. 24", async () => {
    await mount("#/rules?part=check");
    expect(one("[data-guide=guide-ecl-58]").textContent).toContain("引用有误");
    expect(one("[data-guide=guide-cc-577]").textContent).toContain("条对，字不全");
    await userEvent.click(one("[data-guide=guide-ecl-58] button"));
    const card = await until("[data-verdict=wrong_article]");
    expect(card.querySelector("[data-law-text=ecl-58]")).not.toBeNull();
    const nearest = [...card.querySelectorAll<HTMLElement>("[data-nearest]")].map((each) => each.dataset["nearest"]);
    expect(nearest).toEqual(["ecl-24"]);
    await userEvent.click(one("[data-nearest=ecl-24] button"));
    await until("[data-provision-open=ecl-24]");
  });

  test("[B6] what is not collected is not called wrong", async () => {
    await mount("#/rules?part=check");
    const card = await enter("刑法", "266", "诈骗公私财物，数额较大的");
    expect(card.dataset["verdict"]).toBe("no_law");
    expect(card.querySelector("[data-nearest]")).toBeNull();
  });

  test("[B6] an answer goes when what was checked changes; a missing article is named at its field", async () => {
    await mount("#/rules?part=check");
    await enter("民法典", "577", "");
    await userEvent.fill(one("[name=article]"), "");
    expect(document.querySelector("[data-verdict]")).toBeNull();
    await userEvent.click(one("form button[type=submit]"));
    expect(document.activeElement).toBe(one("[name=article]"));
    await expect.element(page.getByText("写上第几条，例如 58")).toBeVisible();
  });

  test("[B6] a pasted sentence is taken apart into the fields", async () => {
    await mount("#/rules?part=check");
    const data = new DataTransfer();
    data.setData("text/plain", "《电子商务法》第五十八条规定：“电子商务经营者应明示用户信息查询”");
    one("[name=quote]").dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
    const value = (name: string): string => document.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? "";
    expect([value("law"), value("article"), value("quote")]).toEqual([
      "电子商务法",
      "58",
      "电子商务经营者应明示用户信息查询",
    ]);
  });
});

describe("[X7] channels as information", () => {
  test("[X10] 12315: once only, what it closes, and the warning for engagement orders", async () => {
    await mount("#/rules?channel=samr_complaint");
    const open = await until("[data-channel-open=samr_complaint]");
    expect(open.textContent).toContain("基本只受理一次");
    expect(one("[data-fact=closes]").textContent).toContain("撤回的也一样");
    expect(one("[data-fact=time]").textContent).toContain("7 个工作日");
    expect(one("[data-policy=engagement]").dataset["level"]).toBe("strong_warn");
  });

  test("[X7] one that cannot be verified is shown as off, with the reason", async () => {
    await mount("#/rules?channel=public_jutousu");
    expect((await until("[data-channel-open=public_jutousu]")).textContent).toContain("运营情况没法核实");
    expect(document.querySelector("[data-fact=handles]")).toBeNull();
  });

  test("[L7] stopping stands in the list like the others", async () => {
    await mount("#/rules?part=channels");
    await page
      .getByRole("button", { name: /^到此为止/ })
      .first()
      .click();
    await until("[data-channel-open=stop_here]");
  });

  test("[B2] every place of the pack is explained in plain words", async () => {
    await mount("#/rules?part=terms");
    expect(document.querySelectorAll("[data-place]")).toHaveLength(light.lookupPlaces.length);
    for (const place of document.querySelectorAll("[data-place]")) expect(place.querySelectorAll("p")).toHaveLength(1);
  });
});

describe("[A5] for everyone", () => {
  const places = [
    "#/rules",
    "#/rules?p=cc-577",
    "#/rules?part=check",
    "#/rules?channel=samr_complaint",
    "#/rules?channel=overview",
    "#/rules?part=terms",
  ];

  const looks = [
    ["light", "zh-CN", [1280, 800]],
    ["dark", "en", [1280, 800]],
    ["contrast", "zh-CN", [1280, 800]],
    ["light", "en", PHONE],
  ] as const;

  test.each(looks.flatMap((look) => places.map((hash) => [...look, hash] as const)))(
    "[A5] axe finds nothing in %s, %s, %s at %s",
    async (theme, lang, size, hash) => {
      await mount(hash, size, theme, lang);
      if (hash.endsWith("check")) {
        await userEvent.click(one("[data-guide=guide-cc-577] button"));
        await until("[data-verdict]");
      }
      expect(await faults()).toEqual([]);
    },
  );

  test.each(places)(
    "[A5] on a phone every target is a finger high and nothing is wider than the screen at %s",
    async (hash) => {
      await mount(hash, PHONE);
      const low = [
        ...document.querySelectorAll<HTMLElement>("[data-rules] :is(button, a, summary, textarea, [role=option])"),
      ]
        .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 44)
        .map((target) => target.textContent);
      expect(low).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
      const wide = [...document.querySelectorAll<HTMLElement>("[data-rules] p, [data-rules] li, [data-rules] dd")]
        .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > 360)
        .map((each) => each.textContent);
      expect(wide).toEqual([]);
    },
  );
});

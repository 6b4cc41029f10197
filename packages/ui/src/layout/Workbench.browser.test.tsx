/** The shell in a real browser: focus, keyboard, problems, accessibility in every theme. */
import "../theme/theme.css";
import axe from "axe-core";
import { Folder, Inbox } from "lucide";
import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Contribution, Lang, Problem } from "../contribution.ts";
import { createTheme, THEMES, type ThemeName } from "../theme/theme.ts";
import { createWorkbench } from "../workbench.ts";
import { createShell, type Shell } from "./shell.ts";
import { PROBLEMS_VIEW } from "./shell.contribution.tsx";
import { WorkbenchShell } from "./Workbench.tsx";

const TITLES: Readonly<Record<string, string>> = {
  cases: "案件",
  inbox: "待整理",
  note: "笔记",
  "fix.a": "改这一句",
  "bad.a": "金额前后不一致",
  "bad.b": "缺少日期",
  new: "新建案件",
};

let ended: (() => void) | undefined;
afterEach(() => {
  ended?.();
  ended = undefined;
  delete document.documentElement.dataset["theme"];
});

async function mount(size: readonly [number, number] = [1280, 800], theme: ThemeName = "light", lang: Lang = "zh-CN") {
  await page.viewport(...size);
  const ran: string[] = [];
  const [problems, setProblems] = createSignal<readonly Problem[]>([
    {
      code: "bad.a",
      severity: "error",
      target: "letter/1",
      place: "第 3 句",
      fixes: [{ title: "fix.a", command: "fix", arg: "bad.a" }],
    },
    {
      code: "bad.b",
      severity: "warning",
      target: "letter/2",
      fixes: [{ title: "fix.a", command: "fix", arg: "bad.b" }],
    },
  ]);
  const contribution: Contribution = {
    id: "demo",
    commands: [
      { id: "new", title: "new", run: () => ({ said: "new", undo: { command: "undo" } }) },
      { id: "undo", title: "undo", palette: false, run: () => void ran.push("undo") },
      { id: "letter", title: "letter", palette: false, run: () => void ran.push("letter") },
      { id: "reveal", title: "reveal", palette: false, run: (target) => void ran.push(`reveal ${String(target)}`) },
      {
        id: "fix",
        title: "fix",
        palette: false,
        run: (code) => {
          ran.push(`fix ${String(code)}`);
          setProblems((list) => list.filter((problem) => problem.code !== code));
        },
      },
    ],
    keys: [{ key: "e", command: "letter" }],
    views: [
      { id: "cases", title: "cases", icon: Folder, slot: "side", load: async () => ({ default: () => <p>甲</p> }) },
      { id: "inbox", title: "inbox", icon: Inbox, slot: "side", load: async () => ({ default: () => <p>乙</p> }) },
      {
        id: "note",
        title: "note",
        icon: Folder,
        slot: "editor",
        label: (arg) => `笔记 ${arg ?? ""}`,
        load: async () => ({
          default: (props) => <textarea aria-label={`正文 ${props.arg ?? ""}`}>一二三四五六</textarea>,
        }),
      },
    ],
    checks: [{ id: "check", problems }],
  };
  const host = document.body.appendChild(document.createElement("div"));
  const wb = createWorkbench({
    services: undefined,
    words: (key) => TITLES[key] ?? key,
    lang: () => lang,
    mac: false,
    revealCommand: "reveal",
  });
  wb.add(contribution);
  const made: { shell?: Shell } = {};
  const unmount = render(() => {
    const shell = createShell({ wb, theme: createTheme(document.documentElement), add: { command: "new" } });
    shell.theme?.set(theme);
    for (const arg of ["1", "2", "3"]) shell.layout.open("note", arg);
    made.shell = shell;
    return <WorkbenchShell shell={shell} />;
  }, host);
  ended = () => {
    unmount();
    made.shell?.dispose();
    host.remove();
  };
  await expect.element(page.getByRole("textbox", { name: "正文 3" })).toBeVisible();
  if (made.shell === undefined) throw new Error("no shell");
  return { shell: made.shell, wb, ran };
}

const focusName = (): string | null | undefined =>
  document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent;
const area = (): HTMLTextAreaElement => {
  const found = page.getByRole("textbox", { name: "正文 3" }).element();
  if (!(found instanceof HTMLTextAreaElement)) throw new Error("no text area");
  return found;
};

describe("[UI] palette", () => {
  test("[UI] Escape gives back the focus, the caret and the scrolling", async () => {
    const { shell } = await mount();
    const text = area();
    text.focus();
    text.setSelectionRange(2, 4);
    expect([text.selectionStart, text.selectionEnd]).toEqual([2, 4]);
    for (const [keys, shown] of [
      ["{F1}", ">"],
      ["{Control>}k{/Control}", ">"],
      ["{Control>}p{/Control}", ""],
    ] as const) {
      await userEvent.keyboard(keys);
      expect(shell.quick.isOpen()).toBe(true);
      const box = page.getByRole("combobox");
      await expect.element(box).toHaveFocus();
      await expect.element(box).toHaveValue(shown);
      await userEvent.keyboard("{Escape}");
      expect(shell.quick.isOpen()).toBe(false);
      expect(document.activeElement).toBe(text);
      expect([text.selectionStart, text.selectionEnd]).toEqual([2, 4]);
    }
  });
  test("[UI] arrows name the active row, Enter runs it after the focus is back", async () => {
    const { shell } = await mount();
    area().focus();
    await userEvent.keyboard("{F1}");
    const box = page.getByRole("combobox");
    await userEvent.keyboard("侧栏");
    const id = box.element().getAttribute("aria-activedescendant");
    expect(document.getElementById(id ?? "")?.getAttribute("aria-selected")).toBe("true");
    expect(shell.layout.state().side.open).toBe(true);
    await userEvent.keyboard("{Enter}");
    expect(shell.layout.state().side.open).toBe(false);
    expect(document.activeElement).toBe(area());
  });
  test("[UI] Enter that ends a composition picks nothing", async () => {
    const { shell } = await mount();
    await userEvent.keyboard("{F1}");
    const box = page.getByRole("combobox").element();
    box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, isComposing: true }));
    expect(shell.quick.isOpen()).toBe(true);
    box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    expect(shell.quick.isOpen()).toBe(false);
  });
});

describe("[UI] keys", () => {
  test("[UI] a single letter acts outside of text only, and never behind a modal window", async () => {
    const { ran, shell, wb } = await mount();
    area().focus();
    await userEvent.keyboard("e");
    expect(ran).toEqual([]);
    expect(area().value).toContain("e");
    expect(wb.context.get("inputFocus")).toBe(true);
    area().blur();
    expect(wb.context.get("inputFocus")).toBe(false);
    document.getElementById("main")?.focus();
    await userEvent.keyboard("e");
    expect(ran).toEqual(["letter"]);
    shell.quick.open();
    page
      .getByRole("button", { name: "关闭", exact: true })
      .element()
      .dispatchEvent(new KeyboardEvent("keydown", { key: "e", code: "KeyE", bubbles: true, cancelable: true }));
    expect(ran).toEqual(["letter"]);
  });
});

describe("[UI] tabs", () => {
  const tabs = () => page.getByRole("tablist", { name: "第 1 组标签页" });
  test("[UI] arrows, Home and End show tabs, Alt with an arrow moves one, Delete closes", async () => {
    const { shell } = await mount();
    const titles = (): readonly string[] => shell.layout.leaves()[0]?.tabs.map((tab) => tab.arg ?? "") ?? [];
    page.getByRole("tab", { name: "笔记 3" }).element().focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(focusName()).toBe("笔记 1");
    await userEvent.keyboard("{End}{ArrowLeft}");
    expect([focusName(), shell.layout.activeTab()?.arg]).toEqual(["笔记 2", "2"]);
    await userEvent.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    expect(titles()).toEqual(["2", "1", "3"]);
    expect(focusName()).toBe("笔记 2");
    await userEvent.keyboard("{Delete}");
    expect(titles()).toEqual(["1", "3"]);
    expect(focusName()).toBe("笔记 1");
    expect(tabs().element().querySelector("button")).toBeNull();
  });
  test("[UI] closing and splitting lose neither focus nor what was typed in other tabs", async () => {
    const { shell, wb } = await mount();
    const text = area();
    text.focus();
    await userEvent.keyboard("x");
    const before = text.value;
    await wb.exec("ui.editor.previous");
    expect(shell.layout.activeTab()?.arg).toBe("2");
    expect(document.activeElement).not.toBe(document.body);
    await wb.exec("ui.editor.splitRight");
    expect(shell.layout.leaves().length).toBe(2);
    expect(document.activeElement?.closest("[data-group]")?.getAttribute("data-group")).toBe(
      shell.layout.groups().focus,
    );
    await wb.exec("ui.editor.close");
    expect(shell.layout.leaves().length).toBe(1);
    expect(document.activeElement).not.toBe(document.body);
    await wb.exec("ui.editor.next");
    expect(area()).toBe(text);
    expect(text.value).toBe(before);
  });
  test("[UI] a border is moved by keyboard and says its value", async () => {
    const { shell, wb } = await mount();
    await wb.exec("ui.editor.splitRight");
    const sash = page.getByRole("separator", { name: "调整并排大小" });
    sash.element().focus();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    // Two steps of 2 from 50.
    expect(sash.element().getAttribute("aria-valuenow")).toBe("54");
    await userEvent.keyboard("{Home}");
    expect(sash.element().getAttribute("aria-valuenow")).toBe("10");
    const { root } = shell.layout.groups();
    expect(root.kind === "leaf" ? [] : root.sizes).toEqual([0.1, 0.9]);
  });
});

describe("[UI] problems", () => {
  test("[UI] a fix runs its command with its argument, and the focus goes to the next row", async () => {
    const { shell, ran } = await mount();
    shell.layout.showPanel(PROBLEMS_VIEW);
    await expect.element(page.getByRole("button", { name: /金额前后不一致/ })).toBeVisible();
    page
      .getByRole("button", { name: /金额前后不一致/ })
      .element()
      .focus();
    await userEvent.keyboard("{Enter}");
    expect(ran).toEqual(["reveal letter/1"]);
    await userEvent.keyboard("{ArrowRight}");
    expect(focusName()).toBe("改这一句");
    await userEvent.keyboard("{Enter}");
    expect(ran.at(-1)).toBe("fix bad.a");
    expect(focusName()).toContain("缺少日期");
    await userEvent.keyboard("{Control>}.{/Control}");
    expect(ran.at(-1)).toBe("fix bad.b");
    await expect.element(page.getByRole("tabpanel").getByText("没有要注意的地方")).toBeVisible();
    expect(document.activeElement).not.toBe(document.body);
  });
});

describe("[UI] undo toast", () => {
  test("[UI] offers the way back and runs it", async () => {
    const { wb, ran } = await mount();
    await wb.exec("new");
    await page.getByRole("button", { name: "撤销" }).click();
    expect(ran).toEqual(["undo"]);
    expect(page.getByRole("button", { name: "撤销" }).query()).toBeNull();
  });
});

describe("[UI] phone", () => {
  test("[UI] every target of the shell is at least 44 px, and sheets give the focus back", async () => {
    const { shell } = await mount([360, 640]);
    const small = [...document.querySelectorAll<HTMLElement>("nav button, header button")].filter((button) => {
      const box = button.getBoundingClientRect();
      return box.width > 0 && (box.width < 44 || box.height < 44);
    });
    expect(small.map((button) => button.textContent)).toEqual([]);
    const opener = page.getByRole("button", { name: "要注意 2 处" });
    opener.element().focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("dialog", { name: "要注意的地方" })).toBeVisible();
    await userEvent.keyboard("{Escape}");
    expect(shell.sheet()).toBeNull();
    expect(document.activeElement).toBe(opener.element());
    shell.setSheet("side");
    shell.layout.open("note", "4");
    expect(shell.sheet()).toBeNull();
    expect(document.documentElement.scrollWidth).toBe(360);
  });
});

describe("[UI] accessibility", () => {
  const clean = async (): Promise<void> => {
    const { violations } = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    expect(violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  };
  const themes = THEMES.filter((name) => name !== "system");
  test.each(themes)("[UI] wide, in %s: shell, split, panel and palette are clean", async (theme) => {
    const { shell, wb } = await mount([1280, 800], theme);
    shell.layout.showPanel(PROBLEMS_VIEW);
    await wb.exec("ui.editor.splitDown");
    await wb.exec("new");
    await expect.element(page.getByRole("button", { name: /缺少日期/ })).toBeVisible();
    await clean();
    shell.quick.open(">");
    await expect.element(page.getByRole("combobox")).toHaveFocus();
    await clean();
  });
  test.each(themes)("[UI] phone, in %s, in English: shell and sheets are clean", async (theme) => {
    const { shell } = await mount([360, 640], theme, "en");
    await clean();
    for (const sheet of ["side", "panel", "tabs"] as const) {
      shell.setSheet(sheet);
      await expect.element(page.getByRole("dialog")).toBeVisible();
      await clean();
    }
  });
});

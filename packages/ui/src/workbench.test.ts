/** Tests of the kernel: registry, commands, words, problems. */
import { createRoot, createSignal } from "solid-js";
import { describe, expect, test } from "vitest";
import { command, type Contribution, type Lang, type Problem } from "./contribution.ts";
import { createWorkbench, type Workbench } from "./workbench.ts";

interface Services {
  readonly log: string[];
}

/** Accepts text only. */
const text = {
  safeParse: (value: unknown) =>
    typeof value === "string" ? { success: true as const, data: value } : { success: false as const, error: "no text" },
};

function make(more: { readonly recent?: readonly string[]; readonly saved?: string[][] } = {}): {
  readonly wb: Workbench<Services>;
  readonly log: string[];
  readonly setLang: (lang: Lang) => void;
} {
  const log: string[] = [];
  const [lang, setLang] = createSignal<Lang>("zh-CN");
  const wb = createWorkbench<Services>({
    services: { log },
    words: (key) => `<${key}>`,
    lang,
    mac: false,
    recent: { load: () => more.recent ?? [], save: (ids) => more.saved?.push([...ids]) },
  });
  return { wb, log, setLang };
}

const feature: Contribution<Services> = {
  id: "feature",
  commands: [
    command<string, Services>({ id: "say", title: "t.say", schema: text, run: (arg, { log }) => void log.push(arg) }),
    { id: "later", title: "t.later", when: "open", run: () => ({ said: "t.done" }) },
    { id: "off", title: "t.off", enabled: "ready", run: (_, { log }) => void log.push("off") },
  ],
  keys: [{ key: "mod+s", command: "say" }],
  messages: { "zh-CN": { "t.say": "说 {n} 次" }, en: { "t.say": "Say {n} times" } },
};

describe("[UI] the registry", () => {
  test("[UI] a removed contribution leaves nothing behind", () => {
    const { wb, log } = make();
    const remove = wb.add({
      ...feature,
      activate: ({ log: own }) => {
        own.push("in");
        return () => void own.push("out");
      },
    });
    expect([...wb.commands().keys()]).toEqual(["say", "later", "off"]);
    expect(wb.keyFor("say")).toBe("Ctrl+S");
    remove();
    remove();
    expect([...wb.commands().keys()]).toEqual([]);
    expect(wb.keyFor("say")).toBeUndefined();
    expect(wb.word("t.say")).toBe("<t.say>");
    expect(log).toEqual(["in", "out"]);
  });
  test("[UI] dispose removes everything that is left", () => {
    const { wb, log } = make();
    wb.add({ id: "a", activate: () => () => void log.push("a") });
    wb.add({ id: "b", activate: () => () => void log.push("b") });
    wb.dispose();
    expect(log).toEqual(["a", "b"]);
  });
  test("[UI] one id for two commands is refused", () => {
    const { wb } = make();
    wb.add(feature);
    expect(() => wb.add({ id: "other", commands: [{ id: "say", title: "x", run() {} }] })).toThrow("say");
  });
});

describe("[UI] running", () => {
  test("[UI] what a person can cause is a result, not an exception", async () => {
    const { wb, log } = make();
    wb.add(feature);
    expect(await wb.exec("nope")).toEqual({ ok: false, error: "unknown", command: "nope" });
    expect(await wb.exec("say", 7)).toEqual({ ok: false, error: "argument", command: "say" });
    expect(await wb.exec("off")).toEqual({ ok: false, error: "disabled", command: "off" });
    expect(log).toEqual([]);
    expect(await wb.exec("say", "hello")).toEqual({ ok: true, outcome: undefined });
    wb.context.set("ready", true);
    await wb.exec("off");
    expect(log).toEqual(["hello", "off"]);
  });
  test("[UI] success is heard with its outcome", async () => {
    const { wb } = make();
    wb.add(feature);
    const heard: unknown[] = [];
    const stop = wb.onDone((id, outcome) => heard.push([id, outcome?.said]));
    await wb.exec("later");
    await wb.exec("nope");
    stop();
    await wb.exec("later");
    expect(heard).toEqual([["later", "t.done"]]);
  });
});

describe("[UI] palette and words", () => {
  test("[UI] the palette follows the context and recent use", () => {
    const saved: string[][] = [];
    const { wb } = make({ recent: ["off"], saved });
    wb.add(feature);
    const ids = (): readonly string[] => wb.palette().map((entry) => entry.id);
    expect(ids()).toEqual(["say"]);
    wb.context.set("open", true);
    wb.context.set("ready", true);
    expect(ids()).toEqual(["off", "say", "later"]);
    wb.used("later");
    expect(ids()).toEqual(["later", "off", "say"]);
    expect(saved).toEqual([["later", "off"]]);
  });
  test("[UI] words come from the shell, then contributions, then the application, in the language of the moment", () => {
    const { wb, setLang } = make();
    wb.add(feature);
    expect([wb.word("ui.close"), wb.word("t.say", { n: 2 }), wb.word("x")]).toEqual(["关闭", "说 2 次", "<x>"]);
    setLang("en");
    expect([wb.word("ui.close"), wb.word("t.say", { n: 2 })]).toEqual(["Close", "Say 2 times"]);
    expect(wb.context.get("lang")).toBe("en");
  });
  test("[UI] a menu is sorted by group, then order, and follows the context", () => {
    const { wb } = make();
    const item = (name: string, group: string, order: number, when?: string) => ({
      menu: "card" as const,
      command: name,
      group,
      order,
      ...(when === undefined ? {} : { when }),
    });
    wb.add({ id: "m", menus: [item("d", "b", 1), item("b", "a", 2), item("a", "a", 1), item("c", "a", 3, "sel")] });
    const ids = (): readonly string[] => wb.menu("card").map((entry) => entry.command);
    expect(ids()).toEqual(["a", "b", "d"]);
    wb.context.set("sel", 1);
    expect(ids()).toEqual(["a", "b", "c", "d"]);
  });
});

describe("[UI] problems", () => {
  test("[UI] only the check whose input changed runs again", () => {
    const { wb } = make();
    const [bad, setBad] = createSignal(false);
    const runs = { still: 0, live: 0 };
    const problem = (code: string): Problem => ({ code, severity: "error", target: "x/1", fixes: [] });
    createRoot((dispose) => {
      wb.add({
        id: "checks",
        checks: [
          { id: "still", problems: () => ((runs.still += 1), [problem("a")]) },
          { id: "live", problems: () => ((runs.live += 1), bad() ? [problem("b")] : []) },
        ],
      });
      expect(wb.problems().map((found) => found.code)).toEqual(["a"]);
      setBad(true);
      expect(wb.problems().map((found) => found.code)).toEqual(["a", "b"]);
      expect(runs).toEqual({ still: 1, live: 2 });
      dispose();
    });
  });
});

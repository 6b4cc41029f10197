/** Notes of a case in a real browser: writing, others writing too, and how it looks and sounds. */
import { addMillis, type Id } from "@recourse/core";
import type { StoredChange } from "@recourse/sync";
import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { FIXTURE_NOW } from "../../parts/memory-case.fixture.ts";
import type { HistoryEntry } from "../../services/sharing/sharing.ts";
import { bobAt, createNotesSharing, type NotesFacts, type NotesSharing } from "./notes-sharing.fixture.ts";
import { inputMethod, mountNotes, type NotesScreen } from "./notes-screen.fixture.tsx";

let screen: NotesScreen | undefined;
afterEach(() => {
  screen?.end();
  screen = undefined;
});
const mount = async (texts: readonly string[], width = 900): Promise<NotesScreen> =>
  (screen = await mountNotes(texts, { width }));
const mountShared = async (
  texts: readonly string[],
  facts: Partial<NotesFacts> = {},
  width = 900,
): Promise<NotesScreen & { readonly fake: NotesSharing }> => {
  const fake = createNotesSharing(facts);
  screen = await mountNotes(texts, { width, more: { sharing: fake.sharing } });
  return { ...screen, fake };
};
const text = (id: Id | undefined, at: number, ins: string): StoredChange => {
  if (id === undefined) throw new Error("there is no note");
  return { op: "text", kind: "note", id, field: "text", at, del: 0, ins };
};
const lines = (of: NotesScreen): readonly string[] =>
  [...of.host.querySelectorAll("[data-note-line]")].map((each) => each.textContent?.trim() ?? "");
const named = (of: NotesScreen, name: string): HTMLButtonElement => {
  const found = [...of.host.querySelectorAll("button")].find(
    (each) => each.textContent?.trim() === name || each.getAttribute("aria-label") === name,
  );
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
};
/** Two frames: what is drawn in the next one stands in the one after. */
const drawn = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

describe("a case of one's own", () => {
  test("[P5] without a note it says what notes are for, and offers one", async () => {
    const of = await mount([]);
    expect(of.host.textContent).toContain("还没有笔记");
    expect(of.host.textContent).toContain("电话里说了什么、接下来做什么，记在这里就不会忘。");
    named(of, "写一条新笔记").click();
    expect(of.executed).toEqual([{ command: "note.write", arg: { caseId: of.of.caseId } }]);
  });

  test("[P5] each note is called by its first line, the newest is open, and another opens by a press", async () => {
    const of = await mount(["客服说周五退\n再问一次", "平台电话 400"]);
    expect(lines(of)[0]).toContain("客服说周五退");
    expect(lines(of)[0]).toContain("再问一次");
    expect(of.field().value).toBe("客服说周五退\n再问一次");
    of.host.querySelector<HTMLElement>(`[data-note-line="${of.notes[1]}"]`)?.click();
    expect(of.field().value).toBe("平台电话 400");
  });

  test("[FR5] a letter goes into the note at once, and its line in the list follows; no other line is drawn anew", async () => {
    const of = await mount(["甲", "乙"]);
    const [first, second] = [...of.host.querySelectorAll("[data-note-line]")];
    const touched: Node[] = [];
    const watcher = new MutationObserver((changes) => touched.push(...changes.map(({ target }) => target)));
    watcher.observe(of.host, { subtree: true, childList: true, characterData: true });
    await userEvent.click(of.field());
    await userEvent.keyboard("{Control>}{End}{/Control}abc");
    expect(of.text()).toBe("甲abc");
    of.of.theirs(text(of.notes[0], 0, "x"));
    await drawn();
    watcher.disconnect();
    expect(of.field().value).toBe("x甲abc");
    expect(first?.textContent).toContain("x甲abc");
    expect(touched.some((node) => first?.contains(node))).toBe(true);
    expect(touched.filter((node) => second?.contains(node))).toEqual([]);
  });

  test("[I1] a removed note is gone from the list, can be brought back, and stays removed otherwise", async () => {
    const of = await mount(["甲", "乙"]);
    named(of, "拿掉这条笔记：甲").click();
    expect([lines(of).length, of.toasts]).toEqual([1, ["笔记已拿掉"]]);
    expect(of.field().value).toBe("乙");
  });

  test("[P5] one that somebody removed while it was open says so and can be brought back", async () => {
    const of = await mount(["甲", "乙"]);
    const [note] = of.notes;
    if (note === undefined) throw new Error("there is no note");
    of.of.theirs({ op: "remove", kind: "note", id: note });
    expect(of.host.textContent).toContain("这条笔记被拿掉了");
    named(of, "放回来").click();
    expect(of.field().value).toBe("甲");
  });

  test("[P5] on a telephone it is the list or the note", async () => {
    const of = await mount(["甲", "乙"], 390);
    expect(of.host.querySelector("[data-note]")).toBeNull();
    of.host.querySelector<HTMLElement>(`[data-note-line="${of.notes[1]}"]`)?.click();
    expect([lines(of), of.field().value]).toEqual([[], "乙"]);
    named(of, "回到全部笔记").click();
    expect(lines(of)).toHaveLength(2);
  });

  test("[P5] nothing is said of others in a case that is not shared", async () => {
    const of = await mount(["甲"]);
    expect(of.host.querySelector("[data-changed-by], [data-at], [data-carets]")).toBeNull();
    expect(of.host.querySelector("[data-note-people]")?.textContent).toBe("");
  });
});

describe("others in it", () => {
  test("[FR5] who looks at a note and who writes is named, in the list and under the note", async () => {
    const { fake, ...of } = await mountShared(["甲", "乙"]);
    const people = (): string => of.host.querySelector("[data-note-people]")?.textContent ?? "";
    const bob = { device: "b0", name: "bob", view: "notes", focus: `note/${of.notes[0]}`, isTyping: false };
    fake.change({ present: [bob] });
    expect(people()).toBe("bob 在看这条笔记");
    expect(lines(of)[0]).toContain("bob 在看这条笔记");
    expect(lines(of)[1]).not.toContain("bob");
    fake.change({ present: [{ ...bob, isTyping: true }] });
    expect(people()).toBe("bob 正在写");
    expect(of.host.querySelector("[data-note-people]")?.getAttribute("role")).toBe("status");
    fake.change({ present: [] });
    expect(people()).toBe("");
  });

  test("[FR5] a caret is drawn at its letter with a name, right after scrolling and another width, and read to nobody", async () => {
    const long = Array.from({ length: 60 }, (_, n) => `第 ${n} 行 ${"字".repeat(n % 50)}`).join("\n");
    // In the 31st line, behind the first five letters.
    const place = long.split("\n").slice(0, 30).join("\n").length + 1 + 5;
    const { fake, ...of } = await mountShared([long]);
    fake.change({ carets: [bobAt(place)] });
    const mark = (): HTMLElement | null => of.host.querySelector("[data-caret=bob]");
    await expect.poll(() => mark() !== null).toBe(true);
    await drawn();
    /** Where the browser itself finds the letter under the mark, by hit-testing a copy without the layer. */
    const off = (): readonly number[] => {
      const box = mark()?.getBoundingClientRect();
      const wanted = boxOfLetter(of.field(), place);
      return box === undefined ? [] : [Math.round(box.left + 1 - wanted.left), Math.round(box.top - wanted.top)];
    };
    await expect.poll(off).toEqual([0, 0]);
    of.field().scrollTop = 300;
    await expect.poll(off).toEqual([0, 0]);
    of.host.style.width = "560px";
    await drawn();
    await expect.poll(off).toEqual([0, 0]);
    expect(mark()?.closest("[aria-hidden=true]")).not.toBeNull();
    expect(mark()?.textContent).toBe("bob");
    const layer = of.host.querySelector<HTMLElement>("[data-carets]");
    expect(layer && getComputedStyle(layer).pointerEvents).toBe("none");
  });

  test("[FR5] letters typed in front of a caret push it on; whoever leaves takes it along", async () => {
    const { fake, ...of } = await mountShared(["abcdef"]);
    fake.change({ carets: [bobAt(3)] });
    const mark = (): HTMLElement | null => of.host.querySelector("[data-caret=bob]");
    await expect.poll(() => mark() !== null).toBe(true);
    const before = mark()?.offsetLeft ?? 0;
    fake.change({ carets: [bobAt(5)] });
    await expect.poll(() => (mark()?.offsetLeft ?? 0) > before).toBe(true);
    fake.change({ carets: [] });
    await expect.poll(() => mark()?.dataset["leaving"]).toBe("");
    await expect.poll(mark).toBeNull();
  });

  test("[FR5] the own caret and that one writes is told, and that one has left", async () => {
    const { fake, ...of } = await mountShared(["你好"]);
    of.field().focus();
    of.field().setSelectionRange(1, 2);
    const focus = `note/${of.notes[0]}`;
    await expect
      .poll(() => fake.said.at(-1))
      .toEqual({ view: "notes", focus, isTyping: false, caret: { field: `${focus}/text`, anchor: 1, head: 2 } });
    await inputMethod.commit("吗");
    await expect
      .poll(() => fake.said.at(-1))
      .toEqual({ view: "notes", focus, isTyping: true, caret: { field: `${focus}/text`, anchor: 2, head: 2 } });
    of.field().blur();
    await expect.poll(() => fake.said.at(-1)).toEqual({ view: "notes", focus, isTyping: false });
    screen?.end();
    expect(fake.said.at(-1)).toBeUndefined();
    screen = undefined;
  });

  test("[FR5] what one composes is not told letter by letter", async () => {
    const { fake, ...of } = await mountShared(["你好"]);
    of.field().focus();
    of.field().setSelectionRange(2, 2);
    await expect.poll(() => fake.said.at(-1)?.caret?.head).toBe(2);
    await inputMethod.compose("ma");
    await drawn();
    expect(fake.said.at(-1)).toMatchObject({ isTyping: true, caret: { head: 2 } });
    await inputMethod.commit("吗");
    await expect.poll(() => fake.said.at(-1)?.caret?.head).toBe(3);
  });

  test("[CO2] who else changed a note last is said for a week; what one changed oneself is not", async () => {
    const { fake, ...of } = await mountShared(["甲", "乙"]);
    const [a, b] = of.notes;
    const entry = (id: Id | undefined, minutes: number, isMe = false): Readonly<Record<string, HistoryEntry>> => ({
      [`note/${id}`]: {
        id: "h",
        name: isMe ? "alice" : "bob",
        isMe,
        at: addMillis(FIXTURE_NOW, -minutes * 60_000),
        kind: "note",
        record: id ?? "",
        field: "text",
        value: "",
      },
    });
    const said = (): readonly (string | undefined)[] =>
      [...of.host.querySelectorAll("[data-note-line] [data-changed-by]")].map((each) => each.textContent?.trim());
    fake.change({ last: { ...entry(a, 2), ...entry(b, 1, true) } });
    expect(said()).toEqual(["bob 改过 · 2 分钟前"]);
    expect(of.host.querySelector("[data-changed-by]")?.hasAttribute("data-fresh")).toBe(true);
    fake.change({ last: { ...entry(a, 6), ...entry(b, 60 * 24) } });
    expect(said()).toEqual(["bob 改过 · 6 分钟前", "bob 改过 · 1 天前"]);
    expect(of.host.querySelector("[data-fresh]")).toBeNull();
    fake.change({ last: entry(a, 60 * 24 * 7) });
    expect(said()).toEqual([]);
  });

  test("[ME3] who may only view reads, and has no button that writes", async () => {
    const { host, field } = await mountShared(["甲"], { role: "viewer" });
    expect(field().readOnly).toBe(true);
    expect(host.querySelector("[data-viewer=viewer]")).not.toBeNull();
    expect([...host.querySelectorAll("button")].every((each) => each.matches("[data-note-line]"))).toBe(true);
  });
});

test("[P5] a note of 100,000 characters takes a letter about as quickly as a plain field of the browser does", async () => {
  const long = "客服说周五退款，电话里说的。\n".repeat(6_667);
  expect(long.length).toBeGreaterThan(100_000);
  const { fake, ...of } = await mountShared([long]);
  fake.change({ carets: [bobAt(90_000)] });
  const plain = document.createElement("textarea");
  plain.style.cssText = "width: 600px; height: 500px";
  plain.value = long;
  of.host.append(plain);
  const letter = async (field: HTMLTextAreaElement): Promise<number> => {
    field.focus();
    field.setSelectionRange(50_000, 50_000);
    await drawn();
    const started = performance.now();
    await inputMethod.commit("字");
    await drawn();
    return performance.now() - started;
  };
  const times: { readonly note: number; readonly plain: number }[] = [];
  for (let n = 0; n < 5; n++) {
    times.push({ plain: await letter(plain), note: await letter(of.field()) });
    of.of.theirs(text(of.notes[0], 10, "x"));
  }
  expect(of.field().value).toBe(of.text());
  expect(of.field().value).toHaveLength(long.length + 10);
  const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[2] ?? 0;
  // Laying out so many lines is the browser's; what is ours must not double it, a frame or two apart.
  expect(median(times.map((time) => time.note))).toBeLessThan(2 * median(times.map((time) => time.plain)) + 50);
});

test.each([
  [900, "zh-CN"],
  [390, "zh-CN"],
  [390, "en"],
] as const)(
  "[A6] axe finds nothing at %i px in %s, nothing is too low for a finger, nothing wider than the screen",
  async (width, lang) => {
    const { fake, ...of } = await mountShared(["客服说周五退\n再问一次", "平台电话 400"], {}, width);
    of.setLang(lang);
    const look = async (): Promise<readonly string[]> => {
      await drawn();
      const { violations } = await axe.run(of.host);
      const low = [...of.host.querySelectorAll<HTMLElement>("button")].filter(
        (each) => each.checkVisibility() && each.getBoundingClientRect().height < (width <= 640 ? 44 : 24),
      );
      return [
        ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
        ...low.map((each) => `low: ${each.outerHTML.slice(0, 120)}`),
        ...(of.host.scrollWidth > width ? [`wide: ${of.host.scrollWidth}`] : []),
      ];
    };
    const focus = `note/${of.notes[0]}`;
    fake.change({
      present: [{ device: "b0", name: "bob", view: "notes", focus, isTyping: true }],
      carets: [bobAt(2)],
      last: {
        [focus]: {
          id: "h",
          name: "bob",
          isMe: false,
          at: FIXTURE_NOW,
          kind: "note",
          record: of.notes[0] ?? "",
          field: "text",
          value: "",
        },
      },
    });
    expect(await look()).toEqual([]);
    if (width > 640) return;
    of.host.querySelector<HTMLElement>("[data-note-line]")?.click();
    expect(await look()).toEqual([]);
  },
);

/** Where a letter of a field stands on the screen, found in a plain copy of it. */
function boxOfLetter(field: HTMLTextAreaElement, place: number): { readonly left: number; readonly top: number } {
  const copy = document.createElement("div");
  const style = getComputedStyle(field);
  for (const name of [
    "fontSize",
    "fontFamily",
    "lineHeight",
    "letterSpacing",
    "whiteSpace",
    "overflowWrap",
    "padding",
  ] as const)
    copy.style[name] = style[name];
  const box = field.getBoundingClientRect();
  Object.assign(copy.style, {
    position: "fixed",
    boxSizing: "border-box",
    left: `${box.left}px`,
    top: `${box.top - field.scrollTop}px`,
    width: `${field.clientWidth}px`,
  });
  copy.textContent = field.value;
  document.body.append(copy);
  const range = document.createRange();
  if (copy.firstChild !== null) range.setStart(copy.firstChild, place);
  range.collapse(true);
  const { left, top } = range.getBoundingClientRect();
  copy.remove();
  return { left, top };
}

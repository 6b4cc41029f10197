/** The windows of the board in a real browser: what moving a card writes, what it refuses, and the way back. */
import { err, historyOf, id, instant, ok, type Id } from "@recourse/core";
import axe from "axe-core";
import { createRoot } from "solid-js";
import { afterEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { selection } from "../../../live/row-focus.ts";
import { rowFixture } from "../../../live/row.fixture.ts";
import { createIds, createMemoryCase, FIXTURE_NOW, type MemoryCase } from "../../../parts/memory-case.fixture.ts";
import { mountBoard, type Mounted, type MountOptions } from "../board.fixture.tsx";

const disposers: (() => void)[] = [];
let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
  for (const dispose of disposers.splice(0)) dispose();
});

const mount = async (options: MountOptions): Promise<Mounted> => {
  mounted = await mountBoard(options);
  await expect.poll(() => document.querySelector("[data-card]"), { timeout: 20_000 }).not.toBeNull();
  return mounted;
};

/** A yearly membership that was never switched on, up to the record of what was asked for. */
const membership = (...events: readonly (readonly [string, Readonly<Record<string, unknown>>])[]): MemoryCase => {
  const [of, dispose] = createRoot((end) => {
    const made = createMemoryCase(
      {
        title: "视频会员年卡",
        category: "membership",
        purpose: "life",
        respondent: { name: "某影视" },
        order: { number: "VIP-88213", item: "年卡", paidFen: 22_800, orderedAt: "2024-04-01T02:02:31.000Z" },
      },
      createIds(100),
    );
    for (const [n, [type, data]] of events.entries())
      made.must("event.append", { type, at: `2024-05-0${n + 1}T02:00:00.000Z`, data });
    return [made, end] as const;
  });
  disposers.push(dispose);
  return of;
};
const application = ["application.submitted", { channel: "platform_form" }] as const;
const reminder = ["demand.sent", { channel: "platform_form", letter: "reminder1" }] as const;

const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);
const shown = async (selector: string): Promise<HTMLElement> => {
  await expect.poll(() => find(selector), { timeout: 5000 }).not.toBeNull();
  const element = find(selector);
  if (element === null) throw new Error(`no ${selector}`);
  return element;
};
const press = async (selector: string): Promise<void> => void (await shown(selector)).click();
const column = (): string | undefined =>
  find("[data-card]:not([data-filing])")?.closest<HTMLElement>("[data-cell]")?.dataset["cell"];
const focusCard = (caseId: Id): void => find(`[data-card="${caseId}"]:not([data-filing])`)?.focus();
const choose = (control: HTMLElement, value: string): void => {
  if (!(control instanceof HTMLSelectElement)) throw new Error("no list of choices");
  control.value = value;
  control.dispatchEvent(new Event("change", { bubbles: true }));
};
const type = (control: HTMLElement | null, value: string): void => {
  if (!(control instanceof HTMLInputElement)) throw new Error("no field");
  control.value = value;
  control.dispatchEvent(new InputEvent("input", { bubbles: true }));
};
const noWindow = (): Promise<void> => expect.poll(() => document.querySelectorAll("dialog[open]").length).toBe(0);
/** Records that stand, in the order in which they happened. */
const recordsOf = (of: MemoryCase): ReturnType<typeof historyOf>["events"] => historyOf(of.case(), FIXTURE_NOW).events;
const typesOf = (of: MemoryCase): readonly string[] => recordsOf(of).map((record) => record.type);

describe("moving a card", () => {
  test("[X2] M shows every column with what it records; the likeliest has the focus, arrows go on", async () => {
    const of = membership(application);
    await mount({ lives: [of.live] });
    focusCard(of.live.caseId);
    await userEvent.keyboard("m");
    await shown("[data-move-to]");
    const targets = [...document.querySelectorAll<HTMLElement>("[data-move-to]")];
    expect(targets.map(({ dataset }) => [dataset["moveTo"], dataset["move"]])).toEqual([
      ["prepare", "back"],
      ["apply", "cannot"],
      ["first", "record"],
      ["second", "cannot"],
      ["third", "record"],
      ["settle", "record"],
    ]);
    expect(targets[2]?.textContent).toContain("记下：第一次催办已发出");
    expect(targets[3]?.textContent).toContain("还没记下第一次催办");
    expect(document.activeElement).toBe(targets[2]);
    await userEvent.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(targets[3]);
    // What cannot be does nothing but say why.
    await userEvent.keyboard("{Enter}");
    expect(find("[data-record-step]")).toBeNull();
    await userEvent.keyboard("{Escape}");
    await noWindow();
    expect(document.activeElement).toBe(find("[data-card]"));
  });

  test("[X1] recording the first reminder writes its event, says where the card stands now, and can be undone", async () => {
    const of = membership(application);
    const { toasts, said } = await mount({ lives: [of.live] });
    focusCard(of.live.caseId);
    await userEvent.keyboard("{Alt>}{ArrowRight}{/Alt}");
    // Beside "申请退款" lies "第一次催办": its form is open at once.
    await shown("[data-record-step]");
    expect(column()).toBe("apply");
    type(find("dialog input[inputmode=numeric]"), "48");
    await press("[data-record-step]");
    await noWindow();
    expect(typesOf(of)).toEqual(["application.submitted", "demand.sent"]);
    expect(recordsOf(of).at(-1)?.data).toEqual({
      channel: "platform_form",
      letter: "reminder1",
      periodHours: 48,
    });
    await expect.poll(column).toBe("first");
    await expect.poll(() => document.activeElement).toBe(find("[data-card]"));
    expect(said.at(-1)).toContain("第一次催办");
    expect(toasts.at(-1)?.text).toBe("已记下：第一次催办已发出");
    toasts.at(-1)?.action?.run();
    await expect.poll(column).toBe("apply");
    expect(typesOf(of)).toEqual(["application.submitted"]);
    await expect.poll(() => document.activeElement).toBe(find("[data-card]"));
  });

  test("[A7] what is missing or lies ahead is said where it is typed, and nothing is written", async () => {
    const of = membership();
    await mount({ lives: [of.live] });
    focusCard(of.live.caseId);
    await userEvent.keyboard("{Alt>}{ArrowRight}{/Alt}");
    await shown("[data-record-step]");
    type(find("dialog input[type=datetime-local]"), "2099-01-01T00:00");
    await press("[data-record-step]");
    const wrong = [...document.querySelectorAll("dialog [aria-invalid=true]")];
    expect(wrong.length).toBe(2);
    expect(document.activeElement).toBe(wrong[0]);
    expect(typesOf(of)).toEqual([]);
  });

  test("[X4] a filing is recorded with its record; both go when it is undone", async () => {
    const of = membership(application, reminder);
    const { toasts } = await mount({ lives: [of.live] });
    focusCard(of.live.caseId);
    await userEvent.keyboard("m");
    await press("[data-move-to=third]");
    choose(await shown("dialog select"), "samr_complaint");
    type(find("dialog input[type=text]"), "1101-2026-77120");
    await press("[data-record-step]");
    await noWindow();
    expect(of.live.row().filings).toMatchObject([
      { channel: "samr_complaint", status: "submitted", reference: "1101-2026-77120" },
    ]);
    await shown("[data-filing]");
    toasts.at(-1)?.action?.run();
    await expect.poll(() => find("[data-filing]")).toBeNull();
    expect(of.live.all("filing")).toEqual([]);
    expect(typesOf(of)).toEqual(["application.submitted", "demand.sent"]);
  });

  test("[E5] a refund is recorded with its amount", async () => {
    const of = membership(application);
    await mount({ lives: [of.live] });
    focusCard(of.live.caseId);
    await userEvent.keyboard("m");
    await press("[data-move-to=settle]");
    const field = await shown("dialog input[inputmode=decimal]");
    type(field, "abc");
    await press("[data-record-step]");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    type(field, "99.50");
    await press("[data-record-step]");
    await noWindow();
    expect(recordsOf(of).at(-1)).toMatchObject({ type: "refund.received", data: { amountFen: 9950 } });
  });

  test("[X1] going back says where the card lands, takes the newest record back, and back again", async () => {
    const of = membership(application, reminder);
    const { toasts } = await mount({ lives: [of.live] });
    focusCard(of.live.caseId);
    await userEvent.keyboard("m");
    await press("[data-move-to=prepare]");
    await shown("[data-take-back]");
    expect(find("dialog")?.textContent).toContain("卡片会在“申请退款”，还不到“准备”");
    await press("[data-take-back]");
    await noWindow();
    await expect.poll(column).toBe("apply");
    toasts.at(-1)?.action?.run();
    await expect.poll(column).toBe("first");
    expect(typesOf(of)).toEqual(["application.submitted", "demand.sent"]);
  });

  test("[X4] a letter that is not written leads to writing it, a filing to the doors", async () => {
    const of = membership(application);
    const { executed } = await mount({ lives: [of.live] });
    focusCard(of.live.caseId);
    await userEvent.keyboard("m");
    await press("[data-move-to=first]");
    (await shown("dialog [data-record-step]")).closest("dialog")?.querySelector<HTMLElement>("p button")?.click();
    await noWindow();
    focusCard(of.live.caseId);
    await userEvent.keyboard("m");
    await press("[data-move-to=third]");
    (await shown("dialog [data-record-step]")).closest("dialog")?.querySelector<HTMLElement>("p button")?.click();
    await noWindow();
    expect(executed).toEqual([
      {
        command: "case.ask",
        arg: { caseId: of.live.caseId, command: "draft.start", data: { kind: "reminder1" } },
      },
      { command: "doors.open", arg: { caseId: of.live.caseId } },
    ]);
  });
});

describe("what came of a filing", () => {
  test("[X4] a refusal is recorded with its ground on that filing alone, and undone", async () => {
    const of = membership(application, reminder);
    for (const channel of ["samr_complaint", "payment_dispute"]) {
      const [filing = ""] = of.must("filing.add", { channel });
      of.must("event.append", {
        type: "filing.submitted",
        at: "2024-05-03T02:00:00.000Z",
        data: { filing, channel },
      });
    }
    const { toasts } = await mount({ lives: [of.live] });
    const card = await shown("[data-filing]");
    card.focus();
    await userEvent.keyboard("m");
    await press("[data-progress=refused]");
    type(find("dialog input[type=text]"), "证据不足");
    await press("[data-record-step]");
    await noWindow();
    const states = (): readonly string[] => of.live.row().filings.map(({ status }) => status);
    expect(states().toSorted()).toEqual(["refused", "submitted"]);
    await expect.poll(() => document.activeElement?.getAttribute("data-filing")).toBe(card.dataset["filing"]);
    toasts.at(-1)?.action?.run();
    expect(states()).toEqual(["submitted", "submitted"]);
  });
});

const many = [rowFixture(1), rowFixture(2), rowFixture(3)];
const ids = many.map(({ caseId }) => caseId);

describe("several at once", () => {
  test("[UI] putting off takes all that are chosen, and is undone", async () => {
    const asked: (readonly [readonly Id[], string | undefined])[] = [];
    let undone = 0;
    const { toasts } = await mount({
      rows: many,
      more: {
        snoozes: {
          asleep: () => new Set(),
          until: () => undefined,
          put: (caseIds, until) => {
            asked.push([caseIds, until]);
            return Promise.resolve(() => void (undone += 1));
          },
        },
      },
    });
    selection.set(ids);
    await shown("[data-bulk]");
    const [first] = document.querySelectorAll<HTMLElement>("[data-bulk] button");
    first?.click();
    await press("[data-wake=tomorrow]");
    await expect.poll(() => toasts.at(-1)?.text).toContain("3 件案件");
    expect(asked.map(([caseIds, until]) => [caseIds.length, until])).toEqual([
      [3, instant("2024-05-06T09:00:00+08:00")],
    ]);
    expect(selection.ids().size).toBe(0);
    toasts.at(-1)?.action?.run();
    expect(undone).toBe(1);
  });

  test("[A7] archives: the one that could not be exported is named, the others are", async () => {
    const downloads: string[] = [];
    const { toasts, services } = await mount({
      rows: many,
      more: { download: (name) => void downloads.push(name) },
    });
    Object.assign(services.cases, {
      archive: (caseId: Id) =>
        Promise.resolve(caseId === ids[1] ? err({ kind: "missing" }) : ok({ name: `${caseId}.zip`, blob: new Blob() })),
    });
    selection.set(ids);
    await shown("[data-bulk]");
    const archive = [...document.querySelectorAll<HTMLElement>("[data-bulk] button")].find((button) =>
      button.textContent.includes("下载存档"),
    );
    archive?.click();
    await expect.poll(() => toasts.length).toBe(1);
    expect(downloads.length).toBe(2);
    expect(toasts[0]?.text).toContain("已导出 2 件");
    expect(toasts[0]?.text).toContain(many[1]?.title);
  });

  test("[UI] deleting waits: the cards go at once, undoing brings them back, and nothing was deleted", async () => {
    let removed = 0;
    const { toasts, services } = await mount({ rows: many });
    Object.assign(services.cases, {
      remove: () => {
        removed += 1;
        return Promise.resolve(true);
      },
    });
    selection.set([id(ids[0] ?? "")]);
    await shown("[data-bulk]");
    const remove = [...document.querySelectorAll<HTMLElement>("[data-bulk] button")].find((button) =>
      button.textContent.includes("删除"),
    );
    remove?.click();
    await press("[data-remove-cases]");
    await expect.poll(() => document.querySelectorAll("[data-lane]").length).toBe(2);
    toasts.at(-1)?.action?.run();
    await expect.poll(() => document.querySelectorAll("[data-lane]").length).toBe(3);
    expect(removed).toBe(0);
  });
});

describe("the windows", () => {
  for (const lang of ["zh-CN", "en"] as const)
    test(`[A6] axe finds nothing in any of them (${lang})`, async () => {
      const of = membership(application);
      const { setLang, wb } = await mount({ lives: [of.live] });
      setLang(lang);
      const { caseId } = of.live;
      const check = async (command: string, arg: unknown, there: string): Promise<void> => {
        void wb.exec(command, arg);
        await shown(there);
        const { violations } = await axe.run(document.body);
        expect(violations.map((found) => `${found.id}: ${found.nodes[0]?.html ?? ""}`)).toEqual([]);
        await userEvent.keyboard("{Escape}");
        await noWindow();
      };
      await check("board.move", { caseId }, "[data-move-to]");
      await check("board.move", { caseId, to: "first" }, "[data-record-step]");
      await check("board.move", { caseId, to: "prepare" }, "[data-take-back]");
      await check("board.snooze", { caseId }, "[data-wake]");
      await check("board.remove", { caseId }, "[data-remove-cases]");
    });
});

/** Today in a real browser: what stands where, keys, what was put off, and that the focus is never lost. */
import { addHours, type Id, type Instant } from "@recourse/core";
import axe from "axe-core";
import { createSignal } from "solid-js";
import { afterEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import type { BoardRow, RowClock } from "../../live/board-row.ts";
import { rowFixture } from "../../live/row.fixture.ts";
import { FIXTURE_NOW } from "../../parts/memory-case.fixture.ts";
import { mountCards, type Mounted, type MountOptions } from "../board/board.fixture.tsx";

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});

const mount = async (rows: readonly BoardRow[], more: MountOptions = {}): Promise<Mounted> => {
  mounted = await mountCards(async () => ({ default: (await import("./TodayView.tsx")).TodayView }), "today", {
    rows,
    ...more,
  });
  await expect.poll(() => document.querySelector("[data-card]"), { timeout: 20_000 }).not.toBeNull();
  return mounted;
};

const clock = (hours: number, owner: RowClock["owner"]): RowClock => ({
  due: addHours(FIXTURE_NOW, hours),
  basis: owner === "mine" ? "law" : "person",
  owner,
  passed: hours < 0,
  counts: true,
  provisional: false,
  rule: "pay.statute",
});

/** What was put off, as a signal, with what the screen asked for. */
function sleeping(...caseIds: readonly Id[]) {
  const [asleep, setAsleep] = createSignal<ReadonlySet<string>>(new Set(caseIds));
  const asked: (readonly [readonly Id[], Instant | undefined])[] = [];
  return {
    asked,
    snoozes: {
      asleep,
      until: (caseId: string) => (asleep().has(caseId) ? addHours(FIXTURE_NOW, 25) : undefined),
      put: (ids: readonly Id[], until: Instant | undefined) => {
        asked.push([ids, until]);
        const before = asleep();
        const rest = [...before].filter((each) => !ids.some((own) => own === each));
        setAsleep(new Set(until === undefined ? rest : [...before, ...ids]));
        return Promise.resolve(() => void setAsleep(before));
      },
    },
  };
}

const focused = (): string | undefined =>
  document.activeElement instanceof HTMLElement ? document.activeElement.dataset["card"] : undefined;
const idOf = (n: number): Id => rowFixture(n).caseId;
const cardsIn = (name: string): readonly (string | null)[] =>
  [...document.querySelectorAll(`section[aria-label="${name}"] [data-card]`)].map((card) =>
    card.getAttribute("data-card"),
  );

const four = [
  rowFixture(1, { clock: clock(5, "mine") }),
  rowFixture(2, { clock: clock(2, "mine") }),
  rowFixture(3, { round: "apply", turn: "theirs", clock: clock(30, "theirs") }),
  rowFixture(4, { round: "third", turn: "authority", dates: [clock(48, "mine")] }),
];

describe("Today", () => {
  test("[E5] mine, theirs, coming up; what ends sooner first; a case with a date of ours stands in both", async () => {
    await mount(four);
    expect(cardsIn("该我了")).toEqual([idOf(2), idOf(1)]);
    expect(cardsIn("等对方")).toEqual([idOf(3), idOf(4)]);
    expect(cardsIn("即将到来")).toEqual([idOf(4)]);
  });

  test("[G3] what is to be read first stands above everything, whoever's turn it is", async () => {
    await mount([
      ...four,
      rowFixture(5, { turn: "theirs", safety: [{ code: "G3.account", severity: "stop", open: 2 }] }),
    ]);
    const [first] = document.querySelectorAll("[data-card]");
    expect(first?.getAttribute("data-card")).toBe(idOf(5));
    expect(first?.closest("section")?.getAttribute("aria-label")).toBe("先看这个");
  });

  test("[A6] J, K and arrows go through all lists, Space looks, Enter opens", async () => {
    const { executed, said } = await mount(four);
    document.querySelector<HTMLElement>("[data-card]")?.focus();
    await userEvent.keyboard("jj");
    expect(focused()).toBe(idOf(3));
    await userEvent.keyboard("k{ArrowUp}{ArrowUp}");
    expect(focused()).toBe(idOf(2));
    await userEvent.keyboard(" ");
    await expect.poll(() => document.querySelector("[popover]:popover-open")?.textContent).toContain("案件 2");
    expect(said.at(-1)).toContain("案件 2");
    expect(focused()).toBe(idOf(2));
    await userEvent.keyboard("{Escape}");
    expect(document.querySelector("[popover]:popover-open")).toBeNull();
    await userEvent.keyboard("{Enter}");
    expect(executed).toEqual([{ command: "case.open", arg: { caseId: idOf(2) } }]);
  });

  test("[UI] a case put off leaves the lists and the focus goes to the next card; waking brings it back", async () => {
    const { asked, snoozes } = sleeping();
    const { toasts } = await mount(four, { more: { snoozes } });
    document.querySelector<HTMLElement>("[data-card]")?.focus();
    await userEvent.keyboard("s");
    await expect.poll(() => document.querySelector("[data-wake=tomorrow]")).not.toBeNull();
    document.querySelector<HTMLElement>("[data-wake=tomorrow]")?.click();
    await expect.poll(() => cardsIn("该我了")).toEqual([idOf(1)]);
    expect(asked.map(([ids]) => ids)).toEqual([[idOf(2)]]);
    await expect.poll(focused).toBe(idOf(1));
    toasts.at(-1)?.action?.run();
    await expect.poll(() => cardsIn("该我了")).toEqual([idOf(2), idOf(1)]);
  });

  test("[UI] what was put off stands folded at the end, and is woken there", async () => {
    const { snoozes } = sleeping(idOf(1));
    await mount(four, { more: { snoozes } });
    expect(cardsIn("该我了")).toEqual([idOf(2)]);
    const folded = document.querySelector("details");
    expect(folded?.querySelector("summary")?.textContent).toBe("先放着的 1 件");
    folded?.querySelector("summary")?.click();
    await expect.poll(() => folded?.querySelector("[data-card]")?.checkVisibility()).toBe(true);
    const wake = [...(folded?.querySelectorAll<HTMLElement>("button") ?? [])].at(-1);
    wake?.focus();
    wake?.click();
    await expect.poll(() => cardsIn("该我了")).toEqual([idOf(2), idOf(1)]);
    // The button is gone with its card: the same case has the focus where it stands now.
    await expect.poll(focused).toBe(idOf(1));
  });

  test("[A6] a remote edit that takes the card in use away leaves the focus on a card", async () => {
    const { drop } = await mount(four);
    document.querySelector<HTMLElement>("[data-card]")?.focus();
    expect(focused()).toBe(idOf(2));
    drop(rowFixture(2));
    await expect.poll(focused).toBe(idOf(1));
  });

  test("[P3] in discreet mode no amount is shown", async () => {
    await mount(four, {
      more: {
        discreet: {
          on: () => true,
          set: () => undefined,
          locked: () => false,
          lock: () => undefined,
          unlock: () => undefined,
        },
      },
    });
    expect(document.body.textContent).not.toContain("228");
  });

  for (const lang of ["zh-CN", "en"] as const)
    test(`[A6] axe finds nothing, with every section there (${lang})`, async () => {
      const { snoozes } = sleeping(idOf(1));
      const { setLang } = await mount(
        [...four, rowFixture(5, { safety: [{ code: "G3.account", severity: "warn", open: 2 }] })],
        { more: { snoozes } },
      );
      setLang(lang);
      document.querySelector("details")?.setAttribute("open", "");
      document.querySelector<HTMLElement>("[data-card]")?.focus();
      await userEvent.keyboard(" ");
      await expect.poll(() => document.querySelector("[popover]:popover-open")).not.toBeNull();
      const { violations } = await axe.run(document.body);
      expect(violations.map((found) => `${found.id}: ${found.nodes[0]?.html ?? ""}`)).toEqual([]);
    });
});

/** Reminders: asked for by a press, once each, and never saying what it is about. */
import { instant, type Instant } from "@recourse/core";
import { createRoot, createSignal } from "solid-js";
import { describe, expect, test } from "vitest";
import type { RowClock } from "../live/board-row.ts";
import { createRowBook } from "../live/row-book.ts";
import { rowFixture } from "../live/row.fixture.ts";
import { createReminders, type Notice } from "./reminders.ts";

const at = (text: string): Instant => instant(`2026-11-${text}:00+08:00`);
const clock = (due: string, owner: RowClock["owner"]): RowClock => ({
  due: at(due),
  basis: "person",
  owner,
  passed: false,
  counts: true,
  provisional: false,
  rule: "demand-period",
});

function setUp(permission: NotificationPermission | undefined, kept: Readonly<Record<string, string>> = {}) {
  const all = new Map(Object.entries(kept));
  const shown: Notice[] = [];
  const asked: string[] = [];
  const opened: string[] = [];
  let allowed = permission;
  const [now, setNow] = createSignal(at("22T12:00"));
  const [asleep, setAsleep] = createSignal<ReadonlySet<string>>(new Set());
  const [discreet, setDiscreet] = createSignal(false);
  const [known, setKnown] = createSignal(false);
  const book = createRowBook();
  const { reminders, end } = createRoot((dispose) => ({
    reminders: createReminders({
      notices: {
        permission: () => allowed,
        ask: () => {
          asked.push("asked");
          allowed = "granted";
          return Promise.resolve("granted");
        },
        show: (notice) => void shown.push(notice),
      },
      comforts: {
        read: (name) => all.get(name),
        keep: (name, value) => void (value === undefined ? all.delete(name) : all.set(name, value)),
      },
      now,
      book,
      known,
      asleep,
      discreet,
      word: (code) => code,
      open: (caseId) => void opened.push(caseId),
    }),
    end: dispose,
  }));
  return { reminders, book, setNow, setAsleep, setDiscreet, setKnown, shown, asked, opened, all, end };
}

const put = (book: ReturnType<typeof createRowBook>, row: ReturnType<typeof rowFixture>): void =>
  book.put([[row.caseId, row]]);

describe("reminders", () => {
  test("[P3] nothing is asked by itself; a press asks once and remembers", async () => {
    const { reminders, asked, all, end } = setUp("default");
    expect(reminders.state()).toBe("off");
    expect(asked).toEqual([]);
    expect(await reminders.enable()).toBe("on");
    expect(asked).toEqual(["asked"]);
    expect(all.get("reminders")).toBe("on");
    reminders.disable();
    expect(reminders.state()).toBe("off");
    end();
  });
  test("[P3] refused and unsupported are said as such", () => {
    const refused = setUp("denied", { reminders: "on" });
    expect(refused.reminders.state()).toBe("refused");
    refused.end();
    const none = setUp(undefined, { reminders: "on" });
    expect(none.reminders.state()).toBe("unsupported");
    none.end();
  });
  test("[K7] a date of ours a day ahead, and a time of theirs that ran out, are told once; what was due at the start is on the screen", () => {
    const { book, setKnown, setNow, shown, opened, end } = setUp("granted", { reminders: "on" });
    put(book, rowFixture(1, { dates: [clock("22T18:00", "mine")] }));
    setKnown(true);
    expect(shown).toEqual([]);
    put(book, rowFixture(2, { dates: [clock("23T18:00", "mine")] }));
    put(book, rowFixture(3, { turn: "theirs", clock: clock("23T12:00", "theirs") }));
    // 18:00 of the 23rd is more than a day ahead at noon, and not at 18:00 of the 22nd.
    setNow(at("22T17:59"));
    expect(shown).toEqual([]);
    setNow(at("22T18:00"));
    expect(shown.map(({ tag }) => tag)).toEqual(["due"]);
    shown[0]?.pressed();
    expect(opened).toEqual([rowFixture(2).caseId]);
    setNow(at("22T18:30"));
    expect(shown).toHaveLength(1);
    setNow(at("23T12:01"));
    expect(shown).toHaveLength(2);
    end();
  });
  test("[P3] a notice names no case, no other side and no amount; in discreet mode not the app either", () => {
    const { book, setKnown, setNow, setDiscreet, shown, end } = setUp("granted", { reminders: "on" });
    setKnown(true);
    put(book, rowFixture(1, { title: "视频会员年卡", dates: [clock("23T13:00", "mine")] }));
    setNow(at("22T13:00"));
    expect(shown[0]).toMatchObject({ title: "screen.remind.title", text: "screen.remind.due", bare: false });
    setDiscreet(true);
    put(book, rowFixture(2, { dates: [clock("23T14:00", "mine")] }));
    setNow(at("22T14:00"));
    expect(shown[1]).toMatchObject({ title: "screen.remind.title.discreet", text: "screen.remind.due", bare: true });
    end();
  });
  test("[UI] what was put off is told when it wakes, and not while it sleeps", () => {
    const row = rowFixture(1, { dates: [clock("22T18:00", "mine")] });
    const { book, setKnown, setAsleep, setNow, shown, end } = setUp("granted", { reminders: "on" });
    setKnown(true);
    setAsleep(new Set([row.caseId]));
    put(book, row);
    setNow(at("22T13:00"));
    expect(shown).toEqual([]);
    setAsleep(new Set<string>());
    expect(shown.map(({ tag }) => tag)).toContain("woke");
    end();
  });
});

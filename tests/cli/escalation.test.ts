/**
 * Clocks, doors and letters of the later rounds at the command line.
 */
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CASE, openDesk, type Desk } from "./program.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface ClockJson {
  readonly due: string;
  readonly provisional: boolean;
  readonly basis: readonly string[];
}
interface DeadlineJson extends ClockJson {
  readonly rule: string;
  readonly owner: string;
  readonly title: string;
  readonly consequence: string;
}
interface ChannelJson {
  readonly id: string;
  readonly allowed: boolean;
  readonly blockedBy: readonly string[];
  readonly missing: readonly { readonly field: string; readonly text: string }[];
  readonly closes: readonly { readonly channel: string; readonly basis: readonly string[] }[];
}

let desk: Desk;
const AT = "2026-11-22T12:00:00+08:00";
beforeAll(async () => {
  desk = await openDesk();
  await desk.done(
    "new",
    CASE,
    "--title=年卡会员",
    "--category=membership",
    "--respondent=某影视有限公司",
    "--order=M-1",
    "--paid=299",
    "--ordered-at=2026-11-01T10:00:00+08:00",
    "--purpose=life",
  );
});
afterAll(() => desk.close());

const event = (type: string, at: string, data: Readonly<Record<string, unknown>> = {}): Promise<string> =>
  desk.done("event", CASE, type, "--at", at, "--data", JSON.stringify(data));
const channels = async (): Promise<readonly ChannelJson[]> =>
  JSON.parse(await desk.done("channels", CASE, "--now", AT, "--json"));
const door = async (id: string): Promise<ChannelJson> => {
  const found = (await channels()).find((c) => c.id === id);
  if (!found) throw new Error(`no channel ${id}`);
  return found;
};

describe("[K1] recourse clock", () => {
  const clock = async (rule: string, from: string) => {
    const { code, out, err } = await desk.recourse("clock", rule, "--from", from, "--json");
    return { code, err, answer: out === "" ? undefined : (JSON.parse(out) as ClockJson) };
  };

  it("[K3] seven working days over the National Day holiday: 28 Sep 2026 → 13 Oct", async () => {
    // 29, 30 Sep; 1–7 Oct are holidays; 8, 9; the 10th is a make-up Saturday, the 11th Sunday; 12, 13: 29·30·8·9·10·12·13 = 7.
    expect((await clock("samr-accept", "2026-09-28")).answer).toEqual(
      expect.objectContaining({
        due: "2026-10-13",
        provisional: false,
        basis: ["samr-121-15", "crpl-reg-46", "crpl-46"],
      }),
    );
  });

  it("[K2] three years end on the corresponding day; past the covered years the day is provisional", async () => {
    const { answer } = await clock("limitation", "2024-11-22");
    // 22 Nov 2027 is a Monday; nobody knows yet which days of 2027 are holidays.
    expect([answer?.due, answer?.provisional, answer?.basis]).toEqual(["2027-11-22", true, ["cc-188"]]);
  });

  it("[L5] a rule that no longer stood on the day, and a time the law leaves to people, are answered no", async () => {
    expect(await clock("samr-mediation-old", "2026-04-15")).toMatchObject({ code: 1, answer: undefined });
    expect((await clock("samr-mediation-old", "2026-04-14")).code).toBe(0);
    expect((await clock("demand-period", "2026-11-22")).err).toContain("24、72、168");
  });

  it("[K1] a rule that is none, and a day that is none, are wrong uses", async () => {
    expect([(await clock("samr-nothing", "2026-11-22")).code, (await clock("limitation", "soon")).code]).toEqual([
      2, 2,
    ]);
  });
});

describe("[X10] recourse channels", () => {
  it("[X9] 12315 names the fields that are missing", async () => {
    const { allowed, missing, closes } = await door("samr_complaint");
    expect(allowed).toBe(true);
    expect(missing.map((m) => m.field)).toEqual(expect.arrayContaining(["party.respondent.address"]));
    expect(closes).toEqual([
      expect.objectContaining({ channel: "samr_complaint", basis: ["samr-121-16", "samr-121-23"] }),
    ]);
  });

  it("[X10] a post on a complaint site closes nothing; the association's acceptance closes 12315 with samr-121-16", async () => {
    await event("filing.submitted", "2026-11-20", { channel: "public_heimao" });
    await event("filing.accepted", "2026-11-20", { channel: "public_heimao" });
    expect((await door("samr_complaint")).allowed).toBe(true);
    await event("filing.submitted", "2026-11-21", { channel: "consumer_association" });
    await event("filing.accepted", "2026-11-21", { channel: "consumer_association" });
    expect(await door("samr_complaint")).toMatchObject({ allowed: false });
    expect((await door("samr_complaint")).blockedBy).toContain("samr-121-16");
  });
});

describe("[K4] recourse deadlines", () => {
  it("[K7] owner, basis and consequence; the chat's 24 hours from 22:30 end at 22:30", async () => {
    await event("demand.sent", "2026-11-21T22:30:00+08:00", {
      channel: "platform_phone",
      letter: "reminder1",
      periodHours: 24,
    });
    const list: readonly DeadlineJson[] = JSON.parse(await desk.done("deadlines", CASE, "--now", AT, "--json"));
    // 22:30 in Shanghai is 14:30 UTC.
    expect(list.find((d) => d.rule === "demand-period")).toMatchObject({
      due: "2026-11-22T14:30:00.000Z",
      owner: "theirs",
      basis: ["person"],
    });
    for (const d of list) expect([d.title, d.consequence].every((text) => text.length > 0)).toBe(true);
  });

  it("[K5] the calendar file holds one event a deadline, under titles that name nobody", async () => {
    const list: readonly DeadlineJson[] = JSON.parse(
      await desk.done("deadlines", CASE, "--now", AT, "--json", "--ics", "case.ics"),
    );
    const calendar = await readFile(desk.at("case.ics"), "utf8");
    expect(calendar.startsWith("BEGIN:VCALENDAR\r\n")).toBe(true);
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(list.length);
    expect(calendar).toContain("DTSTART:20261122T143000Z");
    for (const name of ["某影视", "299", "12315", "年卡"]) expect(calendar).not.toContain(name);
  });
});

describe("[A2] recourse draft", () => {
  it("[X4] every kind is known; one that does not fit the case says why", async () => {
    const reminder = await desk.recourse("draft", CASE, "reminder1");
    expect(reminder.out).toContain("M-1");
    const post = await desk.recourse("draft", CASE, "nothing");
    expect([post.code, post.err]).toEqual([2, expect.stringContaining("nothing")]);
  });
});

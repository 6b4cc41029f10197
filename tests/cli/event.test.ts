/**
 * Saying from the command line that something happened: only what has happened, and a mistake is taken back by saying so.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CASE, guideOrder, openDesk, type Desk } from "./program.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.done("new", CASE, ...guideOrder);
});
afterAll(() => desk.close());

const SENT = ["application.submitted", "--at", "2024-05-04T10:00:00+08:00"] as const;
const event = (...args: readonly string[]) => desk.recourse("event", CASE, ...args);

describe("[X1] recourse event", () => {
  it("[X1] an application with my 72 hours: round and clock follow, 4 May 10:00 + 72 h = 7 May 10:00", async () => {
    const { code, out } = await event(...SENT, "--data", '{"channel":"platform_form","periodHours":72}');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { type: "application.submitted", at: "2024-05-04T02:00:00.000Z", data: { periodHours: 72 } },
    ]);
    const after = await desk.assess("2024-05-05T12:00:00+08:00");
    expect([after.round, after.turn]).toEqual(["apply", "theirs"]);
    expect(after.deadlines.find((d) => d.basis[0] === "person")?.due).toBe("2024-05-07T02:00:00.000Z");
  });

  it("[X1] where only the day is known the day is stored, not a midnight made up", async () => {
    const { out } = await event("reply.received", "--at", "2024-05-05", "--data", '{"as":"vague"}');
    expect(JSON.parse(out)).toMatchObject([{ at: "2024-05-05" }]);
  });

  it("[X1] what has not happened yet is refused, and nothing is written", async () => {
    const before = await desk.caseFile();
    const { code, err } = await event("reply.received", "--at", "2999-01-01", "--data", '{"as":"agreed"}');
    expect(code).toBe(2);
    expect(err).toContain("还没到");
    expect(await desk.caseFile()).toEqual(before);
  });

  it("[X1] a mistake is taken back by its id; taking back what is not there is refused by name", async () => {
    const sent = Object.entries((await desk.caseFile()).records["event"] ?? {}).find(
      ([, e]) => e["type"] === "application.submitted",
    );
    const back = await event("event.retracted", "--at", "2024-05-06", "--data", JSON.stringify({ of: sent?.[0] }));
    expect(back.code).toBe(0);
    expect((await desk.assess(new Date().toISOString())).round).toBe("prepare");
    const none = await event("event.retracted", "--at", "2024-05-06", "--data", '{"of":"01HZZZZZZZZZZZZZZZZZZZZZZZ"}');
    expect([none.code, none.err.includes("event/01HZZZZZZZZZZZZZZZZZZZZZZZ")]).toEqual([2, true]);
  });

  it("[X1] a wrong use names what is wrong", async () => {
    expect((await event("reply.received")).err).toContain("--at");
    expect((await event(...SENT, "--data", "{no")).err).toContain("--data");
    expect((await event("reply.received", "--at", "gestern")).err).toContain("gestern");
  });
});

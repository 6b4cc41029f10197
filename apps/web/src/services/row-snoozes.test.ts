/** What was put off sleeps until its moment and wakes by itself. */
import { id, instant, type Id, type Instant } from "@recourse/core";
import { createRoot, createSignal } from "solid-js";
import { describe, expect, test } from "vitest";
import type { Clock } from "./clock.ts";
import type { Comforts } from "./comforts.ts";
import { createSnoozes, snoozesIn, type SnoozeMap } from "./row-snoozes.ts";

const CASE: Id = id("01M81G67ZJSZCNEJNY00000001");
const OTHER: Id = id("01M81G67ZJSZCNEJNY00000002");
const at = (time: string): Instant => instant(`2026-11-22T${time}:00+08:00`);

function setUp(kept: Readonly<Record<string, string>> = {}) {
  const all = new Map(Object.entries(kept));
  const comforts: Comforts = {
    read: (name) => all.get(name),
    keep: (name, value) => void (value === undefined ? all.delete(name) : all.set(name, value)),
  };
  const [now, setNow] = createSignal(at("12:00"));
  const [workspace, setWorkspace] = createSignal<SnoozeMap>();
  const turns = new Map<string, Instant | undefined>();
  const clock: Clock = { now, read: now, turnsAt: (who, when) => void turns.set(who, when) };
  const { snoozes, end } = createRoot((dispose) => ({
    snoozes: createSnoozes({ comforts, clock, kept: workspace, write: () => Promise.resolve(undefined) }),
    end: dispose,
  }));
  return { snoozes, setNow, setWorkspace, turns, all, end };
}

describe("snoozes", () => {
  test("[UI] asleep until the moment, awake from it on; the clock is told when that is", () => {
    const { snoozes, setNow, setWorkspace, turns, end } = setUp();
    setWorkspace({ [CASE]: at("15:00"), [OTHER]: at("13:00") });
    expect([...snoozes.asleep()].toSorted()).toEqual([CASE, OTHER]);
    expect(snoozes.until(CASE)).toBe(at("15:00"));
    // The sooner of the two is what the clock has to tick at.
    expect(turns.get("snoozes")).toBe(at("13:00"));
    setNow(at("13:00"));
    expect([...snoozes.asleep()]).toEqual([CASE]);
    expect(snoozes.until(OTHER)).toBeUndefined();
    expect(turns.get("snoozes")).toBe(at("15:00"));
    setNow(at("15:00"));
    expect(snoozes.asleep().size).toBe(0);
    end();
  });
  test("[UI] before the workspace is read the copy of the last visit counts, afterwards the workspace", () => {
    const { snoozes, setWorkspace, all, end } = setUp({ snoozes: JSON.stringify({ [CASE]: at("15:00") }) });
    expect(snoozes.until(CASE)).toBe(at("15:00"));
    setWorkspace({ [OTHER]: at("16:00"), [CASE]: at("11:00") });
    expect(snoozes.until(CASE)).toBeUndefined();
    // What has woken already is not worth keeping.
    expect(snoozesIn(all.get("snoozes"))).toEqual({ [OTHER]: at("16:00") });
    setWorkspace({});
    expect(all.has("snoozes")).toBe(false);
    end();
  });
  test("[R5] a damaged copy is as if there were none", () => {
    expect(snoozesIn(undefined)).toEqual({});
    expect(snoozesIn("{")).toEqual({});
    expect(snoozesIn(JSON.stringify({ [CASE]: "soon", nobody: at("15:00") }))).toEqual({});
  });
});

import { describe, expect, test } from "vitest";
import { id, instant, ref, sha256, type Id } from "@recourse/core";
import { createMemoryDevice, type MemoryDevice } from "./memory-device.ts";
import { createMemoryExclusive } from "./tabs.ts";
import {
  inboxId,
  meOf,
  openWorkspace,
  setSettings,
  settingsOf,
  snoozedUntil,
  type WorkspaceSession,
} from "./workspace.ts";

const nth = (n: number): Id => id(String(n).padStart(32, "0"));
const exclusive = createMemoryExclusive();
let minted = 0;

async function open(device: MemoryDevice): Promise<WorkspaceSession> {
  const opened = await openWorkspace({ ...device.tab(), exclusive, newId: () => nth(++minted) });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

describe("workspace", () => {
  test("[I3] two tabs that start at once agree on one me, and a later start keeps it", async () => {
    // Messages between the tabs are lost: what counts is the store.
    const device = createMemoryDevice({ deliver: () => undefined });
    const [left, right] = await Promise.all([open(device), open(device)]);
    const me = meOf(left.reader.current());
    expect(me?.name).toBe("");
    expect(meOf(right.reader.current())).toEqual(me);
    await Promise.all([left.catchUp(), right.catchUp()]);
    for (const tab of [left, right]) expect(Object.keys(tab.reader.current().live.me)).toHaveLength(1);
    expect(meOf((await open(device)).reader.current())?.id).toBe(me?.id);
  });

  test("[R7] settings merge per field and keep what a newer app has set", async () => {
    const device = createMemoryDevice();
    const session = await open(device);
    expect(settingsOf(session.reader.current())).toBeUndefined();
    session.write(setSettings({ theme: "dark" }));
    session.write([
      ...setSettings({ lang: "en" }),
      { op: "set", kind: "settings", id: nth(0), field: "haptics", value: "soft" },
    ]);
    expect(settingsOf(session.reader.current())).toEqual({ id: nth(0), theme: "dark", lang: "en", haptics: "soft" });
  });

  test("[R7] a case of a category only a newer app knows is foreign, one without a title is broken", async () => {
    const session = await open(createMemoryDevice());
    const createdAt = instant("2024-05-01T02:02:31Z");
    session.write([
      { op: "put", kind: "caseEntry", id: nth(1), value: { title: "会员", category: "membership", createdAt } },
      { op: "put", kind: "caseEntry", id: nth(2), value: { title: "?", category: "holidays", createdAt } },
      { op: "put", kind: "caseEntry", id: nth(3), value: { category: "course", createdAt } },
    ]);
    const { live, foreign, quarantine } = session.reader.current();
    expect([
      Object.keys(live.caseEntry),
      foreign.map((misfit) => misfit.id),
      quarantine.map((misfit) => misfit.id),
    ]).toEqual([[nth(1)], [nth(2)], [nth(3)]]);
  });

  test("[E7] the same file comes into the inbox once", async () => {
    const session = await open(createMemoryDevice());
    const hash = sha256("ab".repeat(32));
    const item = {
      sha256: hash,
      name: "bill.csv",
      size: 10,
      mediaType: "text/csv",
      addedAt: instant("2024-05-01T02:02:31Z"),
      state: "new",
    };
    const put = { op: "put" as const, kind: "inboxItem", id: inboxId(hash), value: item };
    expect(session.write([put]).skipped).toEqual([]);
    expect(session.write([{ ...put, value: { ...item, name: "copy.csv" } }]).skipped).toHaveLength(1);
    expect(Object.values(session.reader.current().live.inboxItem).map((each) => each.name)).toEqual(["bill.csv"]);
  });

  test("[K7] of several snoozes of one thing the latest counts; removing it brings the earlier back", async () => {
    const session = await open(createMemoryDevice());
    const of = ref("case", nth(1));
    const snooze = (n: number, until: string) => ({
      op: "put" as const,
      kind: "snooze",
      id: nth(n),
      value: { ref: of, until: instant(until) },
    });
    session.write([snooze(5, "2024-05-03T00:00:00Z"), snooze(6, "2024-05-02T00:00:00Z")]);
    expect(snoozedUntil(session.reader.current(), of)).toBe("2024-05-03T00:00:00.000Z");
    session.write([{ op: "remove", kind: "snooze", id: nth(5) }]);
    expect(snoozedUntil(session.reader.current(), of)).toBe("2024-05-02T00:00:00.000Z");
    expect(snoozedUntil(session.reader.current(), ref("case", nth(9)))).toBeUndefined();
  });
});

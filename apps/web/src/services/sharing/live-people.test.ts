import { createManualScheduler, createWatched } from "@recourse/sync";
import { deviceId, recordHash, sessionId, type FieldLine, type HistoryLine } from "@recourse/sync/log";
import type { Looks, Present } from "@recourse/sync/wire";
import { createEffect, createRoot } from "solid-js";
import { afterEach, expect, test } from "vitest";
import { createLivePeople } from "./live-people.ts";

const BOB = deviceId("b0".repeat(16));
const ALICE = deviceId("a1".repeat(16));
const NOTE = "note/n1";

const bobAt = (head: number, looks: Partial<Looks> = {}): Present => ({
  device: BOB,
  session: sessionId("b1".repeat(8)),
  own: false,
  // The place itself is found by another part; here it only has to be another object.
  looks: {
    view: "notes",
    focus: NOTE,
    caret: { field: `${NOTE}/text`, anchor: new Uint8Array([head]), head: new Uint8Array([head]) },
    typing: false,
    ...looks,
  },
});
const line = (n: number, device = BOB): FieldLine => ({
  is: "value",
  kind: "note",
  id: "n1",
  field: "text",
  value: n,
  write: undefined,
  device,
  at: n,
  hash: recordHash(String(n).padStart(64, "0")),
  carried: false,
});

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

function setUp(lines: readonly HistoryLine[] = []) {
  const others = createWatched<readonly Present[]>([]);
  const scheduler = createManualScheduler();
  const history = { lines, reads: 0 };
  const names = new Map([[BOB, "bob"]]);
  const people = createLivePeople({
    me: ALICE,
    names,
    scheduler,
    history: () => {
      history.reads++;
      return history.lines;
    },
    presence: {
      others,
      attends: () => undefined,
      carets: (field, called) =>
        others.get().flatMap(({ session, device, looks }) => {
          const head = looks.caret?.field === field ? looks.caret.head[0] : undefined;
          if (head === undefined) return [];
          return [{ session, device, name: called.get(device), anchor: head, head, isTyping: looks.typing }];
        }),
    },
  });
  ends.push(people.dispose);
  /** How often what a screen reads has woken it. */
  const wakes = (read: () => unknown): (() => number) => {
    let count = -1;
    createRoot((dispose) => {
      ends.push(dispose);
      createEffect(() => {
        read();
        count++;
      });
    });
    return () => count;
  };
  return { people, others, scheduler, history, names, wakes };
}

test("[FR5] a caret that moves wakes those who draw carets, and not those who say who is there", () => {
  const { people, others, wakes, history } = setUp();
  const [present, carets] = [wakes(people.present), wakes(() => people.carets(`${NOTE}/text`))];
  others.set([bobAt(1)]);
  expect([present(), carets()]).toEqual([1, 1]);
  for (const head of [2, 3, 4]) others.set([bobAt(head)]);
  expect([present(), carets()]).toEqual([1, 4]);
  expect(people.carets(`${NOTE}/text`)).toMatchObject([{ name: "bob", head: 4 }]);
  others.set([bobAt(4, { typing: true })]);
  expect(present()).toBe(2);
  expect(history.reads).toBe(0);
});

test("[FR5] a name that is learned later is said then", () => {
  const { people, others, names } = setUp();
  names.delete(BOB);
  others.set([bobAt(1)]);
  expect(people.present()).toEqual([{ device: BOB, name: undefined, view: "notes", focus: NOTE, isTyping: false }]);
  names.set(BOB, "bob");
  people.lookAgain();
  expect(people.present()[0]?.name).toBe("bob");
});

test("[CO2] the log is read for last changes when somebody asks, once, and after the screen is drawn", () => {
  const { people, scheduler, history, wakes } = setUp([line(1), line(2)]);
  const asked = wakes(() => people.lastChange("note", "n1"));
  wakes(() => people.lastChange("note", "n2"));
  expect([history.reads, people.lastChange("note", "n1")]).toEqual([0, undefined]);
  scheduler.advance(100);
  expect(people.lastChange("note", "n1")).toMatchObject({ name: "bob", isMe: false, at: "1970-01-01T00:00:00.002Z" });
  expect(asked()).toBe(1);
  history.lines = [...history.lines, line(3, ALICE)];
  people.lookAgain();
  expect(people.lastChange("note", "n1")).toMatchObject({ isMe: true });
});

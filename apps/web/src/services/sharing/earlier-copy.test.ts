/** When a copy of before is said to be here. The way of its file is in the journey. */
import { id } from "@recourse/core";
import {
  caseDocName,
  createManualScheduler,
  createMemoryTabs,
  createMemoryUpdateStore,
  type SessionPorts,
} from "@recourse/sync";
import type { LogSession } from "@recourse/sync/log";
import { expect, test } from "vitest";
import { hasEarlier } from "./earlier-copy.ts";

const CASE = id("01M81G67ZJSZCNEJNY00000001");
const [ALICE, BOB] = ["a1".repeat(16), "b0".repeat(16)] as const;
/** A log that alice founded: of it only that is looked at. */
const log = { index: { all: () => [{ record: { head: { device: ALICE } } }] } } as unknown as LogSession["log"];

async function device(rows: boolean): Promise<SessionPorts> {
  const store = createMemoryUpdateStore(undefined, true);
  if (rows) await store.append(caseDocName(CASE), [Uint8Array.of(0, 0)], "update");
  return {
    store,
    cache: { load: async () => undefined, save: async () => undefined, sweep: async () => undefined },
    tabs: createMemoryTabs().join(),
    wake: () => () => undefined,
    scheduler: createManualScheduler(),
    mint: () => "1",
  };
}

test("[R8] whoever joined and had rows of the case before has another copy; without rows there is none", async () => {
  expect(await hasEarlier(await device(true), CASE, log, BOB)).toBe(true);
  expect(await hasEarlier(await device(false), CASE, log, BOB)).toBe(false);
});

test("[R8, ME5] whoever founded the log has none: rows that a killed run left are in the log already", async () => {
  expect(await hasEarlier(await device(true), CASE, log, ALICE)).toBe(false);
});

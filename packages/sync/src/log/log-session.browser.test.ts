/** A shared case in a real browser: real keys, ciphers, IndexedDB and locks. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { emptyCase, id, toCaseFile } from "@recourse/core";
import { createDoc } from "../layout.ts";
import { browserScheduler } from "../scheduler.ts";
import { carryOver } from "./carry-over.ts";
import { openCasebox } from "./casebox-database.ts";
import { deviceKeysOf } from "./device-keys.ts";
import { createIndexedDbLogStore } from "./indexeddb-log-store.ts";
import { openLogSession } from "./log-session.ts";
import { createSealer } from "./sealer.ts";
import { createIndexedDbSeedStore, deviceKeys } from "./seed-store.ts";
import { browserSessionLock } from "./session-lock.ts";

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
function value<T, E>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

test("[LO1, I6, R8] carried over, edited, sealed within a second, closed and opened again: the same case, nothing pending", async () => {
  const database = openCasebox(`casebox-${crypto.randomUUID()}`);
  const store = createIndexedDbLogStore(database, { ballastBytes: 0 });
  const device = value(await deviceKeys(createIndexedDbSeedStore(database), random));
  const recovery = await deviceKeysOf(random(32));
  const ports = { device, sealer: createSealer(), random, now: () => Date.now(), store };
  const note = id("00000000000000000000000000000001");
  const file = {
    ...toCaseFile(emptyCase(id("00000000000000000000000000000000")), []),
    records: { note: { [note]: { text: "你好" } } },
  };
  const { caseId } = value(await carryOver(ports, file, recovery));
  const session = { ...ports, caseId, scheduler: browserScheduler(), locks: browserSessionLock(), createDoc };
  const tab = value(await openLogSession(session));
  const before = tab.log.index.all().length;
  const sealed = new Promise<void>((done) => tab.sealed.subscribe(() => done()));
  const text = tab.doc.get().getMap("note").get(`${note}/text`);
  if (!(text instanceof Y.Text)) throw new Error("no text");
  text.insert(2, "，退款");
  // Without being told: by its own timers.
  await sealed;
  expect(tab.log.index.all().length).toBe(before + 1);
  text.insert(5, "！");
  expect(await tab.close()).toEqual({ ok: true, value: undefined });
  const again = value(await openLogSession(session));
  expect(again.finished).toEqual([]);
  expect(again.doc.get().getMap("note").toJSON()[`${note}/text`]).toBe("你好，退款！");
  expect(value(await store.outbox(caseId)).length).toBe(before + 2);
  await again.close();
  await store.close();
  indexedDB.deleteDatabase(database.name);
});

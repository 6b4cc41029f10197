/** The register in a real browser's IndexedDB. */
import { afterEach, describe, expect, test } from "vitest";
import { id } from "@recourse/core";
import { openCasebox, type CaseboxDatabase } from "./casebox-database.ts";
import { caseRegisterContract } from "./case-register.contract.ts";
import { createIndexedDbCaseRegister } from "./case-register.ts";
import { logCaseId } from "./log-ids.ts";

let databases: CaseboxDatabase[] = [];
const opened = (name: string): CaseboxDatabase => {
  const database = openCasebox(name);
  databases.push(database);
  return database;
};
afterEach(async () => {
  const names = new Set(databases.map(({ name }) => name));
  for (const database of databases) await database.close();
  databases = [];
  for (const name of names) indexedDB.deleteDatabase(name);
});

describe("register in IndexedDB", () => {
  caseRegisterContract(async () => {
    const name = `casebox-${crypto.randomUUID()}`;
    return { here: createIndexedDbCaseRegister(opened(name)), there: createIndexedDbCaseRegister(opened(name)) };
  });

  test("[R5] an entry that cannot be read is as if it were not there; the others are", async () => {
    const database = opened(`casebox-${crypto.randomUUID()}`);
    const register = createIndexedDbCaseRegister(database);
    const log = logCaseId("1".repeat(32));
    await register.put({ log, caseId: id("01M81G67ZJSZCNEJNY00000001") });
    await database.run((open) => open.put("cases", { log: "torn" }, "torn"));
    const all = await register.all();
    expect(all.ok && all.value.map((entry) => entry.log)).toEqual([log]);
  });
});

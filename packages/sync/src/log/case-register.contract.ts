/** What every CaseRegister keeps. */
import { expect, test } from "vitest";
import { id } from "@recourse/core";
import type { CaseRegister } from "./case-register.ts";
import { deviceId, logCaseId, recordHash } from "./log-ids.ts";

const CASE = id("01M81G67ZJSZCNEJNY00000001");
const ONE = logCaseId("1".repeat(32));
const TWO = logCaseId("2".repeat(32));

/** `open`: two tabs on one register. */
export function caseRegisterContract(
  open: () => Promise<{ readonly here: CaseRegister; readonly there: CaseRegister }>,
): void {
  const all = async (of: CaseRegister) => {
    const read = await of.all();
    return read.ok ? read.value.toSorted((a, b) => (a.log < b.log ? -1 : 1)) : read.error;
  };

  test("[LO1] what one tab registers the other one reads, and what it takes out is gone", async () => {
    const { here, there } = await open();
    expect(await all(here)).toEqual([]);
    await here.put({ log: ONE, caseId: CASE });
    await here.put({ log: TWO, caseId: undefined });
    expect((await all(there)) as unknown).toMatchObject([{ log: ONE, caseId: CASE }, { log: TWO }]);
    await there.remove(ONE);
    expect((await all(here)) as unknown).toMatchObject([{ log: TWO }]);
  });

  test("[JO4, I12] what a joiner was told and what the relay held come back as they were; the last word counts", async () => {
    const { here, there } = await open();
    const toConfirm = { owner: deviceId("a".repeat(32)), admit: recordHash("b".repeat(64)) };
    await here.put({ log: ONE, caseId: undefined, toConfirm });
    expect(await all(there)).toEqual([{ log: ONE, caseId: undefined, toConfirm }]);
    const known = { relay: "c".repeat(32), marks: { ["d".repeat(48)]: 7 } };
    await here.put({ log: ONE, caseId: CASE, known });
    expect(await all(there)).toEqual([{ log: ONE, caseId: CASE, known }]);
  });
}

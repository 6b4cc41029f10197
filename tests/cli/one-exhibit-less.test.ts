/**
 * E6 through the real program: taking one exhibit away reopens exactly what it carried, and bringing it back closes it again.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CHAT, closedCase, exhibitOf, groundOf, open, PAID, PROMISE_PAGE, RULES_PAGE, SERIES } from "./guide-case.ts";
import { openDesk, type AssessmentJson, type Desk } from "./program.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: Desk;
let clause: string;
let before: AssessmentJson;
beforeAll(async () => {
  desk = await openDesk();
  clause = `clause/${await closedCase(desk)}`;
  before = await desk.assess();
});
afterAll(() => desk.close());

/** The promise of 2 hours is a ground of its own; it needs no rule of theirs. */
const promise = (a: AssessmentJson): string => a.grounds.find((g) => g.source.type === "promise")?.id ?? "";
const reopened = (a: AssessmentJson, id: string): readonly string[] => Object.keys(open(groundOf(a, id)));

/** What each exhibit carries: on the ground of the clause, and on that of the promise. */
const carries = [
  // The bill shows order number and payment, the payee, and the amount.
  {
    file: PAID,
    clause: ["order_exists weak", "respondent_identity weak", "amount weak"],
    promise: ["order_exists weak", "respondent_identity weak", "amount weak"],
  },
  { file: SERIES, clause: ["breach none"], promise: ["breach none"] },
  { file: PROMISE_PAGE, clause: ["order_exists weak"], promise: ["order_exists weak"] },
  // The readings still stand, but the term is no longer captured; the promise needs no term.
  { file: RULES_PAGE, clause: ["breach weak"], promise: [] },
  // Responsibility rests on the talk or on the captured term: with the term there, the talk alone carries nothing.
  { file: CHAT, clause: [], promise: ["responsibility none"] },
] as const;

describe("[E6] one exhibit less", () => {
  it("[E6] with all five the chain is closed on both grounds", () => {
    expect([before.closed, reopened(before, clause), reopened(before, promise(before))]).toEqual([true, [], []]);
  });

  it.each(carries)("[E6] $file: its elements and no others", async ({ file, ...wanted }) => {
    const id = await exhibitOf(desk, file);
    await desk.command("exhibit.remove", { id });
    const without = await desk.assess();
    expect([reopened(without, clause), reopened(without, promise(without))]).toEqual([wanted.clause, wanted.promise]);
    // The chain as a whole is that of the best ground left.
    expect(without.closed).toBe(wanted.clause.length === 0 || wanted.promise.length === 0);
    await desk.command("exhibit.restore", { id });
  });

  it("[E6] everything back in its place: the same assessment as before, to the letter", async () => {
    expect(await desk.assess()).toEqual(before);
  });

  it("[E6] chat and rules both gone: responsibility has nothing left", async () => {
    const ids = [await exhibitOf(desk, CHAT), await exhibitOf(desk, RULES_PAGE)];
    for (const id of ids) await desk.command("exhibit.remove", { id });
    expect(reopened(await desk.assess(), clause)).toEqual(["breach weak", "responsibility none"]);
    for (const id of ids) await desk.command("exhibit.restore", { id });
    expect((await desk.assess()).closed).toBe(true);
  });
});

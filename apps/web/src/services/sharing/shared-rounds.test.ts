/** Which shared cases are looked after, in which order, and when it is given up. Time by hand. */
import { id, ok, type Id } from "@recourse/core";
import { createManualScheduler } from "@recourse/sync";
import { logCaseId } from "@recourse/sync/log";
import { expect, test } from "vitest";
import { beginRounds } from "./shared-rounds.ts";
import type { Linking } from "./sharing.ts";

const CASES = ["01", "02", "03"].map((n) => id(`01M81G67ZJSZCNEJNY000000${n}`));

function setting(linking: (caseId: Id) => Linking | undefined, isOpen: (caseId: Id) => boolean = () => false) {
  const scheduler = createManualScheduler();
  const got: Id[] = [];
  let time = 0;
  let wakes: readonly (() => void)[] = [];
  const looked = { at: true };
  beginRounds({
    registered: async () =>
      ok([
        ...CASES.map((caseId, n) => ({ log: logCaseId(`${n}`.repeat(32)), caseId })),
        // Being joined: it has no case yet.
        { log: logCaseId("a".repeat(32)), caseId: undefined },
      ]),
    open: {
      get: async (caseId) => {
        got.push(caseId);
        return {};
      },
      isOpen,
    },
    linking,
    scheduler,
    wake: (listener) => {
      wakes = [...wakes, listener];
      return () => undefined;
    },
    isLookedAt: () => looked.at,
    now: () => time,
  });
  const pass = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += 500) {
      time += 500;
      scheduler.advance(500);
      scheduler.runIdle();
      for (let n = 0; n < 10; n++) await Promise.resolve();
    }
  };
  return { got, pass, looked, wake: () => wakes.forEach((listener) => listener()) };
}

test("[R1] each shared case that is not open is opened in turn, until it has what the relay has; one that is open is left alone", async () => {
  const states = new Map<Id, Linking>(CASES.map((caseId) => [caseId, "syncing"]));
  const { got, pass } = setting(
    (caseId) => states.get(caseId),
    (caseId) => caseId === CASES[1],
  );
  await pass(4000);
  expect(got).toEqual([CASES[0]]);
  for (const caseId of CASES) states.set(caseId, "live");
  await pass(2000);
  expect(got).toEqual([CASES[0], CASES[2]]);
  // And again five minutes after.
  await pass(310_000);
  expect(got).toEqual([CASES[0], CASES[2], CASES[0], CASES[2]]);
});

test("[R1] one that gets no further holds the others up for half a minute; without a relay the round is over", async () => {
  const slow = setting((caseId) => (caseId === CASES[0] ? "connecting" : "live"));
  await slow.pass(20_000);
  expect(slow.got).toEqual([CASES[0]]);
  await slow.pass(20_000);
  expect(slow.got).toEqual(CASES);
  const away = setting(() => "offline");
  await away.pass(60_000);
  expect(away.got).toEqual([CASES[0]]);
});

test("[R1] nobody looks: nothing is opened; who comes back has it at once, and not more than once a minute", async () => {
  const { got, pass, looked, wake } = setting(() => "live");
  looked.at = false;
  await pass(60_000);
  expect(got).toEqual([]);
  looked.at = true;
  wake();
  await pass(5000);
  expect(got).toEqual(CASES);
  wake();
  await pass(5000);
  expect(got).toEqual(CASES);
});

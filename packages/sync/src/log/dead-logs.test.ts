/** Dead logs on copies of a profile: what a session left unsealed is written by each copy, and is one record (I3). */
import { describe, expect, test } from "vitest";
import type { DeviceKeys } from "./device-keys.ts";
import type { LogCaseId } from "./log-ids.ts";
import type { LogSession } from "./log-session.ts";
import { everything, take, type Person, type World } from "./people.fixture.ts";
import { bodyOf, deviceOf, settled, shared, type, type Device, type Tab } from "./tabs.fixture.ts";

/** The profile as it lies on the disk, once more: its clock and its dice are its own. */
function copyOf(world: World, keys: DeviceKeys, caseId: LogCaseId, of: Device, at: number): Device {
  const copy = deviceOf(world, keys, caseId, () => at);
  for (const [id, rows] of of.rows) copy.rows.set(id, structuredClone(rows));
  return copy;
}
const recordsOf = (tab: LogSession): readonly Uint8Array[] => tab.log.index.all().map(({ record }) => record.bytes);
/** Places of logs at which more than one record stands. */
const forks = ({ log }: Person): readonly string[] => {
  const places = log.index.all().map(({ node }) => `${node.log}/${node.seq}`);
  return places.filter((place, n) => places.indexOf(place) !== n);
};

describe("a profile copied after its browser died", () => {
  test.each([1, 3])(
    "[I3, LO2, R6] edits of %i tabs were pending: both copies write them, nothing forks, nothing is set aside",
    async (count) => {
      const { world, alice, device, bob, keys } = await shared(70 + count);
      type(bob, " sealed");
      await bob.flush();
      const open: Tab[] = [bob];
      while (open.length < count) open.push(await device.open());
      for (const [n, tab] of open.entries()) type(tab, ` pending${n}`);
      await settled();
      device.kill();
      const { caseId } = alice.log;
      const copies = [copyOf(world, keys, caseId, device, 1000), copyOf(world, keys, caseId, device, 2000)];
      const tabs: Tab[] = [];
      for (const [n, copy] of copies.entries()) {
        const opened = await copy.open();
        expect(opened.finished.map(({ failed }) => failed)).toEqual(open.map(() => undefined));
        type(opened, ` copy${n}`);
        await opened.flush();
        tabs.push(opened);
      }
      for (const each of tabs) await alice.log.receive(recordsOf(each));
      await take(alice, []);
      alice.view.catchUp();
      expect(forks(alice)).toEqual([]);
      expect(alice.log.standings().alarms).toEqual([]);
      const body = bodyOf(alice.view.doc());
      const written = [" sealed", " copy0", " copy1", ...open.map((__, n) => ` pending${n}`)];
      for (const words of written) expect(body).toContain(words);
      expect(body).toHaveLength(["start", ...written].join("").length);
      // The copies agree with each other too.
      for (const each of tabs) await each.receive(everything(alice).map(({ bytes }) => bytes));
      expect(tabs.map((each) => bodyOf(each.doc.get()))).toEqual([body, body]);
    },
  );

  test("[CO2] what differs has another nonce: the same number of the same log, finished with another content, under one key", async () => {
    const { world, alice, device, bob, keys } = await shared(75);
    type(bob, " pending");
    await settled();
    device.kill();
    const { caseId } = alice.log;
    const [one, other] = [copyOf(world, keys, caseId, device, 1000), copyOf(world, keys, caseId, device, 1000)];
    const rows = other.rows.get(caseId);
    const [row] = rows?.pending.values() ?? [];
    if (rows === undefined || row === undefined) throw new Error("nothing pending");
    // Written a moment later: one byte of what is sealed differs.
    rows.pending.set(`${row.log}/${row.row}`, { ...row, at: 2 });
    const [a, b] = await Promise.all(
      [one, other].map(async (copy) => (await copy.open()).log.index.all().find(({ node }) => node.log === row.log)),
    );
    expect(a?.node.seq).toBe(b?.node.seq);
    expect(a?.record.head.epoch).toBe(b?.record.head.epoch);
    expect(a?.node.hash).not.toBe(b?.node.hash);
    expect(a?.record.head.nonce).not.toEqual(b?.record.head.nonce);
    // Whose it is when nothing differs: the very same.
    const again = (await copyOf(world, keys, caseId, device, 3000).open()).log.index.all();
    expect(again.some(({ node }) => node.hash === a?.node.hash)).toBe(true);
  });
});

/**
 * A profile that is there more than once: copied while its browser was closed and used in both places, put back from an older copy and used on,
 * and copied after its browser died with something in no record yet. Every edit reaches the owner, no log forks, nothing is set aside (I3, LO2).
 *
 * 1. Words and moments follow from a seed, which is printed; RECOURSE_SEED=<number> repeats a run.
 */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served } from "../../scripts/served-app.ts";
import { PATIENCE } from "./board-steps.ts";
import { startOn, type OwnBrowser } from "./browser-process.ts";
import { addPromise, handAt, offlineReady, openApp, openCase, saved, section, seen, type Hand } from "./drive.ts";
import { numbers, SEED } from "./seed.ts";
import { atRelay, readLog } from "./share-log.ts";
import { CARD, linking, meet, openShare, reconnect, shareFile } from "./share-steps.ts";

const { title: TITLE } = CARD;
/** So often a browser is killed at most until it leaves something unsealed: mostly the first time. */
const TRIES = 8;

/** A profile in use. */
interface Place {
  readonly own: OwnBrowser;
  readonly hand: Hand;
}

/** Edits of this device that are in no record yet, read from a page of the app's origin that runs none of it. */
async function pendingIn({ own: { context } }: Place, address: string): Promise<number> {
  const page = await context.newPage();
  // The one page that the service worker leaves to the relay: every other address would open the app.
  await page.goto(`${address}/healthz`);
  const rows = await page.evaluate(
    () =>
      new Promise<number>((found, failed) => {
        const opening = indexedDB.open("casebox");
        opening.addEventListener("error", () => failed(new Error("no database")));
        opening.addEventListener("success", () => {
          const count = opening.result.transaction("pending").objectStore("pending").count();
          count.addEventListener("success", () => {
            opening.result.close();
            found(count.result);
          });
        });
      }),
  );
  await page.close();
  return rows;
}

describe("[R6, I3] a profile that is there more than once", () => {
  let served: Served;
  let browser: Browser;
  let alice: Hand;
  let root: string;
  const places = new Set<Place>();
  /** Every promise that somebody wrote. */
  const written: string[] = [];
  const next = numbers(SEED);

  const folder = (name: string): string => join(root, name);
  const copy = (from: string, to: string): Promise<void> => cp(folder(from), folder(to), { recursive: true });
  const start = async (name: string): Promise<Place> => {
    const own = await startOn(folder(name));
    const page = await own.context.newPage();
    page.setDefaultTimeout(20_000);
    const place: Place = { own, hand: handAt(page) };
    places.add(place);
    return place;
  };
  const end = async (place: Place, how: "close" | "kill"): Promise<void> => {
    places.delete(place);
    await place.own[how]();
  };
  const facts = (hand: Hand) => section(hand, "screen.case.facts");
  const toCase = async ({ hand }: Place): Promise<void> => {
    await openApp(hand, served.address);
    await openCase(hand, TITLE);
  };
  const write = async (hand: Hand, who: string): Promise<void> => {
    const quote = `${who} ${Math.floor(next() * 1e9).toString(36)}`;
    await addPromise(hand, { quote, counter: "天数" });
    await saved(hand);
    written.push(quote);
  };
  /** Everything written so far stands in the case, each once. */
  const hasAll = async (hand: Hand): Promise<void> => {
    const shown = (): Promise<readonly string[]> =>
      facts(hand)
        .locator("[data-ref^='undertaking/'] q")
        .allInnerTexts()
        .then((all) => all.toSorted());
    await expect.poll(shown, { timeout: 20_000 }).toEqual(written.toSorted());
  };
  /** What anyone can say of the owner's log. */
  const isSound = async (): Promise<void> => {
    const file = await shareFile(alice);
    const { report, forks, hashes } = await readLog(file.buffer);
    expect(forks).toEqual([]);
    expect(report.findings).toEqual([]);
    expect(report.masked).toBe(0);
    await openShare(alice);
    expect(await alice.page.locator("[data-set-aside]").count()).toBe(0);
    await expect.poll(() => [...hashes].filter((hash) => !atRelay(served.data).has(hash)), PATIENCE).toEqual([]);
    await openCase(alice, TITLE);
  };

  beforeAll(async () => {
    console.log(`shared-cloned: RECOURSE_SEED=${SEED}`);
    [served, browser, root] = await Promise.all([serve(), launch(), mkdtemp(join(tmpdir(), "recourse-cloned-"))]);
    const { page } = await openPage(browser);
    page.setDefaultTimeout(20_000);
    alice = handAt(page);
    const bob = await start("bob");
    await meet(alice, bob.hand, served.address, CARD, { role: "helper", names: ["alice", "bob"] });
    await write(bob.hand, "before");
    await seen(facts(alice).getByText("before"));
    await offlineReady(bob.hand);
    await end(bob, "close");
    await copy("bob", "copy");
    await copy("bob", "old");
  });
  afterAll(async () => {
    for (const { own } of places) await own.kill();
    await browser?.close();
    await served?.stop();
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  });

  it("[I3] both copies write at once, together with the owner and apart: she has every edit of both, and they have each other's", async () => {
    const [one, other] = await Promise.all([start("bob"), start("copy")]);
    await Promise.all([toCase(one), toCase(other)]);
    await Promise.all([write(one.hand, "original"), write(other.hand, "copy")]);
    await hasAll(alice);
    await served.pause();
    await Promise.all([write(one.hand, "original apart"), write(other.hand, "copy apart")]);
    served = await serve(served);
    for (const hand of [alice, one.hand, other.hand]) {
      await reconnect(hand);
      await openCase(hand, TITLE);
    }
    for (const hand of [alice, one.hand, other.hand]) await hasAll(hand);
    await isSound();
    await end(one, "close");
    await end(other, "kill");
  });

  it("[I3] put back from the older copy and used on: what it wrote before comes back to it, what it writes now reaches her", async () => {
    await rm(folder("bob"), { recursive: true });
    await copy("old", "bob");
    const place = await start("bob");
    await toCase(place);
    await write(place.hand, "restored");
    await hasAll(alice);
    await hasAll(place.hand);
    await isSound();
    await end(place, "close");
  });

  it("[I3, LO2] copied after it died with edits in no record: both copies finish them, as one record, and write on", async () => {
    let pending = 0;
    let place = await start("bob");
    for (let left = TRIES; pending === 0; left -= 1) {
      expect(left, "nothing was left unsealed").toBeGreaterThan(0);
      await toCase(place);
      await linking(place.hand, "live");
      await openCase(place.hand, TITLE);
      await write(place.hand, "dying");
      // Sealed 300 ms after the last edit.
      await after(Math.floor(next() * 100));
      await end(place, "kill");
      place = await start("bob");
      pending = await pendingIn(place, served.address);
    }
    await end(place, "close");
    await copy("bob", "twin");
    const [one, other] = await Promise.all([start("bob"), start("twin")]);
    expect(await pendingIn(other, served.address)).toBe(pending);
    await Promise.all([toCase(one), toCase(other)]);
    await Promise.all([write(one.hand, "original after"), write(other.hand, "twin after")]);
    for (const hand of [alice, one.hand, other.hand]) await hasAll(hand);
    await isSound();
  });
});

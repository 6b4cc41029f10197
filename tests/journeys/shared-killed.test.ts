/**
 * The owner's browser dies twenty times while she works on a case she shares, with the relay there and without it: what was shown as kept is there
 * after the next start, nothing hangs, her log is whole, and in the end the helper and the relay have all of it (S3, LO1, LO2).
 *
 * 1. What she does and where the kills fall comes from a seed, which is printed; RECOURSE_SEED=<number> repeats a run.
 * 2. How long the case takes to open is printed; only a start that hangs fails, because a busy machine is no fault of the app.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served } from "../../scripts/served-app.ts";
import { startOn, type OwnBrowser } from "./browser-process.ts";
import {
  addPromise,
  button,
  dialog,
  fillForm,
  handAt,
  named,
  offlineReady,
  openApp,
  openCase,
  saved,
  section,
  seen,
  type Hand,
} from "./drive.ts";
import { numbers, SEED } from "./seed.ts";
import { atRelay, readLog } from "./share-log.ts";
import { CARD, caseShown, meet, reconnect, shareFile } from "./share-steps.ts";
import { createWitness, shownNow } from "./witness.ts";

const { title: TITLE } = CARD;
const KILLS = 20;
/** After so many kills the relay comes or goes. */
const BLOCK = 5;
/** Of the kills, so many fall while the app starts. */
const STARTING = 0.15;
/** Units: ms in which a kill falls: an edit takes about half as long, and is sealed within a second after. */
const LONGEST = 1_500;
/** Units: ms. No start may hang longer. */
const HANGS = 15_000;

describe("[S3] the browser of a shared case dies at any moment", () => {
  let served: Served;
  let browser: Browser;
  let profile: string;
  let own: OwnBrowser;
  let alice: Hand;
  let bob: Hand;
  const witness = createWitness();
  const next = numbers(SEED);
  const opening: number[] = [];
  let count = 0;

  const newPage = async (): Promise<void> => {
    own = await startOn(profile);
    const page = await own.context.newPage();
    page.setDefaultTimeout(HANGS);
    await witness.watch(page);
    alice = handAt(page);
  };
  const kill = async (): Promise<void> => {
    await own.kill();
    await newPage();
  };
  const toCase = async (): Promise<void> => {
    const began = performance.now();
    await openApp(alice, served.address);
    await openCase(alice, TITLE);
    await seen(section(alice, "screen.case.facts").locator("[data-ref^='order/']"));
    opening.push(performance.now() - began);
  };
  /** One edit of those a person makes most: something new, or something else in place of what stood there. */
  const edit = async (): Promise<void> => {
    count += 1;
    const facts = section(alice, "screen.case.facts");
    if (next() < 0.6) return addPromise(alice, { quote: `第 ${count} 条`, counter: "天数" });
    const what = named(alice, "screen.record.order");
    const row = facts.locator("[data-ref^='order/']");
    await alice.press(button(row, named(alice, "screen.case.edit_of", { what })));
    await fillForm(alice, await seen(dialog(alice)), { "screen.field.paidFen": `${100 + count}.00` });
  };

  beforeAll(async () => {
    console.log(`shared-killed: RECOURSE_SEED=${SEED}`);
    [served, browser, profile] = await Promise.all([
      serve(),
      launch(),
      mkdtemp(join(tmpdir(), "recourse-shared-killed-")),
    ]);
    const { page } = await openPage(browser);
    page.setDefaultTimeout(HANGS);
    bob = handAt(page);
    await newPage();
    await meet(alice, bob, served.address, CARD, { role: "helper", names: ["alice", "bob"] });
    await offlineReady(alice);
  });
  afterAll(async () => {
    await own?.kill();
    await browser?.close();
    await served?.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it(`[S3, LO2, I6] ${KILLS} kills: nothing that was shown as kept is lost, and no start hangs`, async () => {
    const losses: string[] = [];
    let isThere = true;
    await addPromise(alice, { quote: "第 0 条", counter: "天数" });
    await saved(alice);
    for (let n = 0; n < KILLS; n += 1) {
      if (n > 0 && n % BLOCK === 0) {
        if (isThere) await served.pause();
        else served = await serve(served);
        isThere = !isThere;
      }
      const at = Math.floor(next() * LONGEST);
      const isStarting = next() < STARTING;
      if (isStarting) await kill();
      const running = (isStarting ? toCase() : edit().then(() => saved(alice))).then(
        () => "done",
        () => "cut",
      );
      await after(at);
      await kill();
      const ended = await running;
      await toCase();
      await saved(alice);
      const lost = witness.lost((await shownNow(alice.page)).rows, []);
      const took = Math.round(opening.at(-1) ?? 0);
      console.log(
        `  ${n + 1}: killed ${at} ms into ${isStarting ? "starting" : "an edit"} (${ended}), relay ${isThere ? "there" : "away"}: ${witness.size()} shown as kept, ${lost.length} lost, open in ${took} ms`,
      );
      losses.push(...lost.map((each) => `${n + 1}: ${each}`));
    }
    const sorted = opening.toSorted((a, b) => a - b);
    console.log(
      `shared-killed: open in ${Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)} ms at the median, ${Math.round(sorted.at(-1) ?? 0)} ms at most`,
    );
    expect(losses).toEqual([]);
    expect(sorted.at(-1)).toBeLessThan(HANGS);
    // What the case began with is its name, its order and whom it is against.
    expect(witness.size()).toBeGreaterThan(3);
  }, 240_000);

  it("[I7, R1, I3] with the relay there, the helper and the relay have everything; the log is whole, forks nowhere, nothing is masked", async () => {
    served = await serve(served);
    for (const hand of [bob, alice]) await reconnect(hand);
    // How far it has come: here, at the relay, with the helper.
    await expect.poll(() => alice.page.locator("[data-share] [data-is=done]").count(), { timeout: HANGS }).toBe(3);
    for (const hand of [alice, bob]) await openCase(hand, TITLE);
    await expect.poll(() => caseShown(bob), { timeout: HANGS }).toEqual(await caseShown(alice));
    const { report, forks, hashes } = await readLog((await shareFile(bob)).buffer);
    expect(forks).toEqual([]);
    expect(report.findings).toEqual([]);
    expect(report.masked).toBe(0);
    expect([...hashes].filter((hash) => !atRelay(served.data).has(hash))).toEqual([]);
    expect(atRelay(served.data).size).toBe(hashes.size);
    console.log(`shared-killed: ${report.records} records`);
  });
});

/**
 * The relay is away for good: changes go as `.casebox` files by a messenger, there and back, into the page for them and on to the inbox; a
 * file that arrived by half says so; and when the relay is there again nothing is there twice.
 */
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import { PATIENCE } from "./board-steps.ts";
import {
  addPromise,
  button,
  dialog,
  field,
  giveFiles,
  goTo,
  handAt,
  named,
  offlineReady,
  openCase,
  saved,
  section,
  seen,
  type Hand,
} from "./drive.ts";
import {
  CARD,
  caseShown,
  dropOn,
  fileOf,
  handedOver,
  linking,
  meet,
  openShare,
  reconnect,
  shareFile,
  takeFile,
  wholeCase,
  type MadeFile,
} from "./share-steps.ts";

const { title: TITLE } = CARD;

describe("[FI1, FI2] changes as files", () => {
  let served: Served;
  let browser: Browser;
  let atAlice: Watched;
  let atBob: Watched;
  let alice: Hand;
  let bob: Hand;
  /** What was handed over, to be handed over again. */
  const files: MadeFile[] = [];

  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launch()]);
    atAlice = await openPage(browser);
    atBob = await openPage(browser);
    alice = handAt(atAlice.page);
    bob = handAt(atBob.page);
    for (const { page } of [alice, bob]) page.setDefaultTimeout(20_000);
    await meet(alice, bob, served.address, CARD, { role: "helper", names: ["alice", "bob"] });
    await Promise.all([alice, bob].map(offlineReady));
    await served.pause();
    await linking(alice, "offline", "silent");
    await openCase(alice, TITLE);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  const write = async (hand: Hand, quote: string): Promise<void> => {
    await openCase(hand, TITLE);
    await addPromise(hand, { quote, counter: "天数" });
    await saved(hand);
  };
  const promises = (hand: Hand): Promise<readonly string[]> =>
    section(hand, "screen.case.facts")
      .locator("[data-ref^='undertaking/'] q")
      .allInnerTexts()
      .then((all) => all.toSorted());
  const handOver = async (from: Hand): Promise<MadeFile> => {
    const file = await shareFile(from);
    files.push(file);
    expect(file.name).toMatch(/^recourse-share-[0-9a-f]{8}\.casebox$/);
    return file;
  };
  const inboxOf = async (hand: Hand): Promise<Locator> => {
    await goTo(hand, "inbox");
    return seen(hand.page.locator("[data-inbox]"));
  };

  it("[FI2] alice writes, saves the file, bob takes it in on its page: he has what she has", async () => {
    await write(alice, "alice 写的第一条");
    const report = await takeFile(bob, await handOver(alice));
    expect(await report.innerText()).toContain(named(bob, "screen.casebox.done"));
    expect(await report.innerText()).toMatch(/新来的 \d+ 条/);
    await bob.press(report.getByRole("button", { name: named(bob, "screen.casebox.case"), exact: true }));
    await seen(section(bob, "screen.case.facts").getByText("alice 写的第一条"));
  });

  it("[FI2] bob writes, alice drops his file on the inbox: it goes to its case, and she is told what it brought", async () => {
    await write(bob, "bob 写的第一条");
    const file = await handOver(bob);
    const inbox = await inboxOf(alice);
    await dropOn(inbox, [file]);
    const line = await seen(inbox.locator("[data-casebox=taken]"));
    expect(await line.innerText()).toContain(file.name);
    expect(await line.innerText()).toContain(TITLE);
    expect(await line.innerText()).toMatch(/新来的 \d+ 条/);
    // It is no material: nothing waits to be sorted.
    expect(await inbox.locator("[data-waiting]").count()).toBe(0);
    await alice.press(line.getByRole("button", { name: named(alice, "screen.casebox.case"), exact: true }));
    await seen(section(alice, "screen.case.facts").getByText("bob 写的第一条"));
    expect(await promises(alice)).toEqual(["alice 写的第一条", "bob 写的第一条"]);
  });

  it("[FI2] both at once, crosswise: afterwards both have the same case to the last letter", async () => {
    await write(alice, "alice 写的第二条");
    await write(bob, "bob 写的第二条");
    const [hers, his] = [await handOver(alice), await handOver(bob)];
    await takeFile(alice, his);
    await takeFile(bob, hers);
    for (const hand of [alice, bob]) await openCase(hand, TITLE);
    await expect.poll(() => caseShown(bob), PATIENCE).toEqual(await caseShown(alice));
    expect(await promises(alice)).toHaveLength(4);
    expect(await wholeCase(bob)).toBe(await wholeCase(alice));
  });

  it("[FI1] of a file that came by half is said by name what is wrong and what helps; what is whole in it counts, nothing else changes", async () => {
    await write(alice, "alice 写的第三条");
    const whole = await handOver(alice);
    const part = (bytes: number, name: string): MadeFile => ({
      name,
      mimeType: whole.mimeType,
      buffer: whole.buffer.subarray(0, bytes),
    });
    // Not even the head: 20 of its 48 bytes.
    const before = await (async () => {
      await openCase(bob, TITLE);
      return wholeCase(bob);
    })();
    const refused = await takeFile(bob, part(20, "断在开头.casebox"));
    expect(await refused.getAttribute("data-trouble")).toBe("torn");
    expect(await refused.innerText()).toContain("断在开头.casebox");
    expect(await refused.innerText()).toContain(named(bob, "screen.file.trouble.torn"));
    const inbox = await inboxOf(bob);
    await dropOn(inbox, [part(20, "断在开头.casebox")]);
    expect(await (await seen(inbox.locator("[data-trouble=torn]"))).innerText()).toContain("断在开头.casebox");
    await openCase(bob, TITLE);
    expect(await wholeCase(bob)).toBe(before);
    // The last bytes are missing: her newest change is not whole, and the ones before it bob has.
    await dropOn(await inboxOf(bob), [part(whole.buffer.length - 10, "断在末尾.casebox")]);
    const line = inbox.locator("[data-casebox=taken]", { hasText: "断在末尾.casebox" });
    expect(await (await seen(line)).innerText()).toContain(named(bob, "screen.casebox.damaged"));
    await openCase(bob, TITLE);
    expect(await wholeCase(bob)).toBe(before);
    // The whole one heals it.
    await takeFile(bob, whole);
    await openCase(bob, TITLE);
    await seen(section(bob, "screen.case.facts").getByText("alice 写的第三条"));
    await openCase(alice, TITLE);
    expect(await wholeCase(bob)).toBe(await wholeCase(alice));
  });

  it("[FI1] a backup, locked by its window: on the inbox it asks for its passphrase, opens with that one only, and brings what is new", async () => {
    await write(alice, "alice 备份里的");
    const page = await openShare(alice);
    await alice.press(button(page.locator("[data-files]"), named(alice, "screen.share.files.backup")));
    const form = await seen(dialog(alice).locator("[data-save=backup]"));
    await seen(form.locator("[data-phrase]"));
    const make = button(form, named(alice, "screen.share.files.backup.make"));
    const backup = await fileOf(await handedOver(alice, () => alice.press(make)));
    const done = await seen(dialog(alice).locator("[data-saved=backup]"));
    const phrase = await done.locator("[data-phrase]").innerText();
    await alice.press(button(done, named(alice, "screen.share.invite.done")));
    const inbox = await inboxOf(bob);
    await dropOn(inbox, [backup]);
    const line = await seen(inbox.locator("[data-casebox=refused]", { hasText: backup.name }));
    await bob.press(button(line, named(bob, "screen.casebox.title")));
    const take = await seen(bob.page.locator("[data-take]"));
    const other = button(take, named(bob, "screen.casebox.other"));
    if (await other.isVisible()) await bob.press(other);
    await giveFiles(bob, button(take, named(bob, "screen.casebox.choose")), [backup]);
    const entry = field(bob, take, "screen.share.phrase");
    for (const [given, ends] of [
      [`${phrase}x`, named(bob, "screen.file.trouble.passphrase_wrong")],
      [phrase, named(bob, "screen.casebox.done")],
    ] as const) {
      await bob.fill(entry, given);
      await bob.press(button(take, named(bob, "screen.casebox.open")));
      await seen(take.getByText(ends));
    }
    for (const hand of [alice, bob]) await openCase(hand, TITLE);
    await seen(section(bob, "screen.case.facts").getByText("alice 备份里的"));
    expect(await wholeCase(bob)).toBe(await wholeCase(alice));
  });

  it("[FI2, R1] the relay is there again, and every file is taken in once more: nothing is there twice", async () => {
    const before = await promises(alice);
    expect(before).toHaveLength(6);
    served = await serve(served);
    for (const hand of [alice, bob]) await reconnect(hand);
    for (const hand of [alice, bob]) {
      for (const file of files) {
        const report = await takeFile(hand, file);
        expect(await report.innerText()).toContain(named(hand, "screen.casebox.nothing"));
      }
      await openCase(hand, TITLE);
    }
    await write(bob, "bob 又在线");
    await seen(section(alice, "screen.case.facts").getByText("bob 又在线"));
    expect(await promises(alice)).toEqual([...before, "bob 又在线"].toSorted());
    await expect.poll(() => caseShown(bob), PATIENCE).toEqual(await caseShown(alice));
    expect(await wholeCase(bob)).toBe(await wholeCase(alice));
  });

  it("[S8] neither page violated the content policy or threw", () => {
    const own = [...atAlice.troubles, ...atBob.troubles].filter(
      (line) => !/WebSocket connection|ERR_CONNECTION/.test(line),
    );
    expect(own).toEqual([]);
  });
});

/**
 * A note that two people write at once: alice on her computer, bob on his telephone. They see each other's carets, compose Chinese while the other types,
 * go on apart, and have every character together again. A third is removed while bob composes: his case becomes another document under his fingers.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import { handAt, openCase, saved, section, seen, type Hand } from "./drive.ts";
import {
  beginNote,
  caretIn,
  caretOf,
  inputMethodAt,
  noteField,
  noteText,
  openNote,
  openNotes,
  peopleAtNote,
  placeCaret,
  reads,
  recordsAt,
  removeNote,
  wireOf,
  type Wire,
} from "./note-steps.ts";
import { CARD, letSomebodyIn, linking, meet, openJoined, openShare, remove } from "./share-steps.ts";

const { title: TITLE } = CARD;
const NOTE = "5月4日电话";

describe("[FR5, AC5] a note of two people", () => {
  let served: Served;
  let browser: Browser;
  let pages: readonly Watched[] = [];
  let alice: Hand;
  let bob: Hand;
  let carol: Hand;
  let wire: Wire;
  let bobHad: () => number;

  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launch()]);
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const open = [await openPage(browser), await openPage(browser, phone), await openPage(browser)] as const;
    pages = open;
    [alice, bob, carol] = [handAt(open[0].page), handAt(open[1].page), handAt(open[2].page)];
    for (const { page } of [alice, bob, carol]) page.setDefaultTimeout(20_000);
    wire = await wireOf(alice.page);
    bobHad = recordsAt(bob.page);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  it("[P5] alice begins a note; bob opens it on his telephone by its first words", async () => {
    const met = { role: "helper", names: ["alice", "bob"] } as const;
    await meet(alice, bob, served.address, CARD, met);
    await openNotes(alice);
    await beginNote(alice);
    await alice.page.keyboard.type(NOTE);
    await openNotes(bob);
    await openNote(bob, NOTE);
    await reads(bob, NOTE);
  });

  it("[FR5] each sees that the other is at it, who writes, and where his caret stands", async () => {
    await seen(peopleAtNote(alice).getByText("bob 在看这条笔记"));
    await placeCaret(bob, 2);
    const mark = await seen(caretOf(alice, "bob"));
    const before = (await mark.boundingBox())?.x ?? 0;
    await placeCaret(bob, NOTE.length);
    await alice.page.waitForFunction(
      (left) => (document.querySelector('[data-caret="bob"]')?.getBoundingClientRect().x ?? 0) > left,
      before,
    );
    await bob.page.keyboard.type("：");
    await seen(peopleAtNote(alice).getByText("bob 正在写"));
    await reads(alice, `${NOTE}：`);
    await placeCaret(alice, 0);
    await seen(caretOf(bob, "alice"));
  });

  it("[AC5] bob types while alice composes 中文: her composition goes on, and both have both", async () => {
    const method = await inputMethodAt(alice.page);
    await placeCaret(alice, 0);
    await method.compose("zhong");
    await placeCaret(bob, `${NOTE}：`.length);
    await bob.page.keyboard.type("bob");
    await reads(bob, `${NOTE}：bob`);
    await seen(peopleAtNote(alice).getByText("bob 正在写"));
    await method.compose("zhong'wen");
    expect(await noteText(alice)).toBe(`zhong'wen${NOTE}：`);
    await method.commit("中文");
    await reads(alice, `中文${NOTE}：bob`);
    await reads(bob, `中文${NOTE}：bob`);
    expect(await caretIn(alice)).toBe(`中文|${NOTE}：bob`);
  });

  it("[I1] alice undoes what she composed, and nothing of what bob typed", async () => {
    await alice.page.keyboard.press("Control+z");
    await reads(alice, `${NOTE}：bob`);
    await reads(bob, `${NOTE}：bob`);
    await alice.page.keyboard.press("Control+Shift+z");
    await reads(bob, `中文${NOTE}：bob`);
  });

  it("[S4] apart both go on in the same note; together again every character is there, and both read the same", async () => {
    await served.pause();
    await placeCaret(alice, 0);
    await alice.page.keyboard.type("【alice 断网时写的】");
    await placeCaret(bob, (await noteText(bob)).length);
    await bob.page.keyboard.type("【bob 断网时写的】");
    served = await serve(served);
    const both = `【alice 断网时写的】中文${NOTE}：bob【bob 断网时写的】`;
    await Promise.all([reads(alice, both), reads(bob, both)]);
    expect(await caretIn(alice)).toBe(both.replace("】中文", "】|中文"));
  });

  it("[S4] in the same place at the same time nothing is lost, and both read the same", async () => {
    const before = await noteText(alice);
    await Promise.all([placeCaret(alice, before.length), placeCaret(bob, before.length)]);
    await Promise.all([
      alice.page.keyboard.type("一二三四五六七八九", { delay: 60 }),
      bob.page.keyboard.type("abcdefghi", { delay: 60 }),
    ]);
    await alice.page.waitForFunction(
      (length) => (document.querySelector<HTMLTextAreaElement>("[data-note-text]")?.value.length ?? 0) === length,
      before.length + 18,
    );
    const hers = await noteText(alice);
    await reads(bob, hers);
    const added = hers.slice(before.length);
    expect([...added].filter((letter) => "一二三四五六七八九".includes(letter)).join("")).toBe("一二三四五六七八九");
    expect([...added].filter((letter) => "abcdefghi".includes(letter)).join("")).toBe("abcdefghi");
  });

  it("[CO2] on her case screen alice reads that bob changed the note, and when", async () => {
    await placeCaret(bob, 0);
    await bob.page.keyboard.type("*");
    await openCase(alice, TITLE);
    const notes = section(alice, "screen.notes.title");
    await seen(notes.locator("[data-changed-by]").getByText(/^bob 改过 · /));
    // The notes by their key.
    await alice.page.keyboard.press("Alt+n");
    await openNote(alice, "中文");
  });

  it("[AC5] carol is removed while bob composes: his case becomes another document, and his composition goes on", async () => {
    await openCase(alice, TITLE);
    await letSomebodyIn(alice, carol, "helper", "carol");
    await openJoined(carol, TITLE);
    await openNotes(carol);
    await openNote(carol, "中文");
    const start = await noteText(bob);
    await reads(carol, start);
    // alice hears nothing of what carol writes, and removes her: for those who hear of it what carol wrote without knowing is taken back.
    wire.cut();
    await placeCaret(carol, start.length);
    await carol.page.keyboard.type("，carol 写的");
    await reads(bob, `${start}，carol 写的`);
    const method = await inputMethodAt(bob.page);
    await placeCaret(bob, 0);
    await method.compose("zai");
    await noteField(bob).evaluate((field) => field.setAttribute("data-same", ""));
    await openShare(alice);
    await remove(alice, "carol");
    await saved(alice);
    const before = bobHad();
    await wire.mend();
    await linking(alice, "live");
    // The removal has come to bob, and the case waits for the end of his composition.
    await expect.poll(bobHad, { timeout: 30_000 }).toBeGreaterThan(before);
    await method.compose("zai'wen");
    expect(await noteText(bob)).toBe(`zai'wen${start}，carol 写的`);
    await method.commit("再问");
    await reads(bob, `再问${start}`);
    expect(await caretIn(bob)).toBe(`再问|${start}`);
    expect(await noteField(bob).getAttribute("data-same")).toBe("");
    await bob.page.keyboard.type("，");
    await openCase(alice, TITLE);
    await openNotes(alice);
    await openNote(alice, "再问");
    await reads(alice, `再问，${start}`);
  });

  it("[I1] alice removes the note; bob reads that, and brings it back", async () => {
    const text = await noteText(bob);
    await removeNote(alice, text.slice(0, 60));
    await bob.press(bob.page.getByRole("button", { name: "放回来", exact: true }));
    await reads(bob, text);
    await seen(alice.page.locator("[data-note-line]"));
  });

  it("[S8] no page violated the content policy or threw", () => {
    const own = pages
      .flatMap(({ troubles }) => troubles)
      .filter((line) => !/WebSocket connection|ERR_CONNECTION/.test(line));
    expect(own).toEqual([]);
  });
});

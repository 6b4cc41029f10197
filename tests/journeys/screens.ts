/**
 * Every screen of the app, one after the other, with its windows open and its folded parts unfolded: what tests of all screens walk through.
 * Effects: drives a page.
 *
 * 1. A screen is handed over once it stands still: nothing in it has changed for a moment.
 */
import { resolve } from "node:path";
import type { Locator, Page } from "playwright-core";
import {
  button,
  dialog,
  giveFiles,
  gone,
  named,
  openApp,
  openLetter,
  paper,
  section,
  seen,
  type Hand,
} from "./drive.ts";
import { samples } from "./guide-case.ts";

/** Units: milliseconds without a change, and the longest to wait for that. */
const STILL = { quiet: 150, most: 5_000 } as const;

const membership = resolve(import.meta.dirname, "../../apps/web/dist/samples/membership.recourse.zip");

/** Waits until nothing in the page has changed for a moment. */
export const standsStill = (page: Page): Promise<void> =>
  page.evaluate(
    ({ quiet, most }) =>
      new Promise<void>((done) => {
        const end = (): void => {
          watcher.disconnect();
          clearTimeout(last);
          done();
        };
        let timer = setTimeout(end, quiet);
        const watcher = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(end, quiet);
        });
        const last = setTimeout(end, most);
        watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      }),
    STILL,
  );

/** Hears the name of the screen that is shown. */
export type Visit = (screen: string) => Promise<void>;

/** How a walk gets about, and how it hands a screen over. */
export interface Walker {
  /** Hands a screen over once this can be seen and nothing moves any more. */
  readonly show: (screen: string, wanted: Locator) => Promise<void>;
  /** Opens a window by a button, shows it, leaves it by Escape. */
  readonly windowBy: (screen: string, opener: Locator) => Promise<void>;
  /** Leaves a window by Escape. */
  readonly shut: (window: Locator) => Promise<void>;
  readonly go: (hash: string) => Promise<void>;
  /** Unfolds what is folded on the page. */
  readonly unfold: () => Promise<void>;
}

/** Somebody who walks through screens and hands each to `visit`. */
export function walkerAt(hand: Hand, visit: Visit): Walker {
  const { page } = hand;
  const show = async (screen: string, wanted: Locator): Promise<void> => {
    await seen(wanted.filter({ visible: true }));
    await standsStill(page);
    await visit(screen);
  };
  const shut = async (window: Locator): Promise<void> => {
    await page.keyboard.press("Escape");
    await gone(window);
  };
  return {
    show,
    shut,
    windowBy: async (screen, opener) => {
      await hand.press(opener);
      await show(screen, dialog(hand));
      await shut(dialog(hand));
    },
    go: (hash) =>
      page.evaluate((to) => {
        location.hash = to;
      }, hash),
    unfold: () =>
      page.evaluate(() => {
        for (const details of document.querySelectorAll("main details")) details.setAttribute("open", "");
      }),
  };
}

/** Walks through the screens up to the first answer, beginning with a fresh profile. */
export async function walkScreens(hand: Hand, address: string, visit: Visit): Promise<void> {
  const { page } = hand;
  const w = (code: string): string => named(hand, code);
  const { show, windowBy, shut, go, unfold } = walkerAt(hand, visit);
  const heading = (): Locator => page.getByRole("heading", { level: 1 });

  await openApp(hand, address);
  const fresh = button(page, w("screen.empty.new")).first();
  await show("board, empty", fresh);
  await go("/today");
  await show("today, empty", fresh);
  await windowBy("new case", fresh);

  // A case with everything open: the guide's order.
  await hand.press(button(page, w("screen.sample.engagement")).filter({ visible: true }));
  await seen(section(hand, "screen.case.matrix").locator("[data-element]"));
  await seen(section(hand, "screen.case.letters"));
  await unfold();
  await show("case: likes", heading());
  const likes = new URL(page.url()).hash;
  await hand.press(button(page, w("screen.case.more")));
  await hand.press(page.getByRole("menuitem", { name: w("screen.notes.title"), exact: true }));
  const write = button(page.locator("[data-notes]"), w("screen.notes.new"));
  await show("notes, none yet", write);
  await hand.press(write);
  await page.keyboard.type("5 月 4 日电话");
  await show("a note", page.locator("[data-note-text]:focus"));
  await go(likes);
  await windowBy("clause form", button(section(hand, "screen.case.grounds"), w("screen.case.capture_clause")));
  await windowBy("add exhibit", button(page, w("screen.step.screenshot")));
  await windowBy("cannot find it", button(page, w("screen.case.cannot")));
  await windowBy("record what happened", button(section(hand, "screen.case.timeline"), w("screen.form.title.event")));
  await windowBy("enter a promise", button(section(hand, "screen.case.facts"), w("screen.form.title.undertaking.add")));
  const look = named(hand, "screen.case.look_at", { n: 1, file: "" });
  await windowBy("exhibit", section(hand, "screen.case.exhibits").getByRole("button", { name: look }).first());
  await page.keyboard.press("Control+Shift+M");
  await show(
    "problems",
    page
      .getByRole("tabpanel")
      .filter({ has: page.getByRole("listitem") })
      .last(),
  );
  await page.keyboard.press("Control+J");
  for (const prefix of ["", "#", "?"]) {
    await page.keyboard.press(prefix === "" ? "F1" : "Control+P");
    if (prefix !== "") await page.keyboard.type(prefix);
    await show(`palette ${prefix}`.trim(), page.getByRole("option"));
    await shut(page.getByRole("option").first());
  }

  await openLetter(hand);
  await unfold();
  await show("letter with findings", paper(hand).locator("[data-finding]"));
  await hand.press(button(paper(hand), w("screen.letter.own")));
  await show("letter, a sentence of one's own", paper(hand).locator("[data-own-text]"));
  await page.keyboard.press("Escape");
  const blocking = paper(hand).locator("[data-severity=block]");
  for (let left = await blocking.count(); left > 0; left = await blocking.count()) {
    await hand.press(blocking.first().locator("[data-fix]").first());
    await standsStill(page);
    if ((await blocking.count()) >= left) throw new Error("a fix did not end what it was for");
  }
  await windowBy("send", button(page, w("screen.letter.mark_sent")));
  await hand.press(button(page, w("screen.letter.bundle")).first());
  await show("bundle", button(page, w("screen.bundle.start")));

  await go("/verify");
  await show("verify a bundle", heading());
  // Back in the first group, so that the next case comes in place of this one and not beside it.
  await go("/today");
  await show("today", page.locator("[data-case]"));
  await go("/archive");
  const choose = button(page, w("screen.archive.choose"));
  await seen(choose);
  await giveFiles(hand, choose, [membership]);
  const add = button(page, w("screen.archive.new.do"));
  await show("archive", add);
  await hand.press(add);
  await seen(section(hand, "screen.case.matrix").locator("[data-element]").filter({ visible: true }));
  await unfold();
  await show("case: membership", heading());
  await hand.press(button(section(hand, "screen.case.letters"), w("screen.step.letter")));
  await unfold();
  await show("letter, sent", page.locator("[data-sent]"));

  await go("/board");
  await show("board", page.locator("[data-card]"));
  await hand.press(page.getByRole("navigation").getByRole("button", { name: w("screen.nav.cases"), exact: true }));
  await show("cases", page.getByRole("button", { name: w("screen.empty.new"), exact: true }).first());

  await go("/inbox");
  await seen(button(page, w("screen.inbox.choose")));
  await show("inbox, empty", heading());
  await giveFiles(hand, button(page, w("screen.inbox.choose")), [samples.wechatXlsx]);
  await show("inbox", page.locator("[data-waiting]"));

  await go("/rules");
  await show("rules", heading());
  await go("/rules?part=law&p=ecl-24");
  await show("rules: a provision", page.locator("[data-law-text]"));
  await go("/rules?part=channels");
  await show("rules: channels", heading());
  await go("/rules?part=terms");
  await show("rules: terms", heading());
  await go("/rules?part=check");
  const check = page.locator("form").filter({ has: page.locator("textarea[name=quote]") });
  await hand.fill(check.locator("input[name=law]"), "电子商务法");
  await hand.fill(check.locator("input[name=article]"), "58");
  await hand.fill(check.locator("textarea[name=quote]"), "电子商务经营者应明示用户信息查询、更退改及注销方式");
  await hand.press(button(check, w("screen.rules.check.do")));
  await show("rules: citation check", page.locator("[data-law-text]"));

  await go("/settings");
  await show("settings", heading());
  await go(likes);
}

/**
 * bob asks alice for something while she is away; she comes back to her board, opens nothing, and the card says so all the same. She does it,
 * and bob sees that.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import { card, lane } from "./board-steps.ts";
import { button, field, gone, handAt, listen, named, openApp, openCase, seen, type Hand } from "./drive.ts";
import { CARD, meet, openShare } from "./share-steps.ts";

const { title: TITLE } = CARD;
const ASKED = "请补完整的聊天记录";

describe("[G2] what those who share a case ask of each other", () => {
  let served: Served;
  let browser: Browser;
  let pages: readonly Watched[] = [];
  const troubles: string[] = [];
  let alice: Hand;
  let bob: Hand;

  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launch()]);
    pages = [await openPage(browser), await openPage(browser)];
    const [a, b] = pages.map(({ page }) => handAt(page));
    if (a === undefined || b === undefined) throw new Error("two pages");
    [alice, bob] = [a, b];
    for (const { page } of pages) page.setDefaultTimeout(20_000);
    await meet(alice, bob, served.address, CARD, { role: "helper", names: ["alice", "bob"] });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  const asks = (hand: Hand) => lane(hand, TITLE).getByText(named(hand, "screen.board.asks", { n: 1 }), { exact: true });

  it("[R1] bob asks while alice is away; she starts the app on her board, and the card tells her", async () => {
    // A tab of the browser that has never had the case in view.
    const { page: before } = alice;
    const fresh = await before.context().newPage();
    listen(fresh, troubles);
    await before.close();
    alice = handAt(fresh);
    fresh.setDefaultTimeout(20_000);
    const page = await openShare(bob);
    await bob.fill(field(bob, page, "screen.asks.of.owner"), ASKED);
    await bob.press(button(page, named(bob, "screen.asks.ask")));
    await seen(page.locator("[data-ask=owner]", { hasText: ASKED }));
    await openApp(alice, served.address, "/#/board");
    await seen(card(alice, TITLE));
    await seen(asks(alice));
  });

  it("[R1] alice has done it; the card says nothing more, and bob sees that it is done", async () => {
    await openCase(alice, TITLE);
    const page = await openShare(alice);
    await alice.press(button(page.locator("[data-ask=owner]"), named(alice, "screen.asks.do")));
    await gone((await openShare(bob)).locator("[data-ask=owner]"));
    expect([...troubles, ...pages.flatMap((each) => each.troubles)]).toEqual([]);
  });
});

/**
 * The screens of the later rounds, one after the other: letters of every kind, replies, offers, what to be careful of, doors, filings, stopping, the
 * look back. What tests of all screens walk through. Effects: drives a page.
 */
import { button, dialog, gone, named, openApp, section, seen, type Hand } from "./drive.ts";
import { said } from "./escalation-facts.ts";
import { filing, fix, handIn, hear, keepReply, personAt, prepare, shown } from "./escalation-steps.ts";
import { walkerAt, type Visit } from "./screens.ts";

/** Walks through the screens of the later rounds, beginning with a fresh profile: with the sample whose application is sent. */
export async function walkRounds(hand: Hand, address: string, visit: Visit): Promise<void> {
  const { show, windowBy, go, unfold } = walkerAt(hand, visit);
  const w = (code: string): string => named(hand, code);
  await openApp(hand, address);
  await hand.press(button(hand.page, w("screen.empty.sample")).filter({ visible: true }));
  await seen(section(hand, "screen.case.letters"));
  const caseId = new URL(hand.page.url()).hash.split("/").at(-1) ?? "";
  const p = personAt(hand, { open: () => go(`/reply/${caseId}`) });
  const onCase = async (): Promise<void> => {
    await go(`/case/${caseId}`);
    await seen(section(hand, "screen.case.letters"));
  };
  const write = button(section(hand, "screen.case.letters"), w("screen.letter.write"));

  await onCase();
  await windowBy("which letter", write);
  await hand.press(write);
  await hand.press(dialog(hand).locator("[data-kind=reminder2]").getByRole("button").first());
  await show("letter: second reminder", shown(hand, "[data-send]"));
  await go(`/rehearsal/${caseId}`);
  await seen(shown(hand, "[data-excuse]"));
  await unfold();
  await show("rehearsal", shown(hand, "[data-excuse]"));

  await go(`/doors/${caseId}`);
  await seen(shown(hand, "[data-doors]"));
  await unfold();
  await show("doors", shown(hand, "[data-doors]"));
  await prepare(p, "samr_complaint");
  await unfold();
  await show("filing: 12315", filing(hand));
  await go(`/doors/${caseId}`);
  await seen(shown(hand, "[data-doors]"));
  await prepare(p, "consumer_association");
  await seen(filing(hand).locator("[data-form]"));
  await windowBy("who files, and where", button(filing(hand), w("screen.filing.facts")));
  await fix(p, "claimant_identity", {
    "screen.field.contact": "13800000001",
    "screen.field.address": "某省某市某路1号",
  });
  await windowBy("handed in", filing(hand).locator("[data-submit]"));
  await handIn(p, 1, "消协2026-118");
  await show("filing that is in", filing(hand).locator("[data-outcome]"));
  await windowBy("outcome", filing(hand).locator("[data-outcome]"));

  await go(`/stop/${caseId}`);
  await show("stop", shown(hand, "[data-stop]"));
  await hear(p, said.withdraw, 1);
  await show("reply: an offer", shown(hand, "[data-offer-fields]"));
  await keepReply(p);
  await show("offer", shown(hand, "[data-offer]"));
  await hear(p, said.payFirst, 1);
  await show("reply: a danger", shown(hand, "[data-reply]"));
  await keepReply(p);
  await show("card that stops", shown(hand, "[data-safety-card]"));
  await go("/purchase");
  await show("before the next purchase", shown(hand, "[data-item]"));

  await onCase();
  await unfold();
  await show("case: third round", section(hand, "screen.case.filings"));
  await go("/today");
  await show("today: a danger", shown(hand, "[data-safety]"));
  await go("/board");
  await show("board: a filing", shown(hand, "[data-filing]"));
  await onCase();
  await hand.press(button(section(hand, "screen.case.settlement"), w("screen.case.close_case")));
  const form = await seen(dialog(hand));
  await show("close", form);
  await hand.fill(form.getByRole("textbox"), "不值得再花时间");
  await hand.press(button(form, w("screen.case.close_case")));
  await gone(form);
  await show("case: closed", shown(hand, "[data-look-back]"));
}

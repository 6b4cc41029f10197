/** Cards at the top of a case, in a real browser: one line each, and where each leads. */
import { instant } from "@recourse/core";
import { loadFullPack } from "@recourse/pack-cn";
import type { ViewProps } from "@recourse/ui";
import type { JSX } from "solid-js";
import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { CasePage } from "../../parts/CasePage.tsx";
import { createIds, createMemoryCase, FIXTURE_NOW, type MemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage } from "../../parts/mounted-page.fixture.tsx";
import type { Services } from "../../services/services.ts";
import { SafetyCards } from "./SafetyCards.tsx";

/** What danger sounds like comes with the long texts. */
const full = await loadFullPack();

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});
function Cards(props: ViewProps<Services>): JSX.Element {
  return <CasePage {...props}>{() => <SafetyCards />}</CasePage>;
}
const order = { number: "1", item: "点券", paidFen: 10_000, orderedAt: instant("2024-05-01T10:02:31+08:00") };
const said = (direction: "theirs" | "mine", text: string) => (): MemoryCase => {
  const of = createMemoryCase({ title: "点券", category: "topup", order }, createIds(), full);
  of.must("communication.add", { at: FIXTURE_NOW, direction, medium: "chat", sender: "客服", text });
  return of;
};
const read = () => page.getByRole("button", { name: /^先看说明：/ });

test("[G1] what sounds like danger is judged where it was said; once judged the card goes", async () => {
  const { log, of, host } = (mounted = await mountPage(page, Cards, said("theirs", "请先交200元解冻费")));
  await read().click();
  const [communication] = of.live.ids("communication");
  expect(log.executed).toEqual([{ command: "reply.add", arg: { caseId: of.live.caseId, communication } }]);
  of.must("reply.record", { at: FIXTURE_NOW, as: "vague", communication });
  expect(host.querySelector("[data-safety-cards]")).toBeNull();
});

test("[G3] an account that was given away is protected on the page in big type", async () => {
  const { log, of } = (mounted = await mountPage(page, Cards, () => {
    const made = createMemoryCase({ title: "点券", category: "topup", order });
    made.must("case.edit", { set: { gaveAccount: "yes" } });
    return made;
  }));
  await read().click();
  expect(log.executed).toEqual([{ command: "safety.open", arg: { caseId: of.live.caseId } }]);
});

test("[G6] a pause is offered in one quiet line, and nothing is kept of it", async () => {
  const { host, of, findings } = (mounted = await mountPage(page, Cards, said("mine", "我不想活了"), { width: 360 }));
  expect(host.textContent).toContain("先缓一缓");
  expect(host.querySelector("[role=alert]")).toBeNull();
  expect([of.live.all("event").length, of.live.all("note").length]).toEqual([0, 0]);
  expect(await findings()).toEqual([]);
});

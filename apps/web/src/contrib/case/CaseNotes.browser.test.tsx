/** The notes of a case on its page, in a real browser. */
import { InCase, Served } from "../../parts/served.tsx";
import {
  createMemoryCase,
  createMemoryServices,
  type DeskLog,
  type MemoryCase,
} from "../../parts/memory-case.fixture.ts";
import { render } from "solid-js/web";
import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { CaseNotes } from "./CaseNotes.tsx";

let end = (): void => undefined;
afterEach(() => end());

function mount(...texts: readonly string[]): {
  readonly of: MemoryCase;
  readonly log: DeskLog;
  readonly host: HTMLElement;
} {
  const host = document.createElement("main");
  document.body.append(host);
  const made: { of?: MemoryCase; log?: DeskLog } = {};
  const stop = render(() => {
    const of = createMemoryCase({ title: "视频会员年卡", category: "membership" });
    for (const text of texts) of.must("note.add", { text });
    const { services, log } = createMemoryServices(of.live);
    Object.assign(made, { of, log });
    return (
      <Served services={services}>
        <InCase live={of.live}>
          <CaseNotes />
        </InCase>
      </Served>
    );
  }, host);
  end = () => {
    stop();
    host.remove();
  };
  const { of, log } = made;
  if (of === undefined || log === undefined) throw new Error("nothing was mounted");
  return { of, log, host };
}

test("[P5] without a note the section says what they are for, and leads to a new one", async () => {
  const { of, log, host } = mount();
  expect(host.textContent).toContain("电话里说了什么、接下来做什么，可以记在这里。");
  await page.getByRole("button", { name: "写一条新笔记" }).click();
  expect(log.executed).toEqual([{ command: "note.write", arg: { caseId: of.live.caseId } }]);
});

test("[P5] the newest three are named by their first line, and one opens by a press; the others are a press away", async () => {
  const { of, log, host } = mount("最早的", "第二条", "客服说周五退\n再问", "\n最新的");
  expect([...host.querySelectorAll("li")].map((row) => row.querySelector("span")?.textContent?.trim())).toEqual([
    "最新的",
    "客服说周五退",
    "第二条",
  ]);
  await page.getByRole("button", { name: "打开笔记：客服说周五退" }).click();
  await page.getByRole("button", { name: "全部 4 条" }).click();
  const { caseId } = of.live;
  const note = of.live.ids("note").toSorted()[2];
  expect(log.executed).toEqual([
    { command: "note.open", arg: { caseId, note } },
    { command: "note.open", arg: { caseId } },
  ]);
});

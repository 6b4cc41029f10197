/** Small forms asked by a fix, in a real browser: they show what is missing, and write just that. */
import { instant } from "@recourse/core";
import { pack } from "@recourse/pack-cn";
import type { ViewProps } from "@recourse/ui";
import { createSignal, Show, type JSX } from "solid-js";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { CasePage } from "../../../parts/CasePage.tsx";
import { createMemoryCase, FIXTURE_NOW, type MemoryCase } from "../../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage } from "../../../parts/mounted-page.fixture.tsx";
import { useCase } from "../../../parts/served.tsx";
import type { Services } from "../../../services/services.ts";
import type { Data } from "../asking.ts";
import { EventForm } from "./EventForm.tsx";
import { PartyForm } from "./PartyForm.tsx";
import { RecordForm } from "./RecordForm.tsx";
import { overrideSpec, specOf } from "./specs.ts";

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});

const [done, setDone] = createSignal(false);
type Ask = (of: MemoryCase) => { readonly command: string; readonly data: Data };

/** The form of a call, as the window shows it. */
async function mount(make: () => MemoryCase, ask: Ask, width = 600): Promise<MountedPage> {
  setDone(false);
  const made: { of?: MemoryCase } = {};
  const View = (props: ViewProps<Services>): JSX.Element => (
    <CasePage {...props}>{() => <Show when={!done() && made.of}>{(of) => <Form {...ask(of())} />}</Show>}</CasePage>
  );
  mounted = await mountPage(page, View, () => (made.of = make()), { width });
  return mounted;
}
function Form(props: { readonly command: string; readonly data: Data }): JSX.Element {
  const live = useCase();
  const end = (): void => void setDone(true);
  const kind = props.command.split(".")[0] ?? "";
  if (kind === "party") return <PartyForm command={props.command} data={props.data} onDone={end} />;
  if (kind === "event") return <EventForm data={props.data} onDone={end} />;
  const found = specOf(kind, live.whole(), pack);
  if (found === undefined) throw new Error(`no form of ${kind}`);
  const spec = kind === "override" ? overrideSpec(props.data["packPath"], found) : found;
  return <RecordForm spec={spec} command={props.command} data={props.data} onDone={end} />;
}
const membership = (): MemoryCase =>
  createMemoryCase({
    title: "年卡",
    category: "membership",
    respondent: { name: "某某视频科技有限公司" },
    order: { number: "20240501001", item: "年卡", paidFen: 29_900, orderedAt: instant("2024-05-01T10:02:31+08:00") },
  });
const save = () => page.getByRole("button", { name: "保存" }).click();

describe("[X9] a form asks what is missing", () => {
  test("[X9] the address of the other side: asked alone, the rest is a press away, and only it is written", async () => {
    const { of, host } = await mount(membership, (made) => ({
      command: "party.edit",
      data: { id: made.live.ids("party")[0], ask: "address" },
    }));
    await page.getByRole("textbox", { name: /^地址/ }).fill("某市某路299号");
    await save();
    expect(of.live.all("party")[0]).toMatchObject({ name: "某某视频科技有限公司", address: "某市某路299号" });
    expect(host.querySelector("form")).toBeNull();
  });

  test("[P4] who I am: name, telephone and address, no identity number and no place where it was found", async () => {
    const { of, host } = await mount(membership, () => ({
      command: "party.add",
      data: { role: "claimant", ask: "name" },
    }));
    expect([...host.querySelectorAll("label")].map((e) => e.textContent.replace("（可不填）", ""))).toHaveLength(3);
    expect(host.textContent).not.toContain("在哪里找到");
    await page.getByRole("textbox", { name: /^姓名或名称/ }).fill("张三");
    await page.getByRole("textbox", { name: /^联系方式/ }).fill("13800000001");
    await save();
    expect(of.live.all("party").find((p) => p.role === "claimant")).toMatchObject({
      name: "张三",
      contact: "13800000001",
    });
  });

  test("[X9] who took the money: one field of the case, with the others folded", async () => {
    const { of, host } = await mount(membership, () => ({ command: "case.edit", data: { ask: "paidTo" } }));
    expect(host.querySelector("details")?.open).toBe(false);
    await page.getByRole("combobox", { name: /^钱付给了谁/ }).selectOptions("merchant");
    await save();
    expect(of.live.all("case")[0]).toMatchObject({ paidTo: "merchant", title: "年卡" });
  });

  test("[K9] the day the harm became known: no list of events to choose from", async () => {
    const { of, host } = await mount(membership, () => ({
      command: "event.append",
      data: { type: "infringement.known" },
    }));
    expect(host.querySelector("select")).toBeNull();
    await save();
    expect(host.querySelector("[aria-invalid=true]")).not.toBeNull();
    await page.getByLabelText("时间", { exact: true }).fill("2024-05-03");
    await save();
    expect(of.live.all("event").map((e) => [e.type, e.at])).toEqual([["infringement.known", "2024-05-03"]]);
  });

  test("[X1] a reminder that arrived names the reminder", async () => {
    const { of } = await mount(
      () => {
        const made = membership();
        made.must("event.append", {
          type: "demand.sent",
          at: instant("2024-05-03T10:00:00+08:00"),
          data: { letter: "reminder1" },
        });
        return made;
      },
      () => ({ command: "event.append", data: { type: "demand.delivered" } }),
    );
    const sent = of.live.ids("event")[0];
    await page.getByLabelText("时间", { exact: true }).fill("2024-05-04");
    await page.getByRole("textbox", { name: /^怎么知道送到的/ }).fill("显示已读");
    await save();
    expect(of.live.all("event").find((e) => e.type === "demand.delivered")?.refs).toEqual([`event/${sent}`]);
  });

  test("[L7] the limit below which one is asked: the figure alone", async () => {
    const { of, host } = await mount(membership, () => ({
      command: "override.add",
      data: { packPath: "defaults.stopBelowFen", source: "自己定的", ask: "value" },
    }));
    expect(host.querySelectorAll("input")).toHaveLength(1);
    await page.getByRole("textbox").fill("500");
    await save();
    expect(of.live.all("override")[0]).toMatchObject({
      packPath: "defaults.stopBelowFen",
      value: 50_000,
      source: "自己定的",
    });
  });

  test("[X14] complaint and report get papers of their own: the letters of the case are there to choose from", async () => {
    const { of } = await mount(
      () => {
        const made = membership();
        made.must("draft.start", { kind: "application" });
        made.must("filing.add", { channel: "samr_report", draft: made.live.ids("draft")[0] });
        return made;
      },
      (made) => ({ command: "filing.edit", data: { id: made.live.ids("filing")[0], ask: "draft" } }),
    );
    const list = page.getByRole("combobox", { name: /^用哪一份材料/ });
    await expect.element(list).toHaveValue(of.live.ids("draft")[0] ?? "");
    await list.selectOptions("");
    await save();
    expect(of.live.all("filing")[0]?.draft).toBeUndefined();
  });
});

describe("[G2] secrets in what is written down", () => {
  test("[G2] a password in a message is said to be covered, and is", async () => {
    const { of, host } = await mount(membership, () => ({
      command: "communication.add",
      data: { at: FIXTURE_NOW, direction: "theirs", medium: "chat", sender: "客服" },
    }));
    await page.getByRole("textbox", { name: "原话" }).fill("订单20240501001，密码是 abc12345");
    expect(host.querySelector("[data-masked]")?.textContent).toContain("保存时会盖住");
    await save();
    expect(of.live.all("communication")[0]?.text).toBe("订单20240501001，密码是 ******");
  });

  test("[G2] where they are looked for, it is said that numbers found by searching may be impostors", async () => {
    const { host } = await mount(membership, () => ({ command: "party.add", data: { role: "respondent" } }));
    expect(host.textContent).toContain("很多是冒充的");
  });
});

test.each([600, 360])(
  "[A6] axe finds nothing at %i px, and nothing is lower than a finger on a phone",
  async (width) => {
    const { findings, host } = await mount(
      () => {
        const made = membership();
        made.must("filing.add", { channel: "samr_complaint" });
        return made;
      },
      (made) => ({ command: "filing.edit", data: { id: made.live.ids("filing")[0], ask: "authority" } }),
      width,
    );
    // The window gives the focus to what is asked.
    expect(host.querySelector("[autofocus]")?.closest("div")?.textContent).toContain("交给哪个单位");
    expect(await findings()).toEqual([]);
  },
);

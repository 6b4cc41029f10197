/** Where the original of an exhibit is, in a real browser: nothing where all is well, plain words and a bar where it is not. */
import type { ViewProps } from "@recourse/ui";
import type { JSX } from "solid-js";
import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { EvidenceState } from "../../parts/EvidenceState.tsx";
import { createMemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage } from "../../parts/mounted-page.fixture.tsx";
import { InCase, Served } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import type { EvidenceLine } from "../../services/sharing/sharing.ts";
import { createFakeSharing, type FakeSharing, type SharedFacts } from "./sharing.fixture.ts";

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});
const SHA = "ab".repeat(32);

function Exhibit(props: ViewProps<Services>): JSX.Element {
  const live = props.services.cases.live(props.arg);
  return (
    <Served services={props.services}>
      {live === undefined ? undefined : (
        <InCase live={live}>
          <h1>view</h1>
          <EvidenceState sha256={SHA} />
        </InCase>
      )}
    </Served>
  );
}
const mount = async (fake: FakeSharing, width = 360): Promise<MountedPage> =>
  (mounted = await mountPage(page, Exhibit, () => createMemoryCase({ title: "年卡", category: "membership" }), {
    width,
    more: { sharing: fake.sharing },
  }));
/** Units: 3,400,000 bytes in 13 pieces. */
const line = (more: Partial<EvidenceLine>): SharedFacts["evidence"] =>
  new Map([
    [SHA, { is: "here", size: 3_400_000, got: 13, of: 13, onRelay: true, trouble: undefined, ...more }],
    ["cd".repeat(32), { is: "missing", size: 1, got: 0, of: 1, onRelay: false, trouble: "store" }],
  ]);
const said = (host: HTMLElement): string =>
  [...host.querySelectorAll("p")].map((each) => each.textContent?.trim()).join("|");

test("[BL2] here and on the relay: nothing is said; nor in a case that was never shared", async () => {
  const { host, end } = await mount(createFakeSharing({ evidence: line({}) }));
  expect(said(host)).toBe("");
  end();
  const plain = await mount(createFakeSharing());
  expect(said(plain.host)).toBe("");
});

test("[BL2] what is not here says so with its size; on its way it shows how far it is", async () => {
  const fake = createFakeSharing({ evidence: line({ is: "missing", got: 0 }) });
  const { host } = await mount(fake);
  expect(said(host)).toBe("还没到这台设备 · 3.4 MB");
  expect(host.querySelector("progress")).toBeNull();
  fake.change({ evidence: line({ is: "fetching", got: 5 }) });
  await expect.element(page.getByRole("progressbar", { name: "原文件已到 5 / 13 块" })).toHaveAttribute("value", "5");
  expect(said(host)).toContain("正在接收 · 3.4 MB");
  fake.change({ evidence: line({}) });
  await expect.poll(() => said(host)).toBe("");
});

test("[BL2] not uploaded: said to who brings it, not to who only views", async () => {
  const fake = createFakeSharing({ evidence: line({ onRelay: false }) });
  const { host } = await mount(fake);
  expect(said(host)).toBe("还没上传，帮手那边看不到原文件");
  fake.change({ role: "viewer" });
  await expect.poll(() => said(host)).toBe("");
});

test.each([
  ["no_room", { is: "missing" }, "请腾出一些空间"],
  ["false_note", { is: "missing" }, "重新放一次"],
  ["store", { is: "missing" }, "会自动再试"],
  ["quota", { onRelay: false }, "空间用完了"],
  ["disk", { onRelay: false }, "没有空间了"],
  ["rate", { onRelay: false }, "会自动再试"],
] as const)("[BL2] %s is said in plain words with what helps", async (trouble, more, words) => {
  const { host } = await mount(createFakeSharing({ evidence: line({ ...more, trouble }) }));
  expect(host.querySelector(`[data-evidence-trouble=${trouble}]`)?.textContent).toContain(words);
  // The trouble is why it is not uploaded: that is not said twice.
  expect(host.querySelector("[data-evidence=not_sent]")).toBeNull();
});

test.each([
  [900, "zh-CN"],
  [360, "zh-CN"],
  [360, "en"],
] as const)("[A6] axe finds nothing at %i px in %s", async (width, lang) => {
  const fake = createFakeSharing({ evidence: line({ is: "fetching", got: 5 }) });
  const { findings, setLang, host } = await mount(fake, width);
  setLang(lang);
  expect(await findings()).toEqual([]);
  fake.change({ evidence: line({ is: "missing", trouble: "false_note" }) });
  expect(await findings()).toEqual([]);
  expect(host.scrollWidth).toBeLessThanOrEqual(width);
});

/** What the workbench shows of a shared case in a real browser: its state beside the word of saving, and a word when somebody waits. */
import "@recourse/ui/theme.css";
import { createShell, createWorkbench, WorkbenchShell, type Toast } from "@recourse/ui";
import { word } from "@recourse/words";
import { createRoot } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { argsOf } from "../../live/plain.ts";
import { createMemoryCase, createMemoryServices, FIXTURE_NOW } from "../../parts/memory-case.fixture.ts";
import type { Services } from "../../services/services.ts";
import { shareContribution } from "./share.contribution.ts";
import { standingInView } from "./share-status.ts";
import { createFakeSharing, request, type FakeSharing } from "./sharing.fixture.ts";

let ended: (() => void) | undefined;
afterEach(() => {
  ended?.();
  ended = undefined;
});

interface Shown {
  readonly caseId: string;
  readonly toasts: readonly Toast[];
  readonly opened: readonly (readonly [view: string, arg: string | undefined])[];
}

async function show(fake: FakeSharing, width = 1000): Promise<Shown> {
  await page.viewport(width, 700);
  const toasts: Toast[] = [];
  const opened: (readonly [string, string | undefined])[] = [];
  return createRoot((dispose) => {
    const { live } = createMemoryCase({ title: "视频会员年卡", category: "membership" });
    const base = createMemoryServices(live);
    const { services } = createMemoryServices(live, {
      sharing: fake.sharing,
      cases: {
        ...base.services.cases,
        list: () => [{ id: live.caseId, title: "视频会员年卡", category: "membership", createdAt: FIXTURE_NOW }],
      },
      desk: {
        ...base.services.desk,
        open: (view, arg) => void opened.push([view, arg]),
        toast: (toast) => void toasts.push(toast),
      },
    });
    const wb = createWorkbench<Services>({
      services,
      lang: services.say.lang,
      mac: false,
      words: (key, args) => word(key, argsOf(args ?? {}), services.say.lang()),
    });
    const shell = createShell({ wb });
    wb.add({
      id: "saving",
      commands: [{ id: "app.saving", title: "screen.save.title", run: () => undefined }],
      menus: [{ menu: "status", command: "app.saving", group: "left", order: 0, label: () => "已存在这台设备" }],
    });
    wb.add(shareContribution);
    wb.context.bind("sharing", () => standingInView(services));
    const host = document.createElement("div");
    document.body.append(host);
    const end = render(() => <WorkbenchShell shell={shell} />, host);
    ended = () => {
      end();
      host.remove();
      shell.dispose();
      dispose();
    };
    return { caseId: live.caseId, toasts, opened };
  });
}
/** Words of the left half, but for the shell's own about problems. */
const status = (): readonly string[] =>
  [...document.querySelectorAll("[data-part=status] ul:first-of-type li")]
    .map((each) => each.textContent?.trim() ?? "")
    .filter((text) => text !== "没有要注意的地方");

test("[I10] a case that is not shared adds nothing to the status bar", async () => {
  await show(createFakeSharing());
  expect(status()).toEqual(["已存在这台设备"]);
});

test("[I6] [I10] the state stands beside the word of saving, follows every change, and leads to the people", async () => {
  const fake = createFakeSharing({ reach: { is: "seen", unsent: 0, seenBy: 2 } });
  const { opened, caseId } = await show(fake);
  expect(status()).toEqual(["已存在这台设备", "2 位帮手已收到"]);
  const signs = new Set([document.querySelector("[data-part=status] li:nth-child(2) svg")?.innerHTML]);
  fake.change({ linking: "offline", reach: { is: "here", unsent: 3, seenBy: 0 } });
  await expect.poll(status).toEqual(["已存在这台设备", "离线 · 还有 3 条没上传"]);
  signs.add(document.querySelector("[data-part=status] li:nth-child(2) svg")?.innerHTML);
  fake.change({ requests: [request()] });
  await expect.poll(status).toEqual(["已存在这台设备", "有人想加入"]);
  signs.add(document.querySelector("[data-part=status] li:nth-child(2) svg")?.innerHTML);
  expect(signs.size).toBe(3);
  await page.getByRole("button", { name: "有人想加入" }).click();
  expect(opened).toEqual([["share", caseId]]);
});

test("[I6] on a phone both words share the one line there is", async () => {
  const fake = createFakeSharing({ linking: "offline" });
  await show(fake, 360);
  const line = (): string | null | undefined => document.querySelector("[data-part=head] p:nth-child(2)")?.textContent;
  expect(line()).toBe("已存在这台设备 · 离线");
  fake.change({ linking: "live" });
  await expect.poll(line).toBe("已存在这台设备 · 加密备份已上传");
});

test("[JO2] whoever has the case open is told once that somebody waits, and can go there", async () => {
  const fake = createFakeSharing({});
  const { toasts, opened, caseId } = await show(fake);
  expect(toasts).toEqual([]);
  fake.change({ requests: [request({ is: "asking", code: undefined })] });
  await expect.poll(() => toasts.map(({ text }) => text)).toEqual(["“bob”想加入“视频会员年卡”"]);
  fake.change({ requests: [request()] });
  expect(toasts).toHaveLength(1);
  toasts[0]?.action?.run();
  expect(opened).toEqual([["share", caseId]]);
});

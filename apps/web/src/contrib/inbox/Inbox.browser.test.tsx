/** `.casebox` files among what is dropped on the inbox, in a real browser: they go to sharing, everything else waits as before. */
import { err, id, ok } from "@recourse/core";
import { createRoot } from "solid-js";
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createMemoryCase, createMemoryServices } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage } from "../../parts/mounted-page.fixture.tsx";
import type { Sharing } from "../../services/sharing/sharing.ts";
import { InboxView } from "./InboxView.tsx";

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});

const CASE = id("01ARZ3NDEKTSV4RRFF00000007");
type Answer = Awaited<ReturnType<Sharing["files"]["take"]>>;

const brought = (more: Partial<Extract<Answer, { ok: true }>["value"]> = {}): Answer =>
  ok({ caseId: CASE, title: "年卡", added: 3, known: 5, waiting: 0, refused: 0, isDamaged: false, ...more });

/** The inbox; `answers`: what sharing says of each `.casebox`, in order. */
async function inbox(...answers: readonly Answer[]) {
  const boxes: string[] = [];
  const materials: string[] = [];
  const { sharing, intake } = createRoot((end) => {
    const { services } = createMemoryServices(undefined);
    end();
    return services;
  });
  const left = [...answers];
  mounted = await mountPage(page, InboxView, () => createMemoryCase({ title: "别的案件", category: "other" }), {
    width: 360,
    more: {
      sharing: {
        ...sharing,
        files: {
          ...sharing.files,
          take: async (file) => {
            boxes.push(file instanceof File ? file.name : "");
            const answer = left.shift();
            if (answer === undefined) throw new Error("not loaded");
            return answer;
          },
        },
      },
      intake: {
        ...intake,
        take: async (files) => {
          materials.push(...files.map(({ name }) => name));
          return [];
        },
      },
    },
  });
  return { ...mounted, boxes, materials };
}
const drop = (host: Element, ...files: readonly File[]): void => {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
  host.querySelector("[data-inbox]")?.dispatchEvent(event);
};

test("[FI2] a .casebox among dropped files goes to its case and says what it brought; the others wait to be sorted", async () => {
  const { host, log, boxes, materials, findings } = await inbox(brought());
  drop(host, new File(["a"], "截图.png"), new File(["CASEBOX\0"], "Changes.CASEBOX"), new File(["b"], "聊天.txt"));
  await expect.poll(() => host.querySelector("[data-casebox=taken]")?.textContent).toContain("新来的 3 条");
  expect(boxes).toEqual(["Changes.CASEBOX"]);
  await expect.poll(() => materials).toEqual(["截图.png", "聊天.txt"]);
  const line = host.querySelector("[data-casebox=taken]");
  expect(line?.querySelector("strong")?.textContent).toBe("Changes.CASEBOX");
  expect(line?.textContent).toContain("年卡");
  expect(await findings()).toEqual([]);
  await page.getByRole("button", { name: "打开案件" }).click();
  expect(log.executed).toEqual([{ command: "case.open", arg: { caseId: CASE } }]);
});

test("[FI1] one that a messenger renamed is known by its beginning; what only begins alike is material", async () => {
  const { host, boxes, materials } = await inbox(brought({ isDamaged: true }));
  drop(host, new File(["CASEBOX\0\u0001\u0001"], "recourse-share.casebox.bin"), new File(["CASE"], "case.txt"));
  await expect.poll(() => host.querySelector("[data-damaged]")?.textContent).toContain("请再要一份完整的");
  await expect.poll(() => materials).toEqual(["case.txt"]);
  expect(boxes).toEqual(["recourse-share.casebox.bin"]);
});

test("[FI2] several: each has its line, a torn one by name and with what helps, one that needs more leads to the page for it", async () => {
  const { host, log, boxes, findings } = await inbox(
    err({ kind: "torn" }),
    err({ kind: "passphrase_needed" }),
    brought({ added: 0 }),
  );
  const input = host.querySelector<HTMLInputElement>("input[type=file]");
  if (input === null) throw new Error("no place for a file");
  await userEvent.upload(input, [
    new File(["x"], "a.casebox"),
    new File(["y"], "b.casebox"),
    new File(["z"], "c.casebox"),
  ]);
  await expect.poll(() => host.querySelectorAll("[data-casebox]").length).toBe(3);
  expect(boxes).toEqual(["a.casebox", "b.casebox", "c.casebox"]);
  const torn = host.querySelector("[data-trouble=torn]")?.textContent;
  expect(torn).toContain("a.casebox");
  expect(torn).toContain("重新发一次");
  expect(host.querySelector("[data-casebox=taken]")?.textContent).toContain("没有新的");
  expect(await findings()).toEqual([]);
  await page.getByRole("button", { name: "打开 .casebox 文件" }).click();
  expect(log.executed).toEqual([{ command: "share.take", arg: undefined }]);
});

test("[FI2] where the part for these files could not be loaded, it says that nothing was changed", async () => {
  const { host } = await inbox();
  drop(host, new File(["x"], "a.casebox"));
  await expect.poll(() => host.querySelector("[data-trouble=store]")?.textContent).toContain("什么都没有改");
});

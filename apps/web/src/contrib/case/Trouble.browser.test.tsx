/** Stored trouble on a page, from the problem's quick fix to the window that shows or settles it; two documents of the same case. */
import "@recourse/ui/theme.css";
import { id, instant, type Id } from "@recourse/core";
import { pack } from "@recourse/pack-cn";
import { createMemoryDevice, openCase, type CaseSession } from "@recourse/sync";
import { letterRenderer } from "@recourse/words";
import axe from "axe-core";
import { createRoot } from "solid-js";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { applyUpdate, encodeStateAsUpdate } from "yjs";
import { actionOf, takeFix } from "../../live/action.ts";
import { createCaseLive, type OpenLive } from "../../live/case-live.ts";
import { problemsOf } from "../../live/case-problems.ts";
import { createIds, createMemoryServices } from "../../parts/memory-case.fixture.ts";
import type { Services } from "../../services/services.ts";
import { asking } from "./asking.ts";
import { caseContribution } from "./case.contribution.tsx";

const CASE = id("01M81G67ZJSZCNEJNY00000001");
const PARTY = id("01M81G67ZJSZCNEJNY00000002");
const NOW = instant("2026-11-22T12:00:00+08:00");

const ended: (() => void)[] = [];
afterEach(() => {
  asking.ask(undefined);
  for (const end of ended.splice(0).toReversed()) end();
});

async function openSession(): Promise<CaseSession> {
  const opened = await openCase(createMemoryDevice().tab(), CASE);
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

interface Page {
  readonly session: CaseSession;
  readonly live: OpenLive;
  readonly copied: string[];
  readonly saved: { readonly name: string; readonly blob: Blob }[];
  readonly offered: (() => void)[];
  /** Takes the first quick fix of the only problem with this code, as the problems panel does. */
  readonly fix: (code: string) => void;
}

/** Alice's page, with a case that has one party. */
async function alice(): Promise<Page> {
  await page.viewport(900, 700);
  document.documentElement.lang = "zh-CN";
  document.title = "case";
  const session = await openSession();
  const mint = createIds();
  const copied: string[] = [];
  const saved: { readonly name: string; readonly blob: Blob }[] = [];
  const offered: (() => void)[] = [];
  return createRoot((dispose) => {
    ended.push(dispose);
    const live = createCaseLive(session, {
      pack: () => pack,
      render: letterRenderer,
      now: () => NOW,
      by: () => undefined,
      mint,
      onRow: () => undefined,
      onRun: () => undefined,
    });
    const plain = createMemoryServices(live).services;
    const known = caseContribution.commands ?? [];
    const { services } = createMemoryServices(live, {
      desk: {
        ...plain.desk,
        can: (name) => known.some((command) => command.id === name),
        exec: (name, arg) => {
          const command = known.find((each) => each.id === name);
          const read = command?.schema?.safeParse(arg);
          if (command === undefined || read?.success !== true) throw new Error(`refused: ${name}`);
          void command.run(read.data, services);
        },
        toast: ({ action }) => void (action !== undefined && offered.push(action.run)),
      },
      dossier: dossierThatCopies(copied),
      download: (name, blob) => void saved.push({ name, blob }),
    });
    const end = caseContribution.activate?.(services);
    if (typeof end === "function") ended.push(end);
    for (const [command, data] of [
      ["case.create", { title: "年卡", category: "membership", lang: "zh-CN" }],
      ["party.add", { id: PARTY, role: "respondent", name: "甲公司" }],
    ] as const) {
      const done = live.run(command, data);
      if (!done.ok) throw new Error(done.error.kind);
    }
    const fix: Page["fix"] = (code) => {
      const [problem, ...more] = problemsOf(live.problems(), services.say).filter((p) => p.code === code);
      const action = actionOf(problem?.fixes[0]?.arg);
      if (action === undefined || more.length > 0) throw new Error(`not one fix of ${code}`);
      takeFix(services, CASE, action);
    };
    return { session, live, copied, saved, offered, fix };
  });
}

/** Copying only; anything else asked of it is a mistake and throws. */
function dossierThatCopies(copied: string[]): Services["dossier"] {
  const no = (): never => {
    throw new Error("not part of this test");
  };
  return {
    text: no,
    docx: no,
    attachments: no,
    plan: no,
    bundle: no,
    verify: no,
    incoming: no,
    takeIn: no,
    markSent: no,
    copy: (text) => {
      copied.push(text);
      return Promise.resolve(true);
    },
  };
}

/** Alice and bob write without having seen each other's; then bob's reaches alice. */
async function bothWrite(on: CaseSession, byAlice: () => void, byBob: (bob: CaseSession) => void): Promise<void> {
  const bob = await openSession();
  applyUpdate(bob.doc, encodeStateAsUpdate(on.doc));
  byAlice();
  byBob(bob);
  applyUpdate(on.doc, encodeStateAsUpdate(bob.doc), "bob");
}

const nameOf = (live: OpenLive, party: Id): string | undefined => live.record("party", party)?.name;

async function shown(): Promise<HTMLDialogElement> {
  // The window is loaded when first asked for, which takes its time on a cold start.
  await expect.poll(() => document.querySelector("dialog[open] strong"), { timeout: 15_000 }).not.toBeNull();
  const dialog = document.querySelector<HTMLDialogElement>("dialog[open]");
  if (dialog === null) throw new Error("no window");
  return dialog;
}
const closed = (): Promise<void> => expect.poll(() => document.querySelector("dialog[open]")).toBeNull();
const buttons = (of: HTMLElement): readonly HTMLButtonElement[] => [
  ...of.querySelectorAll<HTMLButtonElement>("li button"),
];
const violations = async (of: HTMLElement): Promise<readonly string[]> =>
  (await axe.run(of)).violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ""}`);

async function nameInConflict(): Promise<Page> {
  const on = await alice();
  await bothWrite(
    on.session,
    () => void on.live.run("party.edit", { id: PARTY, set: { name: "乙公司" } }),
    (bob) => void bob.write([{ op: "set", kind: "party", id: PARTY, field: "name", value: "丙公司" }]),
  );
  // Which of the two is in use depends on the ids of the documents, so each test reads it.
  expect(on.live.trouble().conflicts).toHaveLength(1);
  return on;
}

describe("stored trouble", () => {
  test("[I1] a damaged record is shown as it is stored, to copy and to take along", async () => {
    const { session, live, copied, saved, fix } = await alice();
    const before = live.trouble();
    // The amount is a text where fen belong, and the other fields that an order must have are missing.
    session.doc.getMap("order").set("01M81G67ZJSZCNEJNY00000009", { paidFen: "一百元", item: "年卡" });
    expect(live.trouble()).not.toBe(before);
    const after = live.trouble();
    live.run("case.edit", { set: { title: "年卡退款" } });
    expect(live.trouble()).toBe(after);

    fix("data.quarantine");
    const dialog = await shown();
    expect(dialog.querySelector("strong")?.textContent).toBe("订单");
    expect(dialog.textContent).toContain("订单号、付了多少元、下单时间");
    const raw = '{\n  "paidFen": "一百元",\n  "item": "年卡"\n}';
    expect(dialog.querySelector("pre")?.textContent).toBe(raw);
    expect(await violations(dialog)).toEqual([]);
    await page.getByRole("button", { name: "复制原文" }).click();
    expect(copied).toEqual([raw]);
    await page.getByRole("button", { name: "导出原文" }).click();
    expect(saved[0]?.name).toBe("order-01M81G67ZJSZCNEJNY00000009.json");
    expect(await saved[0]?.blob.text()).toBe(raw);
  });

  test("[I1] a kind of a newer version is named as it is stored", async () => {
    const { session, fix } = await alice();
    session.doc.getMap("hologram").set("x", { depth: 3 });
    fix("data.foreign");
    const dialog = await shown();
    expect(dialog.querySelector("strong")?.textContent).toContain("hologram");
    expect(dialog.querySelector("pre")?.textContent).toBe('{\n  "depth": 3\n}');
  });

  test("[I1] of two names written at once the other is chosen: the conflict is gone, and undoing brings the first back", async () => {
    const { session, live, fix, offered } = await nameInConflict();
    const kept = nameOf(live, PARTY);
    const other = kept === "乙公司" ? "丙公司" : "乙公司";
    fix("data.conflict");
    const dialog = await shown();
    expect(dialog.querySelector("strong")?.textContent).toBe(`当事人 ${kept} · 姓名或名称`);
    expect(buttons(dialog).map((b) => b.textContent)).toEqual([`${kept}现在用的`, other]);
    expect(await violations(dialog)).toEqual([]);
    buttons(dialog)[1]?.click();
    await closed();
    expect(nameOf(live, PARTY)).toBe(other);
    expect(session.reader.current().conflicts).toEqual([]);
    expect(live.problems().filter((p) => p.code === "data.conflict")).toEqual([]);
    offered[0]?.();
    expect(nameOf(live, PARTY)).toBe(kept);
    expect(session.reader.current().conflicts).toEqual([]);
  });

  test("[I1] choosing the name in use settles it too", async () => {
    const { session, live, fix } = await nameInConflict();
    const kept = nameOf(live, PARTY);
    fix("data.conflict");
    buttons(await shown())[0]?.click();
    await closed();
    expect(nameOf(live, PARTY)).toBe(kept);
    expect(session.reader.current().conflicts).toEqual([]);
  });

  test.each([
    ["the one in use", 0],
    ["the other", 1],
  ])("[I1] a record removed here and restored there is settled by choosing %s", async (_, chosen) => {
    const { session, live, fix } = await alice();
    live.run("party.remove", { id: PARTY });
    // Alice restores it and removes it again; bob restores it.
    await bothWrite(
      session,
      () => {
        live.run("party.restore", { id: PARTY });
        live.run("party.remove", { id: PARTY });
      },
      (bob) => void bob.write([{ op: "restore", kind: "party", id: PARTY }]),
    );
    const stood = nameOf(live, PARTY) !== undefined;
    fix("data.conflict");
    const all = buttons(await shown());
    const words = all.map((b) => b.textContent);
    expect(words).toEqual(stood ? ["留着现在用的", "移除"] : ["移除现在用的", "留着"]);
    all[chosen]?.click();
    await closed();
    expect(session.reader.current().conflicts).toEqual([]);
    expect(nameOf(live, PARTY) !== undefined).toBe(chosen === 0 ? stood : !stood);
  });
});

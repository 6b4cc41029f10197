/** An open case on a page: what wakes, and how often. */
import { id, instant, type Instant } from "@recourse/core";
import { pack } from "@recourse/pack-cn";
import {
  createMemoryRows,
  createMemoryTabs,
  createMemoryUpdateStore,
  createMemoryViewCache,
  createManualScheduler,
  openCase,
  type CaseSession,
} from "@recourse/sync";
import { letterRenderer } from "@recourse/words";
import { createRoot, createSignal, For } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, describe, expect, test } from "vitest";
import { applyUpdate, encodeStateAsUpdate } from "yjs";
import { createCaseLive, type OpenLive } from "./case-live.ts";

const CASE = id("01M81G67ZJSZCNEJNY00000001");
const NOW = instant("2026-11-22T12:00:00+08:00");
let minted = 0;
const mint = () => id(`01M81G67ZJSZCNEJNZ${String((minted += 1)).padStart(8, "0")}`);

const ended: (() => void)[] = [];
afterEach(() => {
  for (const end of ended.splice(0)) end();
});

async function openSession(): Promise<CaseSession> {
  const opened = await openCase(
    {
      store: createMemoryUpdateStore(createMemoryRows(), true),
      cache: createMemoryViewCache(),
      tabs: createMemoryTabs().join(),
      wake: () => () => undefined,
      scheduler: createManualScheduler(),
      mint: () => mint(),
    },
    CASE,
  );
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

async function alice(): Promise<{
  readonly session: CaseSession;
  readonly live: OpenLive;
  readonly tick: (to: Instant) => void;
}> {
  const session = await openSession();
  const [now, setNow] = createSignal(NOW);
  const live = createRoot((dispose) => {
    ended.push(dispose);
    return createCaseLive(session, {
      pack: () => pack,
      render: letterRenderer,
      now,
      by: () => undefined,
      mint,
      onRow: () => undefined,
      onRun: () => undefined,
    });
  });
  const made = live.run("case.create", {
    title: "年卡",
    category: "membership",
    lang: "zh-CN",
    order: { number: "VIP-1", item: "年卡", paidFen: 22_800, orderedAt: NOW },
  });
  if (!made.ok) throw new Error(made.error.kind);
  return { session, live, tick: (to) => void setNow(to) };
}

/** What bob writes on his device, as it reaches alice. */
async function bobWrites(to: CaseSession, change: (bob: CaseSession) => void): Promise<void> {
  const bob = await openSession();
  applyUpdate(bob.doc, encodeStateAsUpdate(to.doc));
  change(bob);
  applyUpdate(to.doc, encodeStateAsUpdate(bob.doc), "bob");
}

function mount(view: () => ReturnType<typeof For>): { readonly host: HTMLElement; readonly mutations: () => number } {
  const host = document.body.appendChild(document.createElement("div"));
  const end = render(view, host);
  let count = 0;
  const observer = new MutationObserver((records) => {
    count += records.length;
  });
  observer.observe(host, { subtree: true, childList: true, characterData: true, attributes: true });
  ended.push(() => {
    observer.disconnect();
    end();
    host.remove();
  });
  return {
    host,
    mutations: () => {
      count += observer.takeRecords().length;
      return count;
    },
  };
}

describe("case live", () => {
  test("[G13] a remote edit of one field is exactly one mutation of the page", async () => {
    const { session, live } = await alice();
    for (const text of ["一", "二", "三"]) live.run("party.add", { role: "payee", name: text });
    const { host, mutations } = mount(() => (
      <ul>
        <For each={live.ids("party")}>{(party) => <li>{live.record("party", party)?.name}</li>}</For>
      </ul>
    ));
    expect(host.textContent).toBe("一二三");
    const second = live.ids("party")[1];
    if (second === undefined) throw new Error("no party");
    await bobWrites(
      session,
      (bob) => void bob.write([{ op: "set", kind: "party", id: second, field: "name", value: "两" }]),
    );
    expect(host.textContent).toBe("一两三");
    expect(mutations()).toBe(1);
  });
  test("[G13] a record that comes is one mutation, and the others stay the same elements", async () => {
    const { session, live } = await alice();
    live.run("party.add", { role: "payee", name: "一" });
    const { host, mutations } = mount(() => (
      <ul>
        <For each={live.ids("party")}>{(party) => <li>{live.record("party", party)?.name}</li>}</For>
      </ul>
    ));
    const before = host.querySelector("li");
    const value = { role: "payee", name: "二" };
    await bobWrites(session, (bob) => void bob.write([{ op: "put", kind: "party", id: mint(), value }]));
    expect(host.querySelectorAll("li")).toHaveLength(2);
    expect(mutations()).toBe(1);
    expect(host.querySelector("li")).toBe(before);
  });
  test("[G13] signals are dropped when nobody listens", async () => {
    const { live } = await alice();
    const before = live.signals();
    const host = document.body.appendChild(document.createElement("div"));
    const end = render(() => <p>{live.record("case", CASE)?.title}</p>, host);
    expect(live.signals()).toBe(before + 1);
    end();
    host.remove();
    expect(live.signals()).toBe(before);
  });
  test("[E5] a pass that stands still wakes nobody", async () => {
    const { live, tick } = await alice();
    const { mutations, host } = mount(() => <p>{live.next().code}</p>);
    const code = host.textContent;
    tick(instant("2026-11-22T12:00:30+08:00"));
    live.run("note.add", { text: "只是一句话" });
    expect(host.textContent).toBe(code);
    expect(mutations()).toBe(0);
  });
  test("[X2] a deadline turns because the clock did, without a change of the case", async () => {
    const { live, tick } = await alice();
    const sent = live.run("event.append", { type: "application.submitted", at: NOW, data: { periodHours: 24 } });
    expect(sent.ok).toBe(true);
    expect(live.course().turn).toBe("theirs");
    tick(instant("2026-11-23T12:00:01+08:00"));
    expect(live.course().turn).toBe("mine");
  });
  test("[UI] a run is undone as one step and redone", async () => {
    const { live } = await alice();
    live.run("case.edit", { set: { title: "年卡退款" } });
    expect(live.record("case", CASE)?.title).toBe("年卡退款");
    expect(live.undo()).toEqual({ applied: 1, skipped: 0 });
    expect(live.record("case", CASE)?.title).toBe("年卡");
    expect(live.redo()).toEqual({ applied: 1, skipped: 0 });
    expect(live.canRedo()).toBe(false);
  });
  test("[UI] what is refused changes nothing and says why", async () => {
    const { live, session } = await alice();
    const before = session.case();
    const refused = live.run("party.edit", { id: mint(), set: { name: "x" } });
    expect(refused.ok ? "done" : refused.error.kind).toBe("unknown_record");
    expect(session.case()).toBe(before);
  });

  test("[ME3] whoever may only view has a case that is read only, says so when that turns, and changes nothing", async () => {
    const { session } = await alice();
    let role: ReturnType<CaseSession["role"]> = "viewer";
    const live = createRoot((dispose) => {
      ended.push(dispose);
      return createCaseLive(
        { ...session, role: () => role },
        {
          pack: () => pack,
          render: letterRenderer,
          now: () => NOW,
          by: () => undefined,
          mint,
          onRow: () => undefined,
          onRun: () => undefined,
        },
      );
    });
    expect(live.readOnly()).toBe(true);
    expect(live.run("case.edit", { set: { title: "vera" } })).toEqual({
      ok: false,
      error: { kind: "not_allowed", role: "viewer" },
    });
    role = "helper";
    // Whatever made her one has come with records.
    await bobWrites(
      session,
      (bob) => void bob.write([{ op: "set", kind: "case", id: CASE, field: "title", value: "卡" }]),
    );
    expect(live.readOnly()).toBe(false);
    expect(live.run("case.edit", { set: { title: "bob" } }).ok).toBe(true);
  });
});

/**
 * The page of the large board: ours and the hand-written one in the same workbench, fed with the same rows and edits. Bundled by `board.ts`. Effects: the DOM, timers.
 */
import "@recourse/ui/theme.css";
import { createShell, createWorkbench, Icon, WorkbenchShell, type Route, type ViewProps } from "@recourse/ui";
import { word } from "@recourse/words";
import { createRoot, createSignal, type JSX } from "solid-js";
import { render } from "solid-js/web";
// @boundaries-ignore the board is the app's own
import headStyles from "../../apps/web/src/contrib/board/BoardHead.module.css";
// @boundaries-ignore the board is the app's own
import viewStyles from "../../apps/web/src/contrib/board/BoardView.module.css";
// @boundaries-ignore the board is the app's own
import laneStyles from "../../apps/web/src/contrib/board/Lanes.module.css";
// @boundaries-ignore the board is the app's own
import { BoardView } from "../../apps/web/src/contrib/board/BoardView.tsx";
// @boundaries-ignore the board is the app's own
import type { BoardRow } from "../../apps/web/src/live/board-row.ts";
// @boundaries-ignore the board is the app's own
import { createRowBook } from "../../apps/web/src/live/row-book.ts";
// @boundaries-ignore services in memory, as component tests have them
import { createMemoryServices } from "../../apps/web/src/parts/memory-case.fixture.ts";
// @boundaries-ignore the board is the app's own
import { verdictMark } from "../../apps/web/src/parts/ProofMeter.tsx";
// @boundaries-ignore the board is the app's own
import { turnLook } from "../../apps/web/src/parts/TurnChip.tsx";
// @boundaries-ignore the board is the app's own
import type { Services } from "../../apps/web/src/services/services.ts";
import { editedBy, NOW, rowAt } from "./board-rows.ts";
import { createHandBoard, type HandBoard, type IconName } from "./hand-board.ts";

/** As the toolkit takes pictures. */
type IconNode = ReturnType<typeof turnLook>["icon"];

export type Kind = "ours" | "hand";

interface Mounted {
  readonly put: (row: BoardRow) => void;
  /** Narrows to what is mine, or to everything. */
  readonly onlyMine: (on: boolean) => void;
}

let mounted: Mounted | undefined;
let count = 0;
const edits: number[] = [];
const rows = (n: number): readonly BoardRow[] => Array.from({ length: n }, (_, at) => rowAt(n - 1 - at));

const edited = (n: number): BoardRow => {
  const at = editedBy(n, count);
  edits[at] = (edits[at] ?? 0) + 1;
  return rowAt(at, edits[at]);
};

function workbenchWith(services: Services, view: (props: ViewProps<Services>) => JSX.Element): void {
  const wb = createWorkbench<Services>({
    services,
    lang: services.say.lang,
    mac: false,
    words: (key, args) =>
      word(key, Object.fromEntries(Object.entries(args ?? {}).map(([k, v]) => [k, String(v)])), "zh-CN"),
  });
  const shell = createShell({ wb });
  wb.add({
    id: "bench",
    views: [
      {
        id: "board",
        title: "screen.board",
        icon: turnLook("mine").icon,
        slot: "editor",
        load: async () => ({ default: view }),
      },
    ],
  });
  wb.add({
    id: "bench.menu",
    commands: [{ id: "bench.card", title: "screen.step.open", run: () => undefined }],
    menus: [{ menu: "card", command: "bench.card" }],
  });
  shell.layout.setSideOpen(false);
  shell.layout.open("board");
  const host = document.querySelector("#app");
  if (host !== null) render(() => <WorkbenchShell shell={shell} />, host);
}

/** Pictures as the app draws them, copied each time. */
function createIcons(): (name: IconName) => Node {
  const nodes: Readonly<Record<IconName, IconNode>> = {
    mine: turnLook("mine").icon,
    theirs: turnLook("theirs").icon,
    authority: turnLook("authority").icon,
    none: turnLook("none").icon,
    ok: verdictMark.ok,
    weak: verdictMark.weak,
    go: turnLook("theirs").icon,
    more: verdictMark.none,
  };
  const made = new Map<IconName, Node>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known.cloneNode(true);
    const box = document.createElement("span");
    render(() => <Icon icon={nodes[name]} size="small" />, box);
    const [svg] = box.querySelectorAll("svg");
    if (svg === undefined) throw new Error(`no picture ${name}`);
    made.set(name, svg);
    return svg.cloneNode(true);
  };
}

/** The hand-written board under the same head: a search, and the two keys every variant knows. */
function HandView(props: { readonly n: number; readonly ready: (board: HandBoard) => void }): JSX.Element {
  const icon = createIcons();
  let host!: HTMLDivElement;
  let board: HandBoard | undefined;
  let at = -1;
  queueMicrotask(() => {
    board = createHandBoard(host, rows(props.n), NOW, icon);
    props.ready(board);
  });
  return (
    <div class={viewStyles["board"]}>
      <header class={headStyles["head"]}>
        <label class={headStyles["search"]}>
          {icon("go")}
          <input type="search" data-board-search="" onInput={(event) => board?.search(event.currentTarget.value)} />
        </label>
      </header>
      <div
        ref={host}
        class={laneStyles["scroll"]}
        style={{
          "--head": "208px",
          "--least": "1128px",
        }}
        onFocusIn={(event) => {
          const lane =
            event.target instanceof Element ? event.target.closest("[data-lane]")?.getAttribute("data-lane") : null;
          at = board?.ids().findIndex((id) => id === lane) ?? -1;
        }}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          board?.focus(at + (event.key === "ArrowDown" ? 1 : -1));
        }}
      />
    </div>
  );
}

/** A query after a change; undefined takes a key out. */
const withChange = (
  before: Route["query"],
  change: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries({ ...before, ...change }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

/** Draws a board of `n` rows. Resolves when its first cards stand. */
async function mount(kind: Kind, n: number): Promise<number> {
  count = n;
  const book = createRowBook();
  const [query, setQuery] = createSignal<Route["query"]>({});
  const services = createRoot(() => {
    const { cases, desk } = createMemoryServices(undefined).services;
    return createMemoryServices(undefined, {
      now: () => NOW,
      cases: { ...cases, rows: book.all, book },
      desk: {
        ...desk,
        query,
        setQuery: (change) => void setQuery((before) => withChange(before, change)),
      },
    }).services;
  });
  if (kind === "ours") {
    book.put(rows(n).map((row) => [row.caseId, row]));
    workbenchWith(services, (props) => <BoardView {...props} />);
    mounted = { put: (row) => book.put([[row.caseId, row]]), onlyMine: (is) => setQuery(is ? { turn: "mine" } : {}) };
  } else {
    workbenchWith(services, () => (
      <HandView n={n} ready={(board) => (mounted = { put: board.put, onlyMine: board.onlyMine })} />
    ));
  }
  for (let frames = 0; document.querySelector("[data-card]") === null && frames < 600; frames += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  return document.querySelectorAll("[data-card]").length;
}

export interface Watch {
  /** Units: milliseconds, of every event that took a frame or more, to the next paint. */
  readonly events: readonly number[];
  /** All events that were handled. */
  readonly handled: number;
  /** Units: milliseconds, of tasks above 50. */
  readonly longTasks: readonly number[];
  readonly edits: number;
}

let stopFeed = (): void => undefined;
let seen: { events: number[]; long: number[]; handled: number; edits: number } = {
  events: [],
  long: [],
  handled: 0,
  edits: 0,
};

/** Feeds edits at a rate and writes down what the page takes for its events. */
function begin(perSecond: number): void {
  seen = { events: [], long: [], handled: 0, edits: 0 };
  const events = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.events.push(entry.duration);
  });
  events.observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  const long = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.long.push(entry.duration);
  });
  long.observe({ type: "longtask", buffered: false });
  const handled = (): void => void (seen.handled += 1);
  for (const type of ["keydown", "keyup", "keypress", "input", "beforeinput", "pointerdown", "pointerup", "click"])
    addEventListener(type, handled, true);
  // Behind a hidden or busy page timers come late; what is due is made up for, as a peer's messages would be.
  const from = performance.now();
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - from) / 1000) * perSecond);
    while (seen.edits < due) {
      seen.edits += 1;
      mounted?.put(edited(seen.edits));
    }
  }, 1000 / perSecond);
  stopFeed = () => {
    clearInterval(timer);
    events.disconnect();
    long.disconnect();
  };
}

async function end(): Promise<Watch> {
  // Event timing is told after the paint it waited for.
  await new Promise((resolve) => setTimeout(resolve, 300));
  stopFeed();
  return { events: seen.events, handled: seen.handled, longTasks: seen.long, edits: seen.edits };
}

const onlyMine = (is: boolean): void => mounted?.onlyMine(is);

/** Moves the card in use to another column, as recording its next step does. */
function moveCard(times: number): string {
  const id = document.activeElement?.closest("[data-lane]")?.getAttribute("data-lane") ?? "";
  const n = Number(id.slice(-16));
  if (id === "") return "";
  edits[n] = (edits[n] ?? 0) + 1;
  const row = rowAt(n, edits[n]);
  const rounds = ["apply", "first", "second", "third"] as const;
  mounted?.put({ ...row, turn: "theirs", round: rounds[times % rounds.length] ?? "apply" });
  return id;
}

/** Script alone of one act, the way its handler runs. Units: milliseconds. */
function scriptOf(act: "typing" | "filtering" | "moving" | "edit", n: number): number {
  const field = document.querySelector<HTMLInputElement>("[data-board-search]");
  // Who types or filters has the focus there, who moves has it on a card.
  if (act === "typing" || act === "filtering") field?.focus();
  if (act === "typing" && field !== null) {
    field.value = String(n % 100);
    const before = performance.now();
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return performance.now() - before;
  }
  const before = performance.now();
  if (act === "filtering") onlyMine(n % 2 === 0);
  else if (act === "moving") moveCard(n);
  else mounted?.put(edited(n));
  return performance.now() - before;
}

/** The card at the top gets the focus. */
function focusFirst(): boolean {
  document.querySelector<HTMLElement>("[data-card]")?.focus();
  return document.activeElement?.hasAttribute("data-card") ?? false;
}

/** What both boards must show: the titles of the lanes in view, and where the cards stand. */
function facts(): { readonly drawn: number; readonly first: string } {
  const lane = document.querySelector("[data-lane]");
  return {
    drawn: document.querySelectorAll("[data-lane]").length,
    first: lane?.querySelector("h2")?.textContent?.trim() ?? "",
  };
}

export const bench = { mount, begin, end, onlyMine, moveCard, scriptOf, focusFirst, facts };
export type BoardBench = typeof bench;

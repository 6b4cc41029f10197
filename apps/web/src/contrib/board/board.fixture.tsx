/** A board in a workbench for component tests: real shell, real commands and windows, rows given by the test. Not pure: mounts into the page. */
import "@recourse/ui/theme.css";
import {
  createShell,
  createWorkbench,
  WorkbenchShell,
  type Contribution,
  type Route,
  type Toast,
  type Workbench,
} from "@recourse/ui";
import { word } from "@recourse/words";
import { createComputed, createRoot, createSignal } from "solid-js";
import { render } from "solid-js/web";
import { page } from "vitest/browser";
import { argsOf } from "../../live/plain.ts";
import { createRowBook } from "../../live/row-book.ts";
import type { BoardRow } from "../../live/board-row.ts";
import { cards, selection } from "../../live/row-focus.ts";
import { createMemoryServices } from "../../parts/memory-case.fixture.ts";
import type { CaseLive, Services } from "../../services/services.ts";
import { acting } from "./acts/acting.ts";
import { boardActsContribution } from "./board-acts.contribution.tsx";

export interface Mounted {
  readonly services: Services;
  readonly wb: Workbench<Services>;
  readonly put: (...rows: readonly BoardRow[]) => void;
  readonly drop: (row: BoardRow) => void;
  readonly query: () => Route["query"];
  readonly setQuery: (query: Route["query"]) => void;
  /** Commands that a screen asked of the workbench and that are no part of the board. */
  readonly executed: { readonly command: string; readonly arg: unknown }[];
  readonly toasts: Toast[];
  readonly said: string[];
  readonly setLang: (lang: "zh-CN" | "en") => void;
  readonly end: () => void;
}

export interface MountOptions {
  readonly rows?: readonly BoardRow[];
  /** Open cases that windows write to; their rows follow them. */
  readonly lives?: readonly CaseLive[];
  readonly size?: readonly [width: number, height: number];
  /** What is done to cards is still being loaded; the test adds it. */
  readonly late?: boolean;
  readonly more?: Partial<Services>;
}

/** Mounts a view of the board's feature or of Today. */
export async function mountCards(
  view: NonNullable<Contribution<Services>["views"]>[number]["load"],
  name: "board" | "today",
  { rows = [], lives = [], size = [1280, 800], late = false, more = {} }: MountOptions,
): Promise<Mounted> {
  await page.viewport(...size);
  const [query, setQuery] = createSignal<Route["query"]>({});
  const executed: { command: string; arg: unknown }[] = [];
  const toasts: Toast[] = [];
  const said: string[] = [];
  return createRoot((dispose) => {
    const book = createRowBook();
    book.put(rows.map((row) => [row.caseId, row]));
    for (const live of lives) createComputed(() => book.put([[live.caseId, live.row()]]));
    const base = createMemoryServices(undefined);
    const { services } = createMemoryServices(undefined, {
      say: base.services.say,
      cases: {
        ...base.services.cases,
        rows: book.all,
        book,
        live: (caseId) => lives.find((live) => live.caseId === caseId),
        setAside: (caseIds) => {
          book.hide(new Set(caseIds));
          return () => book.hide(new Set());
        },
      },
      desk: {
        ...base.services.desk,
        query,
        setQuery: (change) =>
          void setQuery((before) =>
            Object.fromEntries(
              Object.entries({ ...before, ...change }).flatMap(([key, value]) =>
                value === undefined ? [] : [[key, value] as const],
              ),
            ),
          ),
        exec: (command, arg) => {
          if (wb.commands().has(command)) void wb.exec(command, arg);
          else executed.push({ command, arg });
        },
        toast: (toast) => void toasts.push(toast),
        announce: (sentence) => void said.push(sentence),
        can: (command) => !late || wb.commands().has(command),
        activeCase: () => undefined,
      },
      ...more,
    });
    const wb: Workbench<Services> = createWorkbench<Services>({
      services,
      lang: services.say.lang,
      mac: false,
      words: (key, args) => word(key, argsOf(args ?? {}), services.say.lang()),
    });
    const shell = createShell({ wb });
    const icon = boardActsContribution.commands?.[0]?.icon ?? [];
    wb.add({ id: name, views: [{ id: name, title: `screen.${name}`, icon, slot: "editor", load: view }] });
    if (!late) wb.add(boardActsContribution);
    shell.layout.setSideOpen(false);
    shell.layout.open(name);
    const host = document.createElement("div");
    document.body.append(host);
    const end = render(() => <WorkbenchShell shell={shell} />, host);
    return {
      services,
      wb,
      put: (...changed) => book.put(changed.map((row) => [row.caseId, row])),
      drop: (row) => book.put([[row.caseId, undefined]]),
      query,
      setQuery,
      executed,
      toasts,
      said,
      setLang: base.setLang,
      end: () => {
        acting.end();
        end();
        host.remove();
        shell.dispose();
        selection.end();
        cards.peek(false);
        dispose();
      },
    };
  });
}

/** The board itself. */
export const mountBoard = (options: MountOptions): Promise<Mounted> =>
  mountCards(async () => ({ default: (await import("./BoardView.tsx")).BoardView }), "board", options);

/**
 * The list of problems: what is wrong, where, and a button for each way out.
 *
 * 1. A row stands for one problem, known by code and target, so a new assessment keeps the rows, and with them the focus.
 * 2. Arrows, J and K, Home and End go from row to row; Enter goes to the place; the fix key takes the preferred fix.
 * 3. When a row goes while it has the focus, the row that took its place gets it; focus is never lost.
 */
import { CircleCheck, CircleX, Info, TriangleAlert, type IconNode } from "lucide";
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from "solid-js";
import type { Fix, Problem, Severity } from "../contribution.ts";
import { Button } from "../primitives/Button.tsx";
import { EmptyState } from "../primitives/EmptyState.tsx";
import { Icon } from "../primitives/Icon.tsx";
import type { Workbench } from "../workbench.ts";
import { keyed } from "./problem-rows.ts";
import styles from "./ProblemsView.module.css";

const ICONS: Readonly<Record<Severity, IconNode>> = { error: CircleX, warning: TriangleAlert, info: Info };
/** Rows drawn at first, and added by each press on "more". */
const STEP = 200;

/** The fix offered first. */
const preferred = (problem: Problem): Fix | undefined =>
  problem.fixes.find((fix) => fix.preferred === true) ?? problem.fixes[0];

export function ProblemsView(props: { readonly wb: Workbench }): JSX.Element {
  const { wb } = props;
  const rows = createMemo(() => keyed(wb.problems()));
  const ids = createMemo(() => [...rows().keys()]);
  const [drawn, setDrawn] = createSignal(STEP);
  const [current, setCurrent] = createSignal<string | undefined>(undefined);
  let list!: HTMLUListElement;
  let rest!: HTMLDivElement;
  /** The row that Tab enters: the one used last, else the first. */
  const entry = (): string | undefined => {
    const id = current();
    return id !== undefined && rows().has(id) ? id : ids()[0];
  };
  const mains = (): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[data-row]")];
  const run = (fix: Fix): void => void wb.exec(fix.command, fix.arg);
  const reveal = (problem: Problem): void => {
    if (wb.revealCommand !== undefined) void wb.exec(wb.revealCommand, problem.target);
  };

  // Where the focus was before the list changed, by row number.
  let had = -1;
  createEffect(
    on(
      ids,
      () => {
        if (had < 0 || list.contains(document.activeElement)) return;
        if (document.activeElement !== document.body && document.activeElement !== null) return;
        const all = mains();
        (all[Math.min(had, all.length - 1)] ?? rest).focus();
      },
      { defer: true },
    ),
  );
  const key = (event: KeyboardEvent): void => {
    const target = event.target;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key === "." && (event.ctrlKey || event.metaKey)) fixHere(event);
      return;
    }
    const all = mains();
    const at = all.findIndex((row) => row.closest("li")?.contains(target) === true);
    const to = {
      ArrowDown: all[at + 1],
      j: all[at + 1],
      ArrowUp: all[at - 1],
      k: all[at - 1],
      Home: all[0],
      End: all.at(-1),
      ArrowRight: target.nextElementSibling,
      ArrowLeft: target.previousElementSibling,
    }[event.key];
    if (!(to instanceof HTMLElement) || !/^(BUTTON)$/.test(to.tagName)) return;
    event.preventDefault();
    to.focus();
  };
  const fixHere = (event: KeyboardEvent): void => {
    const id = current();
    const problem = id === undefined ? undefined : rows().get(id);
    const fix = problem && preferred(problem);
    if (fix === undefined) return;
    event.preventDefault();
    run(fix);
  };
  const Row = (row: { readonly id: string }): JSX.Element => {
    // The last content stays while the row is being taken out.
    const problem = createMemo<Problem | undefined>((before) => rows().get(row.id) ?? before);
    return (
      <Show when={problem()}>
        {(found) => (
          <li
            class={styles["row"]}
            onFocusIn={() => {
              setCurrent(row.id);
              had = ids().indexOf(row.id);
            }}
          >
            <button
              type="button"
              class={styles["main"]}
              data-row=""
              tabIndex={entry() === row.id ? 0 : -1}
              onClick={() => reveal(found())}
            >
              <span class={`${styles["severity"]} ${styles[found().severity]}`}>
                <Icon icon={ICONS[found().severity]} />
                {wb.word(`ui.severity.${found().severity}`)}
              </span>
              <span class={styles["words"]}>
                {wb.word(found().code, found().args)}
                <Show when={found().place}>
                  <small class={styles["place"]}>{found().place}</small>
                </Show>
              </span>
            </button>
            <For each={found().fixes}>
              {(fix) => (
                <Button
                  tone="plain"
                  tabIndex={entry() === row.id ? 0 : -1}
                  aria-keyshortcuts={fix === preferred(found()) ? "Control+." : undefined}
                  onClick={() => run(fix)}
                >
                  {wb.word(fix.title, fix.args)}
                </Button>
              )}
            </For>
          </li>
        )}
      </Show>
    );
  };
  return (
    <div
      ref={rest}
      tabIndex={-1}
      class={styles["view"]}
      onFocusOut={(event) => {
        // Leaving by one's own doing ends the watch; a row that is taken out has no next target.
        if (event.relatedTarget instanceof Node && !list.contains(event.relatedTarget)) had = -1;
      }}
    >
      <ul
        ref={list}
        class={styles["list"]}
        aria-label={wb.word("ui.problems")}
        onKeyDown={key}
        hidden={ids().length === 0}
      >
        <For each={ids().slice(0, drawn())}>{(id) => <Row id={id} />}</For>
      </ul>
      <Show when={ids().length > drawn()}>
        <Button tone="plain" onClick={() => setDrawn((n) => n + STEP)}>
          {wb.word("ui.problems.more", { n: Math.min(STEP, ids().length - drawn()) })}
        </Button>
      </Show>
      <Show when={ids().length === 0}>
        <EmptyState
          icon={CircleCheck}
          shape="row"
          title={wb.word("ui.problems.none.title")}
          text={wb.word("ui.problems.none.text")}
        />
      </Show>
    </div>
  );
}

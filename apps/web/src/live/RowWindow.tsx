/**
 * A long list that draws what is seen: rows are keyed by case and measured as they come. Adapter to the DOM (scrolling, ResizeObserver).
 *
 * 1. The row in use stays drawn wherever the list is scrolled, and the order in the DOM is the order of the list.
 * 2. What is in view stands still: where rows above it come, go or turn out higher than thought, the scroller moves along.
 * 3. One changed row touches no other row, and a row that only moves in the page keeps the focus.
 */
import type { Id } from "@recourse/core";
import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, untrack, type JSX } from "solid-js";
import { sameIds } from "./row-list.ts";
import { drawn, layOut, type Seen } from "./row-window.ts";
import styles from "./RowWindow.module.css";

export interface RowWindowProps {
  readonly ids: readonly Id[];
  /** Units: CSS pixels a row is taken to need before it is measured. */
  readonly usual: number;
  /** The row that stays drawn. */
  readonly inUse: Id | undefined;
  readonly scroller: () => HTMLElement;
  /** Name of the list. */
  readonly label: string;
  readonly children: (id: Id) => JSX.Element;
}

/** Units: CSS pixels drawn above and below what is seen. */
const AROUND = 320;

export function RowWindow(props: RowWindowProps): JSX.Element {
  const heights = new Map<string, number>();
  const [measured, setMeasured] = createSignal(0);
  // Before anything is measured the list is as high as the window can be.
  const [seen, setSeen] = createSignal<Seen>({ from: 0, height: innerHeight });
  const layout = createMemo(() => {
    measured();
    return layOut(props.ids, heights, props.usual);
  });
  const placeOf = (id: Id | undefined): number => (id === undefined ? -1 : props.ids.indexOf(id));
  const inUse = createMemo(() => placeOf(props.inUse));
  /** Places of the rows that are drawn: of the others nobody asks. */
  const places = createMemo<ReadonlyMap<Id, number>>(
    () =>
      new Map(
        drawn(layout(), seen(), AROUND, inUse()).flatMap((at) => {
          const id = props.ids[at];
          return id === undefined ? [] : [[id, at] as const];
        }),
      ),
  );
  /** What had the focus before rows are moved in the page, which lets go of it. */
  let focused: Element | null = null;
  const shown = createMemo<readonly Id[]>(
    () => {
      focused = document.activeElement;
      return [...places().keys()];
    },
    [],
    { equals: sameIds },
  );
  let list!: HTMLUListElement;

  const look = (): void => {
    const { scrollTop: from, clientHeight: height } = props.scroller();
    setSeen((before) => (before.from === from && before.height === height ? before : { from, height }));
  };
  /** The row at the upper edge, and how far it is scrolled away. */
  let kept: { readonly id: Id; readonly past: number } | undefined;
  const keep = (): void => {
    const { from } = untrack(seen);
    const at = untrack(layout).at(from);
    const id = untrack(() => props.ids)[at];
    kept = id === undefined || from === 0 ? undefined : { id, past: from - untrack(layout).top(at) };
  };
  /** After rows came, went or were measured: what was at the upper edge is there again. */
  const stand = (): void => {
    const at = untrack(() => placeOf(kept?.id));
    if (kept === undefined || at < 0) return;
    const wanted = untrack(layout).top(at) + kept.past;
    // Asking the scroller itself would have the page laid out with every row that is measured.
    const { from } = untrack(seen);
    if (Math.abs(from - wanted) < 1) return;
    const scroller = props.scroller();
    // Somebody has scrolled since: that counts, and is heard of in a moment.
    if (Math.abs(scroller.scrollTop - from) >= 1) return;
    scroller.scrollTop = wanted;
    look();
  };
  /** Takes heights down; true when one of them is news. */
  const measure = (of: readonly { readonly row: HTMLElement; readonly height: number }[]): boolean => {
    let changed = false;
    for (const { row, height } of of) {
      const id = row.dataset["row"];
      if (id === undefined || height === 0 || heights.get(id) === height) continue;
      heights.set(id, height);
      changed = true;
    }
    return changed;
  };
  const sizes = new ResizeObserver((entries) => {
    const of = entries.flatMap(({ target, borderBoxSize }) =>
      target instanceof HTMLElement ? [{ row: target, height: borderBoxSize[0]?.blockSize ?? 0 }] : [],
    );
    if (!measure(of)) return;
    telling = true;
    setMeasured((n) => n + 1);
    telling = false;
  });
  onCleanup(() => sizes.disconnect());
  /** Rows are being moved because the observer told their heights. */
  let telling = false;
  /** What comes while the observer tells is measured already, and watched from the next frame: it tells of nothing twice in one. */
  const watch = (row: HTMLElement): void => {
    if (telling) requestAnimationFrame(() => row.isConnected && sizes.observe(row));
    else sizes.observe(row);
  };
  /** Rows drawn since they were measured last. */
  let fresh: HTMLElement[] = [];
  createEffect(
    on(shown, () => {
      if (focused instanceof HTMLElement && focused !== document.activeElement && list.contains(focused))
        focused.focus({ preventScroll: true });
      const rows = fresh;
      fresh = [];
      // The observer tells the heights of new rows before they are painted, and has nothing laid out for it. Of rows that come because it
      // told some it speaks only in the next frame: those are asked at once, so that they are painted where they belong.
      if (telling && measure(rows.map((row) => ({ row, height: row.getBoundingClientRect().height }))))
        setMeasured((n) => n + 1);
    }),
  );
  onMount(() => {
    const scroller = props.scroller();
    const scrolled = (): void => {
      look();
      keep();
    };
    scroller.addEventListener("scroll", scrolled, { passive: true });
    const room = new ResizeObserver(look);
    room.observe(scroller);
    onCleanup(() => {
      scroller.removeEventListener("scroll", scrolled);
      room.disconnect();
    });
    look();
  });
  // Before the change is painted.
  createEffect(on(layout, stand, { defer: true }));
  return (
    <ul ref={list} class={styles["list"]} aria-label={props.label} style={{ height: `${layout().total}px` }}>
      <For each={shown()}>
        {(id) => {
          const at = createMemo<number>((before) => places().get(id) ?? before, 0);
          return (
            <li
              ref={(element) => {
                fresh.push(element);
                watch(element);
                onCleanup(() => sizes.unobserve(element));
              }}
              class={styles["row"]}
              data-row={id}
              aria-setsize={layout().count}
              aria-posinset={at() + 1}
              style={{ top: `${layout().top(at())}px` }}
            >
              {props.children(id)}
            </li>
          );
        }}
      </For>
    </ul>
  );
}

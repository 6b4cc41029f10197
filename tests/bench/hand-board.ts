/**
 * The board that somebody would write by hand: the same cards, the same look, windowed, without a framework. What ours is measured against. Adapter to the DOM.
 *
 * 1. It does the least: a changed row changes the texts that differ, and only of rows that are drawn.
 */
import type { Id, Instant } from "@recourse/core";
import { hasWord, shortMoment, word } from "@recourse/words";
// @boundaries-ignore both boards say the same words and have the same look
import cardStyles from "../../apps/web/src/contrib/board/BoardCard.module.css";
// @boundaries-ignore both boards say the same words and have the same look
import laneStyles from "../../apps/web/src/contrib/board/Lanes.module.css";
// @boundaries-ignore both boards say the same words and have the same look
import clockStyles from "../../apps/web/src/live/RowClockLine.module.css";
// @boundaries-ignore both boards say the same words and have the same look
import menuStyles from "../../apps/web/src/live/RowMenu.module.css";
// @boundaries-ignore both boards say the same words and have the same look
import meterStyles from "../../apps/web/src/parts/ProofMeter.module.css";
// @boundaries-ignore both boards say the same words and have the same look
import chipStyles from "../../packages/ui/src/primitives/Chip.module.css";
// @boundaries-ignore both boards say the same words and have the same look
import { columnOf, doneIn, openColumns, ROUNDS } from "../../apps/web/src/live/board-cards.ts";
// @boundaries-ignore both boards say the same words and have the same look
import type { BoardRow } from "../../apps/web/src/live/board-row.ts";
// @boundaries-ignore both boards say the same words and have the same look
import { clockParts } from "../../apps/web/src/parts/clock-words.ts";
// @boundaries-ignore both boards say the same words and have the same look
import { yuan } from "../../apps/web/src/parts/Money.tsx";
// @boundaries-ignore both boards say the same words and have the same look
import { stepButton, stepTitle } from "../../apps/web/src/parts/next-step.ts";

const say = {
  word: (code: string, args = {}) => word(code, args, "zh-CN"),
  has: hasWord,
};

/** Units: CSS pixels: a lane, and what is drawn above and below what is seen. */
const LANE = 150;
const AROUND = 320;

/** Pictures of turns and verdicts, and the two of the card itself. */
export type IconName = BoardRow["turn"] | "ok" | "weak" | "go" | "more";

export interface HandBoard {
  readonly put: (row: BoardRow) => void;
  readonly search: (text: string) => void;
  readonly onlyMine: (on: boolean) => void;
  readonly focus: (index: number) => void;
  readonly ids: () => readonly Id[];
  readonly shown: () => number;
}

interface Drawn {
  readonly element: HTMLElement;
  readonly update: (row: BoardRow) => void;
}

const make = (tag: string, className = "", text = ""): HTMLElement => {
  const element = document.createElement(tag);
  if (className !== "") element.className = className;
  if (text !== "") element.textContent = text;
  return element;
};
const setText = (element: HTMLElement, text: string): void => {
  if (element.textContent !== text) element.textContent = text;
};

/** A board in `host`, which scrolls. `icon` makes a picture. */
export function createHandBoard(
  host: HTMLElement,
  rows: readonly BoardRow[],
  now: Instant,
  icon: (name: IconName) => Node,
): HandBoard {
  const all = new Map<Id, BoardRow>(rows.map((row) => [row.caseId, row]));
  const heights = new Map<Id, number>();
  const drawn = new Map<Id, Drawn>();
  const byElement = new WeakMap<Element, Id>();
  let text = "";
  let mine = false;
  let ids: Id[] = [];
  let tops: number[] = [];
  let current: Id | undefined;
  let columns = "";
  let unfolded: ReadonlySet<BoardRow["round"]> = new Set();
  const list = make("ul");
  list.style.position = "relative";
  host.append(list);

  const haystacks = new WeakMap<BoardRow, string>();
  const fits = (row: BoardRow): boolean => {
    if (mine && row.turn !== "mine") return false;
    if (text === "") return true;
    const hay = haystacks.get(row) ?? `${row.title}\n${row.respondent}\n${row.orderNo}`.toLowerCase();
    haystacks.set(row, hay);
    return hay.includes(text);
  };
  const layOut = (): void => {
    let y = 0;
    tops = ids.map((id) => {
      const top = y;
      y += heights.get(id) ?? LANE;
      return top;
    });
    list.style.height = `${y}px`;
  };
  const sizes = new ResizeObserver((entries) => {
    let changed = false;
    for (const { target, borderBoxSize } of entries) {
      const id = byElement.get(target);
      const height = borderBoxSize[0]?.blockSize ?? 0;
      if (id === undefined || height === 0 || heights.get(id) === height) continue;
      heights.set(id, height);
      changed = true;
    }
    if (changed) {
      layOut();
      draw();
    }
  });
  const drawRow = (first: BoardRow): Drawn => {
    const element = make("li");
    element.dataset["row"] = first.caseId;
    Object.assign(element.style, { position: "absolute", insetInline: "0", contain: "layout style" });
    const line = make("div", `${laneStyles["line"]} ${laneStyles["lane-line"]}`);
    line.dataset["lane"] = first.caseId;
    const head = make("div", laneStyles["lane"]);
    const title = make("h2", laneStyles["title"]);
    const box = document.createElement("input");
    box.type = "checkbox";
    const label = make("label", laneStyles["box"]);
    label.append(box);
    const name = make("span");
    title.append(label, name);
    const facts = make("p", laneStyles["facts"]);
    const amount = make("p", laneStyles["amount"]);
    const meter = make("ul", meterStyles["meter"]);
    head.append(title, facts, amount, meter);
    const cells = ROUNDS.map(() => make("div", laneStyles["cell"]));
    line.append(head, ...cells);
    element.append(line);
    const card = make("article", cardStyles["card"]);
    const top = make("div", cardStyles["top"]);
    const chip = make("span");
    const menu = make("span", menuStyles["menu"]);
    const more = make("button");
    more.setAttribute("aria-haspopup", "menu");
    more.append(icon("more"));
    menu.append(more);
    top.append(chip, menu);
    const heading = make("h3", cardStyles["title"]);
    const open = document.createElement("button");
    open.type = "button";
    open.className = cardStyles["open"] ?? "";
    open.dataset["card"] = first.caseId;
    heading.append(open);
    const clock = make("p", cardStyles["clock"]);
    const foot = make("p", cardStyles["foot"]);
    const go = make("button", cardStyles["go"]);
    card.append(top, heading, clock, foot, go);
    let turn: BoardRow["turn"] | undefined;
    let told = "";
    let verdicts = "";
    let places = "";
    const update = (row: BoardRow): void => {
      setText(name, row.title);
      setText(facts, `${row.respondent} · ${row.orderNo}`);
      setText(amount, yuan(row.claimFen ?? row.paidFen));
      const proof = row.elements.map((e) => e.verdict).join();
      if (proof !== verdicts) {
        verdicts = proof;
        meter.replaceChildren(
          ...row.elements.map((e) => {
            const item = make("li", meterStyles[e.verdict]);
            item.title = say.word(`element.verdict.${e.verdict}`);
            item.append(icon(e.verdict), say.word(`element.short.${e.id}`));
            return item;
          }),
        );
      }
      if (turn !== row.turn) {
        turn = row.turn;
        chip.className = `${chipStyles["chip"]} ${chipStyles[row.turn]}`;
        chip.replaceChildren(icon(row.turn), say.word(`turn.${row.turn}`));
      }
      setText(open, stepTitle(say, row.next));
      const parts = row.clock === undefined ? [] : clockParts(row.clock, now, say);
      if (parts.join() !== told) {
        told = parts.join();
        clock.replaceChildren(
          ...parts.flatMap((part, at) => [
            make(
              "span",
              at === 0 ? clockStyles["state"] : clockStyles["part"],
              at < parts.length - 1 ? `${part} ·` : part,
            ),
            " ",
          ]),
        );
      }
      setText(foot, row.channel === undefined ? "" : say.word(`channel.${row.channel}`));
      const button = row.turn === "mine" ? stepButton(say, row.next) : undefined;
      go.hidden = button === undefined;
      if (button !== undefined && go.textContent?.trim() !== button) go.replaceChildren(`${button} `, icon("go"));
      const done = ROUNDS.map((round) => doneIn(row, round));
      const where = `${columns} ${columnOf(row)} ${JSON.stringify(done)}`;
      if (where === places) return;
      places = where;
      const focused = card.contains(document.activeElement);
      for (const [at, round] of ROUNDS.entries()) {
        const was = done[at];
        const cell = cells[at];
        if (round === columnOf(row)) cell?.replaceChildren(card);
        else if (was === undefined) cell?.replaceChildren();
        else if (!unfolded.has(round)) {
          const mark = make("span", cardStyles["folded"]);
          mark.append(icon("ok"));
          cell?.replaceChildren(mark);
        } else {
          const quiet = make("div", `${cardStyles["card"]} ${cardStyles["done"]}`);
          const words = make("p", cardStyles["was"]);
          if (was.is === "prepared")
            words.append(
              `${say.word("screen.prepare.exhibits", { n: was.exhibits })} · ${was.gaps === 0 ? say.word("screen.prepare.complete") : say.word("screen.prepare.missing", { n: was.gaps })}`,
            );
          else words.append(icon("ok"), say.word(`screen.done.${was.is}`));
          quiet.append(words);
          if (was.is !== "prepared") quiet.append(make("p", cardStyles["foot"], shortMoment(was.at)));
          cell?.replaceChildren(quiet);
        }
      }
      if (focused) open.focus({ preventScroll: true });
    };
    update(first);
    byElement.set(element, first.caseId);
    sizes.observe(element);
    return { element, update };
  };
  const draw = (): void => {
    const [from, to] = [host.scrollTop - AROUND, host.scrollTop + host.clientHeight + AROUND];
    const wanted: Id[] = [];
    for (const [at, id] of ids.entries()) {
      const top = tops[at] ?? 0;
      if (top > to) break;
      if (top + (heights.get(id) ?? LANE) >= from || id === current) wanted.push(id);
    }
    if (current !== undefined && !wanted.includes(current) && ids.includes(current)) wanted.push(current);
    const keep = new Set(wanted);
    for (const [id, row] of drawn) {
      if (keep.has(id)) continue;
      sizes.unobserve(row.element);
      row.element.remove();
      drawn.delete(id);
    }
    for (const [at, id] of wanted.entries()) {
      let row = drawn.get(id);
      const data = all.get(id);
      if (row === undefined && data !== undefined) {
        row = drawRow(data);
        drawn.set(id, row);
      }
      if (row === undefined) continue;
      const top = `${tops[ids.indexOf(id)] ?? 0}px`;
      if (row.element.style.top !== top) row.element.style.top = top;
      if (list.children[at] !== row.element) list.insertBefore(row.element, list.children[at] ?? null);
    }
  };
  /** Columns without a card are strips. */
  const fold = (): void => {
    const used = new Set<string>();
    for (const id of ids) {
      const row = all.get(id);
      if (row !== undefined) used.add(columnOf(row));
      if (used.size === ROUNDS.length) break;
    }
    unfolded = openColumns(used);
    const next = ROUNDS.map((round) => {
      const width = round === "prepare" ? 124 : round === "apply" ? 140 : 164;
      return unfolded.has(round) ? `minmax(${width}px, ${width}fr)` : "40px";
    }).join(" ");
    if (next === columns) return;
    columns = next;
    host.style.setProperty("--columns", next);
    for (const [id, { update }] of drawn) {
      const row = all.get(id);
      if (row !== undefined) update(row);
    }
  };
  const filter = (): void => {
    ids = [...all.values()].filter(fits).map((row) => row.caseId);
    fold();
    layOut();
    draw();
  };
  filter();
  host.addEventListener("scroll", draw, { passive: true });
  return {
    ids: () => ids,
    shown: () => drawn.size,
    put: (row) => {
      const before = all.get(row.caseId);
      all.set(row.caseId, row);
      drawn.get(row.caseId)?.update(row);
      if (before === undefined || fits(before) === fits(row)) return;
      // Newest first, as the rows were given: ids sort against their number.
      if (fits(row)) {
        let at = ids.findIndex((id) => id < row.caseId);
        if (at < 0) at = ids.length;
        ids.splice(at, 0, row.caseId);
      } else ids.splice(ids.indexOf(row.caseId), 1);
      layOut();
      draw();
    },
    search: (next) => {
      text = next.toLowerCase();
      filter();
    },
    onlyMine: (on) => {
      mine = on;
      filter();
    },
    focus: (index) => {
      const id = ids[Math.max(0, Math.min(ids.length - 1, index))];
      if (id === undefined) return;
      current = id;
      draw();
      const button = drawn.get(id)?.element.querySelector<HTMLElement>("[data-card]");
      button?.focus({ preventScroll: true });
      button?.closest("article")?.scrollIntoView({ block: "nearest" });
    },
  };
}

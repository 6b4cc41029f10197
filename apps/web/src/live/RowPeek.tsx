/**
 * A look at a case without opening it: whose move, the next step, every clock, the proof. Beside the card, nothing to change. Reads the row alone.
 *
 * 1. The focus stays on the card; what is seen here is said to screen readers when it appears.
 * 2. It follows the card in use and goes with Space, Escape, or when the list loses the focus.
 */
import { Chip, Icon, IconButton, useShell } from "@recourse/ui";
import { shortMoment } from "@recourse/words";
import { CalendarClock, Moon, TriangleAlert, X } from "lucide";
import { createEffect, createMemo, For, on, onMount, Show, type JSX } from "solid-js";
import { channelName } from "../parts/channel-name.ts";
import { clockParts } from "../parts/clock-words.ts";
import { useYuan } from "../parts/Money.tsx";
import { warns } from "../parts/notice-kinds.ts";
import { ProofMeter } from "../parts/ProofMeter.tsx";
import { useServices } from "../parts/served.tsx";
import { TurnChip } from "../parts/TurnChip.tsx";
import { columnOf } from "./board-cards.ts";
import { cards, type CardRef } from "./row-focus.ts";
import { isLive } from "./filing-status.ts";
import { RowClockLine } from "./RowClockLine.tsx";
import { rowTitle } from "./row-words.ts";
import styles from "./RowPeek.module.css";

/** Units: CSS pixels between the card and the look at it, and to the edges of the window. */
const GAP = 8;

export function RowPeek(props: { readonly card: CardRef }): JSX.Element {
  const { say, cases, now, snoozes, desk } = useServices();
  const { phone, wb } = useShell();
  const amount = useYuan();
  const row = createMemo(() => cases.book.row(props.card.caseId));
  let box!: HTMLElement;
  const place = (): void => {
    const card = document.activeElement?.closest("article") ?? document.activeElement;
    if (card === null || phone()) return;
    const at = card.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = box;
    const right = at.right + GAP;
    const left = right + width + GAP <= innerWidth ? right : Math.max(GAP, at.left - GAP - width);
    const top = Math.max(GAP, Math.min(at.top, innerHeight - height - GAP));
    box.style.setProperty("left", `${left}px`);
    box.style.setProperty("top", `${top}px`);
  };
  onMount(() => box.showPopover());
  const told = createMemo(() => {
    const of = row();
    if (of === undefined) return "";
    const clock = of.clock === undefined ? "" : clockParts(of.clock, now(), say).join(" · ");
    return [of.title, say.word(`turn.${of.turn}`), rowTitle(say, of), clock].filter((t) => t !== "").join("。");
  });
  createEffect(
    on(
      () => [props.card.caseId, props.card.filing],
      () => {
        place();
        desk.announce(told());
      },
    ),
  );
  return (
    <aside ref={box} popover="manual" class={styles["peek"]} aria-label={say.word("screen.peek")} data-peek="">
      <Show when={row()}>
        {(of) => (
          <>
            <header class={styles["head"]}>
              <h2 class={styles["title"]}>{of().title}</h2>
              <IconButton icon={X} size="small" label={wb.word("ui.close")} onClick={() => cards.peek(false)} />
            </header>
            <p class={styles["facts"]}>
              {[of().respondent, of().orderNo, amount(of().claimFen ?? of().paidFen)]
                .filter((t) => t !== "")
                .join(" · ")}
            </p>
            <p>
              <TurnChip turn={of().turn} round={columnOf(of())} />
            </p>
            <p class={styles["step"]}>{rowTitle(say, of())}</p>
            <ul class={styles["clocks"]}>
              <Show when={of().clock} fallback={<li>{say.word("screen.clock.no_deadline")}</li>}>
                {(clock) => (
                  <li>
                    <RowClockLine clock={clock()} />
                  </li>
                )}
              </Show>
              <For each={of().filings.filter(isLive)}>
                {(filing) => (
                  <li>
                    {channelName(say, filing.channel)} ·{" "}
                    <Show when={filing.clock} fallback={say.word("screen.clock.no_deadline")}>
                      {(clock) => <RowClockLine clock={clock()} />}
                    </Show>
                  </li>
                )}
              </For>
              <For each={of().dates.slice(0, 2)}>
                {(date) => (
                  <li>
                    <Icon icon={CalendarClock} size="small" /> {say.word(`clock.owner.${date.owner}`)} ·{" "}
                    <RowClockLine clock={date} />
                  </li>
                )}
              </For>
            </ul>
            <Show when={of().elements.length > 0}>
              <ProofMeter elements={of().elements} />
            </Show>
            <Show when={snoozes.until(of().caseId)}>
              {(until) => (
                <p>
                  <Chip tone="line" icon={Moon}>
                    {say.word("screen.snooze.until", { at: shortMoment(until()) })}
                  </Chip>
                </p>
              )}
            </Show>
            <Show when={warns(of().notices)}>
              <p class={styles["warning"]}>
                <Icon icon={TriangleAlert} size="small" />{" "}
                {say.word(of().category === "engagement" ? "screen.notice.engagement" : "screen.notice.other")}
              </p>
            </Show>
          </>
        )}
      </Show>
    </aside>
  );
}

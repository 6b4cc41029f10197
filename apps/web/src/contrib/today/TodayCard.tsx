/** Cards of Today: what is mine with its one button, what they owe, dates of my own, what was put off. */
import { Button, Chip, Icon, useShell } from "@recourse/ui";
import { shortMoment } from "@recourse/words";
import { AlarmClock, ArrowRight, CalendarClock, Moon, OctagonAlert, ShieldAlert, TriangleAlert } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { columnOf } from "../../live/board-cards.ts";
import type { BoardRow } from "../../live/board-row.ts";
import { isLive } from "../../live/filing-status.ts";
import { RowClockLine } from "../../live/RowClockLine.tsx";
import { RowMenu } from "../../live/RowMenu.tsx";
import { rowTitle } from "../../live/row-words.ts";
import { comingDates, isOver, shortLeft } from "../../live/sections.ts";
import { channelName } from "../../parts/channel-name.ts";
import { useYuan } from "../../parts/Money.tsx";
import { stepAction, stepButton } from "../../parts/next-step.ts";
import { warns } from "../../parts/notice-kinds.ts";
import { ProofMeter } from "../../parts/ProofMeter.tsx";
import { useServices } from "../../parts/served.tsx";
import { TurnChip } from "../../parts/TurnChip.tsx";
import styles from "./TodayCard.module.css";

export interface CardProps {
  readonly row: BoardRow;
}

/** The frame of a card: chips and menu above, its title as the way into the case. */
function Frame(
  props: CardProps & {
    readonly quiet?: boolean;
    readonly top: JSX.Element;
    readonly title: string;
    readonly children: JSX.Element;
  },
): JSX.Element {
  const { desk } = useServices();
  return (
    <article class={`${styles["card"]} ${props.quiet ? styles["quiet"] : ""}`} data-case={props.row.caseId}>
      <div class={styles["row"]}>
        {props.top}
        <RowMenu card={{ caseId: props.row.caseId }} name={props.row.title} entry={true} always />
      </div>
      <h3 class={styles["title"]}>
        <button
          type="button"
          class={styles["open"]}
          data-card={props.row.caseId}
          onClick={() => desk.exec("case.open", { caseId: props.row.caseId })}
        >
          {props.title}
        </button>
      </h3>
      {props.children}
    </article>
  );
}

/** The case, and its clock where it has one. */
function Facts(props: CardProps & { readonly left?: boolean; readonly clockless?: boolean }): JSX.Element {
  const { say, now } = useServices();
  /** What is left stands in the corner already. */
  const bare = createMemo(
    () => props.left === true && props.row.clock !== undefined && !isOver(props.row.clock, now()),
  );
  return (
    <p class={styles["facts"]}>
      {props.row.title === "" ? say.word("screen.untitled") : props.row.title}
      <Show when={!props.clockless && props.row.clock}>
        {(clock) => (
          <>
            {" · "}
            <RowClockLine clock={clock()} bare={bare()} />
          </>
        )}
      </Show>
    </p>
  );
}

/** The notices of its category in one line, whoever's turn it is (L1). */
function Warning(props: CardProps): JSX.Element {
  const { say } = useServices();
  return (
    <Show when={warns(props.row.notices)}>
      <p class={styles["warning"]}>
        <Icon icon={TriangleAlert} size="small" />{" "}
        {say.word(props.row.category === "engagement" ? "screen.notice.engagement.read" : "screen.notice.other")}
      </p>
    </Show>
  );
}

/** What is mine to do, with the one button for it. */
export function MineCard(props: CardProps): JSX.Element {
  const { say, desk } = useServices();
  const { phone } = useShell();
  const amount = useYuan();
  const button = createMemo(() => stepButton(say, props.row.next));
  return (
    <Frame
      row={props.row}
      title={rowTitle(say, props.row)}
      top={
        <>
          <TurnChip turn={props.row.turn} round={columnOf(props.row)} />
          <span class={styles["end"]}>
            <Chip tone="line">{amount(props.row.claimFen ?? props.row.paidFen)}</Chip>
          </span>
        </>
      }
    >
      <Facts row={props.row} />
      <Show when={props.row.elements.length > 0}>
        <ProofMeter elements={props.row.elements} />
      </Show>
      <Show when={button()}>
        {(label) => (
          <div class={styles["go"]}>
            <Button
              tone="solid"
              size={phone() ? "large" : "usual"}
              iconEnd={ArrowRight}
              data-next-step={props.row.next.code}
              onClick={() => desk.exec("case.ask", { caseId: props.row.caseId, ...stepAction(props.row.next) })}
            >
              {label()}
            </Button>
          </div>
        )}
      </Show>
      <Warning row={props.row} />
    </Frame>
  );
}

/** Time left in few words, beside the chip. */
function Left(props: CardProps): JSX.Element {
  const { say, now } = useServices();
  const left = createMemo(() => props.row.clock && shortLeft(props.row.clock.due, now()));
  return (
    <Show when={left()}>
      {(found) => (
        <strong class={`${styles["left"]} ${styles["end"]}`}>
          {say.word(found().code.replace("screen.left", "clock.left"), found().args)}
        </strong>
      )}
    </Show>
  );
}

/** What they, or an authority, owe; each filing in a line of its own. */
export function WaitingCard(props: CardProps): JSX.Element {
  const { say } = useServices();
  const filings = createMemo(() => props.row.filings.filter(isLive));
  return (
    <Frame
      row={props.row}
      quiet
      title={rowTitle(say, props.row)}
      top={
        <>
          <TurnChip turn={props.row.turn} round={props.row.round} />
          <Left row={props.row} />
        </>
      }
    >
      <Facts row={props.row} left clockless={filings().length > 0} />
      <Show when={filings().length > 0}>
        <ul class={styles["facts"]}>
          <For each={filings()}>
            {(filing) => (
              <li>
                {channelName(say, filing.channel)} ·{" "}
                <Show when={filing.clock} fallback={say.word("screen.clock.no_deadline")}>
                  {(clock) => <RowClockLine clock={clock()} />}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Warning row={props.row} />
    </Frame>
  );
}

/** Dates of my own within a week. */
export function ComingCard(props: CardProps): JSX.Element {
  const { say, now } = useServices();
  const dates = createMemo(() => comingDates(props.row, now()));
  return (
    <Frame
      row={props.row}
      quiet
      title={props.row.title === "" ? say.word("screen.untitled") : props.row.title}
      top={
        <Chip icon={CalendarClock} tone="line">
          {say.word(`clock.owner.${dates()[0]?.owner ?? "mine"}`)}
        </Chip>
      }
    >
      <For each={dates()}>
        {(date) => (
          <p class={styles["facts"]}>
            <RowClockLine clock={date} />
          </p>
        )}
      </For>
      <Warning row={props.row} />
    </Frame>
  );
}

/** What has to be read or done first, before any letter (G1–G5). It stays until its steps are ticked. */
export function SafetyNotice(props: CardProps): JSX.Element {
  const { say, desk } = useServices();
  const first = createMemo(() => props.row.safety[0]);
  const open = (): void => {
    const to = { caseId: props.row.caseId, code: first()?.code };
    desk.exec(desk.can("safety.open") ? "safety.open" : "case.open", to);
  };
  return (
    <article
      class={`${styles["card"]} ${first()?.severity === "stop" ? styles["stop"] : styles["warn"]}`}
      data-case={props.row.caseId}
      data-safety={first()?.code}
    >
      <div class={styles["row"]}>
        <Chip
          icon={first()?.severity === "stop" ? OctagonAlert : ShieldAlert}
          tone={first()?.severity === "stop" ? "danger" : "mine"}
        >
          {say.word((first()?.open ?? 0) === 0 ? "screen.safety.read" : "screen.safety.open", {
            n: first()?.open ?? 0,
          })}
        </Chip>
      </div>
      <h3 class={styles["title"]}>
        <button type="button" class={styles["open"]} data-card={props.row.caseId} onClick={open}>
          {say.has(first()?.code ?? "") ? say.word(first()?.code ?? "") : ""}
        </button>
      </h3>
      <p class={styles["facts"]}>{props.row.title === "" ? say.word("screen.untitled") : props.row.title}</p>
    </article>
  );
}

/** What was put off, with the way to wake it. */
export function AsleepCard(props: CardProps): JSX.Element {
  const { say, snoozes, desk } = useServices();
  const until = createMemo(() => snoozes.until(props.row.caseId));
  return (
    <Frame
      row={props.row}
      quiet
      title={rowTitle(say, props.row)}
      top={
        <Chip icon={Moon} tone="line">
          <Show when={until()}>{(at) => say.word("screen.snooze.until", { at: shortMoment(at()) })}</Show>
        </Chip>
      }
    >
      <Facts row={props.row} />
      <div class={styles["go"]}>
        <Button
          icon={AlarmClock}
          onClick={() =>
            void snoozes.put([props.row.caseId], undefined).then((undo) =>
              desk.announce(
                say.word(undo === undefined ? "screen.snooze.failed" : "screen.snooze.woken", {
                  name: props.row.title,
                }),
              ),
            )
          }
        >
          {say.word("screen.snooze.wake")}
        </Button>
      </div>
    </Frame>
  );
}

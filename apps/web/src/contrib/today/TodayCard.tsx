/** Cards of Today: what is mine with its one button, what they owe, a deadline of my own. */
import { Button, Chip, Icon, useShell } from "@recourse/ui";
import { ArrowRight, CalendarClock, TriangleAlert } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import { columnOf } from "../../live/board-cards.ts";
import type { BoardRow } from "../../live/board-row.ts";
import { RowClockLine } from "../../live/RowClockLine.tsx";
import { shortLeft } from "../../live/sections.ts";
import { yuan } from "../../parts/Money.tsx";
import { stepAction, stepButton, stepTitle } from "../../parts/next-step.ts";
import { warns } from "../../parts/notice-kinds.ts";
import { ProofMeter } from "../../parts/ProofMeter.tsx";
import { useServices } from "../../parts/served.tsx";
import { TurnChip } from "../../parts/TurnChip.tsx";
import styles from "./TodayCard.module.css";

export interface CardProps {
  readonly row: BoardRow;
}

/** The title is the way into the case. */
function Title(props: CardProps & { readonly text: string }): JSX.Element {
  const { desk } = useServices();
  return (
    <h3 class={styles["title"]}>
      <button type="button" class={styles["open"]} onClick={() => desk.exec("case.open", { caseId: props.row.caseId })}>
        {props.text}
      </button>
    </h3>
  );
}

/** The case, and its clock where it has one. */
function Facts(props: CardProps): JSX.Element {
  const { say } = useServices();
  return (
    <p class={styles["facts"]}>
      {props.row.title === "" ? say.word("screen.untitled") : props.row.title}
      <Show when={props.row.clock}>
        {(clock) => (
          <>
            {" · "}
            <RowClockLine clock={clock()} />
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
  const button = createMemo(() => stepButton(say, props.row.next));
  return (
    <article class={styles["card"]} data-case={props.row.caseId}>
      <div class={styles["row"]}>
        <TurnChip turn={props.row.turn} round={columnOf(props.row)} />
        <Chip tone="line">{yuan(props.row.claimFen ?? props.row.paidFen)}</Chip>
      </div>
      <Title row={props.row} text={stepTitle(say, props.row.next)} />
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
    </article>
  );
}

/** Time left in few words, beside the chip. */
function Left(props: CardProps): JSX.Element {
  const { say, now } = useServices();
  const left = createMemo(() => props.row.clock && shortLeft(props.row.clock.due, now()));
  return (
    <Show when={left()}>
      {(found) => (
        <strong class={styles["left"]}>
          {say.word(found().code.replace("screen.left", "clock.left"), found().args)}
        </strong>
      )}
    </Show>
  );
}

/** What they, or an authority, owe. */
export function WaitingCard(props: CardProps): JSX.Element {
  const { say } = useServices();
  return (
    <article class={`${styles["card"]} ${styles["quiet"]}`} data-case={props.row.caseId}>
      <div class={styles["row"]}>
        <TurnChip turn={props.row.turn} round={props.row.round} />
        <Left row={props.row} />
      </div>
      <Title row={props.row} text={stepTitle(say, props.row.next)} />
      <Facts row={props.row} />
      <Warning row={props.row} />
    </article>
  );
}

/** A deadline of my own that is still open. */
export function ComingCard(props: CardProps): JSX.Element {
  const { say } = useServices();
  return (
    <article class={`${styles["card"]} ${styles["quiet"]}`} data-case={props.row.caseId}>
      <div class={styles["row"]}>
        <Chip icon={CalendarClock} tone="line">
          {say.word("screen.coming.mine")}
        </Chip>
        <Left row={props.row} />
      </div>
      <Title row={props.row} text={props.row.title} />
      <Show when={props.row.clock}>
        {(clock) => (
          <p class={styles["facts"]}>
            <RowClockLine clock={clock()} />
          </p>
        )}
      </Show>
      <Warning row={props.row} />
    </article>
  );
}

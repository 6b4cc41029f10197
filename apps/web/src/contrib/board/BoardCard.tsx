/**
 * Cards of the board, at most five lines: whose move, the next action, the clock, where it went, and the one button.
 *
 * 1. The card in the column of the next move is the one that is used; what was done before stands quietly beside it.
 */
import { Icon } from "@recourse/ui";
import { shortMoment } from "@recourse/words";
import { ArrowRight, TriangleAlert } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import type { Cell } from "../../live/board-cards.ts";
import type { BoardRow } from "../../live/board-row.ts";
import { RowClockLine } from "../../live/RowClockLine.tsx";
import { yuan } from "../../parts/Money.tsx";
import { warns } from "../../parts/notice-kinds.ts";
import { stepAction, stepButton, stepTitle } from "../../parts/next-step.ts";
import { useServices } from "../../parts/served.tsx";
import { TurnChip } from "../../parts/TurnChip.tsx";
import styles from "./BoardCard.module.css";

export interface NowCardProps {
  readonly row: BoardRow;
  /** Its buttons are in the order of Tab. */
  readonly entry: boolean;
  /** Names the case and its risks, where no lane does. */
  readonly named?: boolean;
  onUse(): void;
}

/** The card that counts: what is to be done or waited for now. */
export function NowCard(props: NowCardProps): JSX.Element {
  const { say, desk, reference } = useServices();
  /** Where it went, in words; a place that is not in the list was named by the person. */
  const channel = createMemo((): string | undefined => {
    const { channel: went } = props.row;
    const known = went === undefined ? undefined : reference.channels()?.items;
    const found = known?.find((each) => each.id === went);
    if (found === undefined) return known && went;
    return say.lang() === "en" ? found.label_en : found.label_zh;
  });
  const button = createMemo(() => (props.row.turn === "mine" ? stepButton(say, props.row.next) : undefined));
  const foot = (): string =>
    [
      channel(),
      props.row.reference === undefined ? undefined : say.word("screen.reference", { reference: props.row.reference }),
    ]
      .filter((part) => part !== undefined)
      .join(" · ");
  const title = (): string => stepTitle(say, props.row.next);
  return (
    <article
      class={`${styles["card"]} ${button() === undefined ? "" : styles["act"]}`}
      aria-label={say.word("screen.board.of", { round: props.row.round, title: props.row.title })}
      onFocusIn={() => props.onUse()}
    >
      <div class={styles["turn"]}>
        <TurnChip turn={props.row.turn} />
      </div>
      <h3 class={styles["title"]}>
        <button
          type="button"
          class={styles["open"]}
          data-card={props.row.caseId}
          tabIndex={props.entry ? 0 : -1}
          onClick={() => desk.exec("case.open", { caseId: props.row.caseId })}
        >
          {title()}
        </button>
      </h3>
      <Show when={props.named}>
        <p class={styles["foot"]}>
          {props.row.title} · {yuan(props.row.claimFen ?? props.row.paidFen)}
        </p>
      </Show>
      <p class={styles["clock"]}>
        <Show when={props.row.clock} fallback={say.word("screen.clock.no_deadline")}>
          {(clock) => <RowClockLine clock={clock()} />}
        </Show>
      </p>
      <Show when={foot() !== ""}>
        <p class={styles["foot"]}>{foot()}</p>
      </Show>
      <Show when={props.named && warns(props.row.notices)}>
        <p class={styles["warning"]}>
          <Icon icon={TriangleAlert} size="small" />{" "}
          {say.word(props.row.category === "engagement" ? "screen.notice.engagement" : "screen.notice.other")}
        </p>
      </Show>
      <Show when={button()}>
        {(label) => (
          <button
            type="button"
            class={styles["go"]}
            tabIndex={props.entry ? 0 : -1}
            data-next-step={props.row.next.code}
            onClick={() => desk.exec("case.ask", { caseId: props.row.caseId, ...stepAction(props.row.next) })}
          >
            {label()} <Icon icon={ArrowRight} />
          </button>
        )}
      </Show>
    </article>
  );
}

/** What was done in an earlier round. */
export function DoneCard(props: { readonly cell: Extract<Cell, { is: "prepared" | "applied" }> }): JSX.Element {
  const { say } = useServices();
  const title = (): string => {
    const { cell } = props;
    if (cell.is === "applied") return say.word("screen.apply.sent");
    if (cell.exhibits === 0) return say.word("screen.prepare.none");
    const state =
      cell.gaps === 0 ? say.word("screen.prepare.complete") : say.word("screen.prepare.missing", { n: cell.gaps });
    return `${say.word("screen.prepare.exhibits", { n: cell.exhibits })} · ${state}`;
  };
  const at = (): string =>
    props.cell.is === "applied" && props.cell.at !== undefined ? shortMoment(props.cell.at) : "";
  return (
    <div class={`${styles["card"]} ${styles["done"]}`}>
      <p>{title()}</p>
      <Show when={at() !== ""}>
        <p class={styles["foot"]}>{at()}</p>
      </Show>
    </div>
  );
}

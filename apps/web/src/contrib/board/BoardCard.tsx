/**
 * The card of the next move, at most five lines: whose move, the next action, the clock, the proof, where it went and how much.
 *
 * 1. The title opens the case and covers the card; what stands above it is pressed first.
 */
import { Chip, Icon } from "@recourse/ui";
import { shortMoment } from "@recourse/words";
import { ArrowRight, HandHelping, Moon, TriangleAlert } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import type { BoardRow } from "../../live/board-row.ts";
import { RowClockLine } from "../../live/RowClockLine.tsx";
import { RowMenu } from "../../live/RowMenu.tsx";
import { rowTitle } from "../../live/row-words.ts";
import { channelName } from "../../parts/channel-name.ts";
import { useYuan } from "../../parts/Money.tsx";
import { warns } from "../../parts/notice-kinds.ts";
import { stepAction, stepButton } from "../../parts/next-step.ts";
import { ProofMeter } from "../../parts/ProofMeter.tsx";
import { useServices } from "../../parts/served.tsx";
import { TurnChip } from "../../parts/TurnChip.tsx";
import styles from "./BoardCard.module.css";

export interface NowCardProps {
  readonly row: BoardRow;
  /** Its buttons are in the order of Tab. */
  readonly entry: boolean;
  /** Names the case, its proof and its risks, where no lane does. */
  readonly named?: boolean;
  /** How far it is being carried. Units: CSS pixels. */
  readonly carried?: { readonly dx: number; readonly dy: number } | undefined;
  onPress(event: MouseEvent): void;
}

/** The card that counts: what is to be done or waited for now. */
export function NowCard(props: NowCardProps): JSX.Element {
  const { say, desk, snoozes } = useServices();
  const amount = useYuan();
  const button = createMemo(() => (props.row.turn === "mine" ? stepButton(say, props.row.next) : undefined));
  const title = createMemo(() => rowTitle(say, props.row));
  const until = createMemo(() => snoozes.until(props.row.caseId));
  const foot = createMemo(() => {
    const { channel, reference, filings } = props.row;
    // Where it was filed its own card says so.
    const there = filings.length > 0 ? [] : [channel === undefined ? "" : channelName(say, channel)];
    const number = reference === undefined || filings.length > 0 ? "" : say.word("screen.reference", { reference });
    return [...there, number].filter((part) => part !== "").join(" · ");
  });
  return (
    <article
      class={`${styles["card"]} ${button() === undefined ? "" : styles["act"]} ${until() === undefined ? "" : styles["asleep"]} ${props.carried ? styles["carried"] : ""}`}
      aria-label={say.word("screen.board.of", { round: props.row.round, title: props.row.title })}
      data-drag={props.row.caseId}
      data-carried={props.carried === undefined ? undefined : ""}
      style={{ translate: props.carried === undefined ? undefined : `${props.carried.dx}px ${props.carried.dy}px` }}
    >
      <div class={styles["top"]}>
        <TurnChip turn={props.row.turn} />
        <Show when={props.row.asks}>
          {(n) => (
            <Chip tone="line" icon={HandHelping}>
              {say.word("screen.board.asks", { n: n() })}
            </Chip>
          )}
        </Show>
        <RowMenu card={{ caseId: props.row.caseId }} name={props.row.title} entry={props.entry} />
      </div>
      <h3 class={styles["title"]}>
        <button
          type="button"
          class={styles["open"]}
          data-card={props.row.caseId}
          tabIndex={props.entry ? 0 : -1}
          onClick={(event) => props.onPress(event)}
        >
          {title()}
        </button>
      </h3>
      <Show when={props.named}>
        <p class={styles["foot"]}>
          {props.row.title} · {amount(props.row.claimFen ?? props.row.paidFen)}
        </p>
      </Show>
      <p class={styles["clock"]}>
        <Show when={props.row.clock} fallback={say.word("screen.clock.no_deadline")}>
          {(clock) => <RowClockLine clock={clock()} />}
        </Show>
      </p>
      <Show when={props.named && props.row.elements.length > 0}>
        <ProofMeter elements={props.row.elements} />
      </Show>
      <Show when={until()}>
        {(at) => (
          <p class={styles["wake"]}>
            <Chip tone="line" icon={Moon}>
              {say.word("screen.snooze.until", { at: shortMoment(at()) })}
            </Chip>
          </p>
        )}
      </Show>
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

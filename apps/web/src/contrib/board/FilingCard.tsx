/** The card of one filing: its own status, clock and number. Filings of one case stand side by side, each by itself (X4). */
import { Chip } from "@recourse/ui";
import { CircleCheck, CircleSlash, Clock, Hand, Landmark, Undo2, type IconNode } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import type { BoardRow, RowFiling } from "../../live/board-row.ts";
import { RowClockLine } from "../../live/RowClockLine.tsx";
import { RowMenu } from "../../live/RowMenu.tsx";
import { isLive } from "../../live/filing-status.ts";
import { SUIT } from "../../live/row-move.ts";
import { channelName } from "../../parts/channel-name.ts";
import { useServices } from "../../parts/served.tsx";
import styles from "./BoardCard.module.css";

export interface FilingCardProps {
  readonly row: BoardRow;
  readonly filing: RowFiling;
  readonly entry: boolean;
  /** Names the case, where no lane does. */
  readonly named?: boolean;
  onPress(event: MouseEvent): void;
}

/** A filing that is over has the mark of how it ended; one that runs has the mark of whose move it is. */
function iconOf({ status, turn }: RowFiling): IconNode {
  if (status === "refused") return CircleSlash;
  if (status === "withdrawn") return Undo2;
  if (status === "ended") return CircleCheck;
  return turn === "mine" ? Hand : turn === "theirs" ? Clock : Landmark;
}

export function FilingCard(props: FilingCardProps): JSX.Element {
  const { say } = useServices();
  const live = (): boolean => isLive(props.filing);
  const name = createMemo(() => channelName(say, props.filing.channel));
  const title = createMemo(() => {
    const { channel, status } = props.filing;
    return say.word(`screen.track.${channel === SUIT ? "suit." : ""}${status}`);
  });
  const foot = createMemo(() => {
    const { reference, ground } = props.filing;
    return [
      ground === undefined ? "" : say.word("screen.track.ground", { ground }),
      reference === undefined ? "" : say.word("screen.reference", { reference }),
    ]
      .filter((part) => part !== "")
      .join(" · ");
  });
  return (
    <article
      class={`${styles["card"]} ${live() ? "" : styles["done"]}`}
      aria-label={say.word("screen.track.of", { channel: name(), title: props.row.title })}
    >
      <div class={styles["top"]}>
        <Chip
          icon={iconOf(props.filing)}
          tone={
            !live()
              ? "line"
              : props.filing.turn === "mine"
                ? "mine"
                : props.filing.turn === "theirs"
                  ? "theirs"
                  : "authority"
          }
        >
          {name()}
        </Chip>
        <RowMenu
          card={{ caseId: props.row.caseId, filing: props.filing.id }}
          name={`${props.row.title} ${name()}`}
          entry={props.entry}
        />
      </div>
      <h3 class={styles["title"]}>
        <button
          type="button"
          class={styles["open"]}
          data-card={props.row.caseId}
          data-filing={props.filing.id}
          tabIndex={props.entry ? 0 : -1}
          onClick={(event) => props.onPress(event)}
        >
          {title()}
        </button>
      </h3>
      <Show when={props.named}>
        <p class={styles["foot"]}>{props.row.title}</p>
      </Show>
      <Show when={live()}>
        <p class={styles["clock"]}>
          <Show when={props.filing.clock} fallback={say.word("screen.clock.no_deadline")}>
            {(clock) => <RowClockLine clock={clock()} />}
          </Show>
        </p>
      </Show>
      <Show when={foot() !== ""}>
        <p class={styles["foot"]}>{foot()}</p>
      </Show>
    </article>
  );
}

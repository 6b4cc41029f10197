/** One case: its head, then a cell per round. */
import { Chip } from "@recourse/ui";
import { TriangleAlert } from "lucide";
import { createMemo, For, Match, Show, Switch, type JSX } from "solid-js";
import { cellOf, ROUNDS } from "../../live/board-cards.ts";
import type { BoardRow } from "../../live/board-row.ts";
import { yuan } from "../../parts/Money.tsx";
import { warns } from "../../parts/notice-kinds.ts";
import { ProofMeter } from "../../parts/ProofMeter.tsx";
import { useServices } from "../../parts/served.tsx";
import { DoneCard, NowCard } from "./BoardCard.tsx";
import styles from "./Lanes.module.css";

export interface LaneProps {
  readonly row: BoardRow;
  /** Its card is the one that Tab enters. */
  readonly entry: boolean;
  onUse(): void;
}

/** Title, other side, amount, and how far the proof is. */
export function LaneHead(props: { readonly row: BoardRow }): JSX.Element {
  const { say } = useServices();
  const facts = (): string => [props.row.respondent, props.row.orderNo].filter((fact) => fact !== "").join(" · ");
  return (
    <>
      <h2 class={styles["title"]}>{props.row.title === "" ? say.word("screen.untitled") : props.row.title}</h2>
      <p class={styles["facts"]}>{facts() === "" ? say.word("screen.order.none") : facts()}</p>
      <p class={styles["amount"]}>{yuan(props.row.claimFen ?? props.row.paidFen)}</p>
      <Show when={props.row.elements.length > 0}>
        <ProofMeter elements={props.row.elements} />
      </Show>
      <Show when={warns(props.row.notices)}>
        <p class={styles["warning"]}>
          <Chip tone="danger" icon={TriangleAlert}>
            {say.word(props.row.category === "engagement" ? "screen.notice.engagement" : "screen.notice.other")}
          </Chip>
        </p>
      </Show>
    </>
  );
}

export function Lane(props: LaneProps): JSX.Element {
  const Cell = (own: { readonly round: BoardRow["round"] }): JSX.Element => {
    const cell = createMemo(() => cellOf(props.row, own.round), undefined, {
      equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
    });
    const done = createMemo(() => {
      const found = cell();
      return found.is === "prepared" || found.is === "applied" ? found : undefined;
    });
    return (
      <div class={styles["cell"]}>
        <Switch>
          <Match when={cell().is === "now"}>
            <NowCard row={props.row} entry={props.entry} onUse={() => props.onUse()} />
          </Match>
          <Match when={done()}>{(found) => <DoneCard cell={found()} />}</Match>
        </Switch>
      </div>
    );
  };
  return (
    <li class={styles["line"]} data-lane={props.row.caseId}>
      <div class={styles["lane"]}>
        <LaneHead row={props.row} />
      </div>
      <For each={ROUNDS}>{(round) => <Cell round={round} />}</For>
    </li>
  );
}

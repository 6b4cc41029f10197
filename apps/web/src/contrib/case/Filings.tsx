/**
 * Every door that was gone through or is being prepared, each with its own state, number and clock; and the way to the next one (X4, X7).
 */
import type { FilingTrack } from "@recourse/core";
import { Button, Chip, EmptyState } from "@recourse/ui";
import { DoorOpen, Landmark } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { rowClock } from "../../live/row-clock.ts";
import { ClockLine } from "../../parts/ClockLine.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import { TurnChip } from "../../parts/TurnChip.tsx";
import { When } from "../../parts/When.tsx";
import { Block } from "./Block.tsx";
import styles from "./Facts.module.css";

export function Filings(): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const choose = (): void => desk.exec("doors.open", { caseId: live.caseId });
  return (
    <Block
      name="filings"
      title={say.word("screen.case.filings")}
      actions={
        <Button icon={DoorOpen} onClick={choose}>
          {say.word("screen.case.filings.choose")}
        </Button>
      }
    >
      <Show
        when={live.filings().length > 0}
        fallback={<EmptyState shape="row" icon={Landmark} title={say.word("screen.case.no_filings")} />}
      >
        <ul class={styles["rows"]}>
          <For each={live.filings()}>{(track) => <Row track={track} />}</For>
        </ul>
      </Show>
    </Block>
  );
}

function Row(props: { readonly track: FilingTrack }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const clock = createMemo(() => live.deadlines().find((d) => props.track.deadlines.includes(d.id) && !d.passed));
  const suit = (): string => (props.track.channel === "small_claims" ? "suit." : "");
  const known = (code: string, value: string): string =>
    say.has(`${code}.${value}`) ? say.word(`${code}.${value}`) : value;
  return (
    <li class={styles["row"]} data-ref={`filing/${props.track.filing}`} tabIndex={-1}>
      <span class={styles["main"]}>
        <strong>{known("channel", props.track.channel)}</strong>{" "}
        <Chip tone="line">{say.word(`screen.filing.${suit()}${props.track.status}`)}</Chip>{" "}
        <Show when={props.track.turn !== "none"}>
          <TurnChip turn={props.track.turn} />
        </Show>
        <small>
          <Show when={props.track.since}>{(at) => <When at={at()} />}</Show>
          <Show when={props.track.reference}>
            {(reference) => <> · {say.word("screen.reference", { reference: reference() })}</>}
          </Show>
          <Show when={props.track.result}>{(result) => <> · {known("screen.filing.result", result())}</>}</Show>
          <Show when={props.track.ground}>{(ground) => <> · {ground()}</>}</Show>
        </small>
        <Show when={clock()}>
          {(deadline) => (
            <small>
              <ClockLine form="text" clock={rowClock(live.whole(), deadline())} />
            </small>
          )}
        </Show>
      </span>
      <Show when={live.record("filing", props.track.filing)}>
        <Button onClick={() => desk.exec("filing.open", { caseId: live.caseId, filing: props.track.filing })}>
          {say.word("screen.case.filings.open")}
        </Button>
      </Show>
    </li>
  );
}

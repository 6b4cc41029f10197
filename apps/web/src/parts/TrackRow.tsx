/** One filing in a list: its own state, number, clock and whose move it is; and the way to its page (X4, X7). */
import type { FilingTrack } from "@recourse/core";
import { Button, Chip } from "@recourse/ui";
import { createMemo, Show, type JSX } from "solid-js";
import { rowClock } from "../live/row-clock.ts";
import { channelName } from "./channel-name.ts";
import { ClockLine } from "./ClockLine.tsx";
import { useCase, useServices } from "./served.tsx";
import styles from "./TrackRow.module.css";
import { TurnChip } from "./TurnChip.tsx";
import { When } from "./When.tsx";

export function TrackRow(props: { readonly track: FilingTrack }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const clock = createMemo(() => live.deadlines().find((d) => props.track.deadlines.includes(d.id) && !d.passed));
  const name = (): string => channelName(say, props.track.channel);
  const suit = (): string => (props.track.channel === "small_claims" ? "suit." : "");
  const result = (code: string): string =>
    say.has(`screen.filing.result.${code}`) ? say.word(`screen.filing.result.${code}`) : code;
  return (
    <li class={styles["row"]} data-ref={`filing/${props.track.filing}`} tabIndex={-1}>
      <span class={styles["main"]}>
        <span class={styles["chips"]}>
          <strong>{name()}</strong>
          <Chip tone="line">{say.word(`screen.track.${suit()}${props.track.status}`)}</Chip>
          <Show when={props.track.turn !== "none"}>
            <TurnChip turn={props.track.turn} />
          </Show>
        </span>
        <small>
          <Show when={props.track.since}>{(at) => <When at={at()} />}</Show>
          <Show when={props.track.reference}>
            {(reference) => <> · {say.word("screen.reference", { reference: reference() })}</>}
          </Show>
          <Show when={props.track.result}>{(code) => <> · {result(code())}</>}</Show>
          <Show when={props.track.ground}>
            {(ground) => <> · {say.word("screen.track.ground", { ground: ground() })}</>}
          </Show>
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
        <Button
          aria-label={say.word("screen.case.filings.open.of", { channel: name() })}
          onClick={() => desk.exec("filing.open", { caseId: live.caseId, filing: props.track.filing })}
        >
          {say.word("screen.case.filings.open")}
        </Button>
      </Show>
    </li>
  );
}

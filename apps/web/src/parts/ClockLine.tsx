/** One clock in a line: what is left or that it is over, the moment, and whose time it is (K7). */
import { Chip, Icon } from "@recourse/ui";
import { momentText } from "@recourse/words";
import { AlarmClock, Hourglass } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import styles from "./ClockLine.module.css";
import { clockParts, isPast, type ClockFacts } from "./clock-words.ts";
import { useServices } from "./served.tsx";

export interface ClockLineProps {
  readonly clock: ClockFacts;
  /** `chip` stands among chips, `text` in a line. */
  readonly form?: "chip" | "text";
}

export function ClockLine(props: ClockLineProps): JSX.Element {
  const { say, now } = useServices();
  const parts = createMemo(() => clockParts(props.clock, now(), say));
  const over = createMemo(() => isPast(props.clock, now()));
  // Only a deadline of ours is ever red: theirs being over is not our failure (K7).
  const late = (): boolean => over() && props.clock.owner === "mine";
  const icon = (): typeof AlarmClock => (over() ? AlarmClock : Hourglass);
  const words = (
    <span title={momentText(props.clock.due, say.lang())}>
      <strong class={styles["state"]}>{parts()[0]}</strong>
      {parts()
        .slice(1)
        .map((part) => ` · ${part}`)
        .join("")}
    </span>
  );
  return (
    <Show
      when={props.form === "text"}
      fallback={
        <Chip icon={icon()} tone={late() ? "danger" : "theirs"}>
          {words}
        </Chip>
      }
    >
      <span class={`${styles["line"]} ${late() ? styles["late"] : ""}`}>
        <Icon icon={icon()} size="small" /> {words}
      </span>
    </Show>
  );
}

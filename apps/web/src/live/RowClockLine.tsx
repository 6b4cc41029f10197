/** The clock of a row in a line that breaks only between its parts: the state, the moment, whose time it is (K7). */
import { momentText } from "@recourse/words";
import { createMemo, For, type JSX } from "solid-js";
import { clockParts } from "../parts/clock-words.ts";
import { useServices } from "../parts/served.tsx";
import type { RowClock } from "./board-row.ts";
import styles from "./RowClockLine.module.css";
import { clockNow } from "./sections.ts";

export interface RowClockLineProps {
  readonly clock: RowClock;
  /** Without what is left, where that stands beside it. */
  readonly bare?: boolean;
}

export function RowClockLine(props: RowClockLineProps): JSX.Element {
  const { say, now } = useServices();
  const clock = createMemo(() => clockNow(props.clock, now()), undefined, { equals: (a, b) => a === b });
  const all = (): readonly string[] => {
    const [state = "", ...rest] = clockParts(clock(), now(), say);
    const paused = clock().paused ? [say.word("screen.clock.paused")] : [];
    return [...(props.bare ? [] : [state]), ...rest, ...paused];
  };
  const parts = createMemo(all, [], {
    equals: (a, b) => a.length === b.length && a.every((part, at) => part === b[at]),
  });
  // Only a deadline of ours is ever red: theirs being over is not our failure (K7).
  const late = (): boolean => clock().passed && clock().owner === "mine" && clock().counts;
  return (
    <span class={`${styles["line"]} ${late() ? styles["late"] : ""}`} title={momentText(props.clock.due, say.lang())}>
      <For each={parts()}>
        {(part, at) => (
          <>
            <span class={at() === 0 && !props.bare ? styles["state"] : styles["part"]}>
              {part}
              {at() < parts().length - 1 ? " ·" : ""}
            </span>{" "}
          </>
        )}
      </For>
    </span>
  );
}

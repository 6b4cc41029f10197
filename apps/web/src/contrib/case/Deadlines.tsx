/**
 * Every time that runs in the case: whose it is, on what it stands, and what happens when it is over (K4, K7).
 *
 * 1. Ours first, then theirs, then the authority's; how long records are kept comes last.
 */
import type { Deadline } from "@recourse/core";
import { Button, EmptyState } from "@recourse/ui";
import { CalendarClock, CalendarPlus } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { rowClock } from "../../live/row-clock.ts";
import { ClockLine } from "../../parts/ClockLine.tsx";
import { Provisions } from "../../parts/Provisions.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import { Block } from "./Block.tsx";
import styles from "./Facts.module.css";

const owners: readonly Deadline["owner"][] = ["mine", "theirs", "authority", "record"];

export function Deadlines(): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const list = createMemo(() =>
    live.deadlines().toSorted((a, b) => owners.indexOf(a.owner) - owners.indexOf(b.owner) || (a.due < b.due ? -1 : 1)),
  );
  return (
    <Block
      name="deadlines"
      title={say.word("screen.case.deadlines")}
      actions={
        <Show when={list().length > 0 && desk.can("calendar.export")}>
          <Button icon={CalendarPlus} onClick={() => desk.exec("calendar.export", { cases: [live.caseId] })}>
            {say.word("screen.case.calendar")}
          </Button>
        </Show>
      }
    >
      <Show
        when={list().length > 0}
        fallback={<EmptyState shape="row" icon={CalendarClock} title={say.word("screen.case.no_deadlines")} />}
      >
        <ul class={styles["rows"]}>
          <For each={list()}>{(deadline) => <Row deadline={deadline} />}</For>
        </ul>
      </Show>
    </Block>
  );
}

function Row(props: { readonly deadline: Deadline }): JSX.Element {
  const { say } = useServices();
  const live = useCase();
  const provisions = (): readonly string[] => (props.deadline.source === "law" ? props.deadline.basis : []);
  const restartedAt = createMemo(
    () => live.record("event", /^event\/(.+)$/.exec(props.deadline.restartedBy ?? "")?.[1])?.at,
  );
  const notes = (): readonly string[] => {
    const { paused, latest, longstop } = props.deadline;
    const at = restartedAt();
    return [
      ...(paused === true ? [say.word("clock.paused")] : []),
      ...(at === undefined ? [] : [say.word("clock.restarted", { at })]),
      ...(latest === undefined ? [] : [say.word("clock.latest", { due: latest })]),
      ...(longstop === undefined ? [] : [say.word("clock.longstop", { due: longstop })]),
    ];
  };
  return (
    <li class={styles["row"]} data-ref={`deadline/${props.deadline.id}`}>
      <span class={styles["kind"]}>{say.word(`clock.owner.${props.deadline.owner}`)}</span>
      <span class={styles["main"]}>
        <strong>{say.word(`clock.rule.${props.deadline.rule}`)}</strong>
        <small>
          <ClockLine form="text" clock={rowClock(live.whole(), props.deadline)} />
        </small>
        <small>{say.word(props.deadline.consequence)}</small>
        <For each={notes()}>{(note) => <small>{note}</small>}</For>
        <Provisions of={provisions()} folded />
      </span>
    </li>
  );
}

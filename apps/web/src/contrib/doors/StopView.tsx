/**
 * Stopping here, weighed like every other door: the amount, what it costs in money and hours, who will know, what ends by itself (L7).
 *
 * 1. Figures of the case and the person's own hours; no odds and no advice.
 */
import { channelInputOf, stopWorksheet } from "@recourse/core";
import { Button, Field, type ViewProps } from "@recourse/ui";
import { Archive, DoorOpen, Scale } from "lucide";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { yuan } from "../../parts/Money.tsx";
import { NoticeBar } from "../../parts/NoticeBar.tsx";
import { perform } from "../../parts/perform.ts";
import { ProvisionChip } from "../../parts/ProvisionChip.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import { CasePage } from "./CasePage.tsx";
import { Lines } from "./DoorCard.tsx";
import { doorName } from "./door-words.ts";
import styles from "./Doors.module.css";

export function StopView(props: ViewProps<Services>): JSX.Element {
  return <CasePage {...props}>{() => <Stop />}</CasePage>;
}

function Stop(): JSX.Element {
  const services = useServices();
  const { say, desk, pack, now } = services;
  const live = useCase();
  const sheet = createMemo(() => stopWorksheet(channelInputOf(pack, live.whole(), now())));
  const [hours, setHours] = createSignal(String(sheet().hours ?? ""));
  const keepHours = (): void => {
    const told = Number(hours());
    if (!Number.isFinite(told) || told <= 0 || told === sheet().hours) return;
    perform(services, live, "answer.give", { question: "stop_hours", value: String(told) });
  };
  const amount = (): string => {
    const { claimFen, either } = sheet();
    if (claimFen !== undefined) return say.word("screen.stop.yuan", { amount: yuan(claimFen) });
    if (either !== undefined)
      return say.word("screen.stop.either", { low: yuan(Math.min(...either)), high: yuan(Math.max(...either)) });
    return say.word("screen.stop.unknown");
  };
  return (
    <div class={styles["page"]} data-stop="" tabIndex={-1}>
      <NoticeBar notices={live.notices()} brief />
      <header class={styles["head"]}>
        <h1 class={styles["title"]}>{say.word("screen.stop.title")}</h1>
        <p class={styles["text"]}>{say.word("screen.stop.text")}</p>
        <Lines of={sheet().because} />
      </header>
      <dl class={styles["fields"]}>
        <Line label="amount">{amount()}</Line>
        <Line label="fee">
          <Show when={sheet().fee} fallback={say.word("screen.stop.unknown")}>
            {(fee) => (
              <>
                {say.word("screen.stop.fee_text", { full: yuan(fee().fullFen), reduced: yuan(fee().reducedFen) })}{" "}
                <For each={sheet().feeBasis}>{(id) => <ProvisionChip id={id} />}</For>
              </>
            )}
          </Show>
        </Line>
        <Line label="hours">
          <Field label={say.word("screen.stop.hours.ask")}>
            {(control) => (
              <input
                {...control}
                type="number"
                inputMode="decimal"
                min="0"
                step="0.5"
                value={hours()}
                onInput={(event) => setHours(event.currentTarget.value)}
                onChange={keepHours}
              />
            )}
          </Field>
          <Show when={sheet().perHourFen}>
            {(perHour) => <p>{say.word("screen.stop.per_hour", { amount: yuan(perHour()) })}</p>}
          </Show>
        </Line>
        <Line label="reveals">
          <For each={sheet().reveals}>
            {(door) => (
              <>
                <strong>{doorName(say, door.channel)}</strong>
                <Lines of={door.discloses} />
              </>
            )}
          </For>
        </Line>
        <Line label="losable">
          <Show when={sheet().losable.length > 0} fallback={say.word("screen.stop.nothing_runs")}>
            <Lines of={sheet().losable.map((l) => l.message)} />
          </Show>
        </Line>
        <Line label="keep">
          <Lines of={sheet().keep} />
        </Line>
      </dl>
      <p class={styles["acts"]}>
        <Button
          tone="solid"
          icon={Scale}
          onClick={() =>
            desk.exec("case.ask", { caseId: live.caseId, command: "case.close", data: { outcome: "stopped" } })
          }
        >
          {say.word("screen.stop.do")}
        </Button>
        <Button icon={DoorOpen} onClick={() => desk.exec("doors.open", { caseId: live.caseId })}>
          {say.word("screen.stop.go_on")}
        </Button>
        <Button icon={Archive} onClick={() => desk.exec("archive.export", { caseId: live.caseId })}>
          {say.word("screen.case.archive")}
        </Button>
      </p>
    </div>
  );
}

function Line(props: { readonly label: string; readonly children: JSX.Element }): JSX.Element {
  const { say } = useServices();
  return (
    <div class={styles["fieldRow"]} data-line={props.label}>
      <dt>{say.word(`screen.stop.${props.label}`)}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

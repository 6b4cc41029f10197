/**
 * Stopping here, weighed like every other door: the amount, what it costs in money and hours, who will know, what ends by itself (L7).
 *
 * 1. Figures of the case and the person's own hours; no odds and no advice.
 */
import { channelInputOf, formatYuan, stopWorksheet } from "@recourse/core";
import { Button, Field, type ViewProps } from "@recourse/ui";
import { Archive, DoorOpen, Flag } from "lucide";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { CasePage } from "../../parts/CasePage.tsx";
import { channelName } from "../../parts/channel-name.ts";
import { Lines } from "../../parts/Lines.tsx";
import { BriefNotices } from "../../parts/BriefNotices.tsx";
import styles from "../../parts/Page.module.css";
import own from "./Doors.module.css";
import { PageHead } from "../../parts/PageHead.tsx";
import { perform } from "../../parts/perform.ts";
import { Provisions } from "../../parts/Provisions.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";

/** Below which amount stopping is looked at first; the person may change it (L7). */
const STOP_BELOW = "defaults.stopBelowFen";

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
    const text = hours().trim();
    const told = text === "" ? undefined : Number(text);
    if (told === sheet().hours || (told !== undefined && (!Number.isFinite(told) || told <= 0))) return;
    perform(services, live, "answer.give", { question: "stop_hours", value: told === undefined ? "" : String(told) });
  };
  /** Weighed, and going on: not asked again until something changes. */
  const goOn = (): void => {
    perform(services, live, "answer.give", { question: "stop_weighed", value: "go_on" });
    desk.exec("doors.open", { caseId: live.caseId });
  };
  const changeLimit = (): void =>
    desk.exec("case.ask", {
      caseId: live.caseId,
      command: "override.add",
      data: { packPath: STOP_BELOW, source: say.word("screen.stop.own_limit"), ask: "value" },
    });
  const amount = (): string => {
    const { claimFen, either } = sheet();
    if (claimFen !== undefined) return say.word("screen.stop.yuan", { amount: formatYuan(claimFen) });
    if (either !== undefined)
      return say.word("screen.stop.either", {
        low: formatYuan(Math.min(...either)),
        high: formatYuan(Math.max(...either)),
      });
    return say.word("screen.stop.unknown");
  };
  return (
    <div class={styles["page"]} data-stop="">
      <BriefNotices />
      <PageHead title={say.word("screen.stop.title")}>
        <p class={styles["text"]}>{say.word("screen.stop.text")}</p>
      </PageHead>
      <Show when={sheet().because.length > 0}>
        <section class={styles["group"]}>
          <h2 class={styles["label"]}>{say.word("screen.stop.because")}</h2>
          <Lines of={sheet().because} />
          <Show when={sheet().because.some((m) => m.code === "L7.stop.small")}>
            <p class={styles["acts"]}>
              <Button tone="plain" onClick={changeLimit}>
                {say.word("screen.stop.change_limit")}
              </Button>
            </p>
          </Show>
        </section>
      </Show>
      <dl class={own["fields"]}>
        <Line label="amount">{amount()}</Line>
        <Line label="fee">
          <Show when={sheet().fee} fallback={say.word("screen.stop.unknown")}>
            {(fee) => (
              <>
                {say.word("screen.stop.fee_text", {
                  full: formatYuan(fee().fullFen),
                  reduced: formatYuan(fee().reducedFen),
                })}
                <Provisions of={sheet().feeBasis} folded />
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
            {(perHour) => <p>{say.word("screen.stop.per_hour", { amount: formatYuan(perHour()) })}</p>}
          </Show>
        </Line>
        <Line label="reveals">
          <For each={sheet().reveals}>
            {(door) => (
              <div>
                <strong>{channelName(say, door.channel)}</strong>
                <Lines of={door.discloses} />
              </div>
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
          icon={Flag}
          onClick={() =>
            desk.exec("case.ask", { caseId: live.caseId, command: "case.close", data: { outcome: "stopped" } })
          }
        >
          {say.word("screen.stop.do")}
        </Button>
        <Button icon={DoorOpen} onClick={goOn}>
          {say.word("screen.stop.go_on")}
        </Button>
        <Button tone="plain" icon={Archive} onClick={() => desk.exec("archive.export", { caseId: live.caseId })}>
          {say.word("screen.case.archive")}
        </Button>
      </p>
    </div>
  );
}

function Line(props: { readonly label: string; readonly children: JSX.Element }): JSX.Element {
  const { say } = useServices();
  return (
    <div class={own["fieldRow"]} data-line={props.label}>
      <dt>{say.word(`screen.stop.${props.label}`)}</dt>
      <dd>
        <div class={own["said"]}>{props.children}</div>
      </dd>
    </div>
  );
}

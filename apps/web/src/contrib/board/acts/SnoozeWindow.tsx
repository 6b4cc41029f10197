/**
 * “等到…”: puts cases off until a moment, when they wake by themselves.
 *
 * 1. Nothing that is due is hidden in silence: a moment after a deadline says so before it is chosen.
 */
import type { Id, Instant } from "@recourse/core";
import { Button, Dialog, Field, Icon } from "@recourse/ui";
import { momentText, shortMoment } from "@recourse/words";
import { AlarmClock } from "lucide";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { cards, selection } from "../../../live/row-focus.ts";
import { endsAt, isOver } from "../../../live/sections.ts";
import { fromField } from "../../../parts/moment.ts";
import { useServices } from "../../../parts/served.tsx";
import { titleOf } from "../bulk.ts";
import { acting, type Act } from "./acting.ts";
import styles from "./Acts.module.css";
import { wakeTimes } from "./wake-times.ts";

export function SnoozeWindow(props: { readonly act: Extract<Act, { is: "snooze" }> }): JSX.Element {
  const services = useServices();
  const { say, cases, now, snoozes, desk } = services;
  const [own, setOwn] = createSignal("");
  const [wrong, setWrong] = createSignal(false);
  const ids = (): readonly Id[] => props.act.caseIds;
  const names = (): string =>
    ids().length === 1
      ? ids()
          .map((id) => titleOf(services, id))
          .join("")
      : say.word("screen.snooze.many", { n: ids().length });
  /** The soonest end of anything that runs in these cases. */
  const soonest = createMemo(() =>
    ids()
      .flatMap((id) => {
        const row = cases.book.row(id);
        return row === undefined ? [] : [...(row.clock === undefined ? [] : [row.clock]), ...row.dates];
      })
      .filter((clock) => clock.owner !== "record" && !isOver(clock, now()))
      .map((clock) => ({ end: endsAt(clock), due: clock.due }))
      .toSorted((a, b) => (a.end < b.end ? -1 : 1))
      .at(0),
  );
  const late = (until: Instant): string => {
    const first = soonest();
    return first !== undefined && until > first.end ? say.word("screen.snooze.late", { due: first.due }) : "";
  };
  const asleep = (): boolean => ids().some((id) => snoozes.until(id) !== undefined);
  const put = async (until: Instant | undefined): Promise<void> => {
    const [caseIds, name] = [ids(), names()];
    acting.end();
    selection.end();
    queueMicrotask(cards.back);
    const undo = await snoozes.put(caseIds, until);
    if (undo === undefined) {
      desk.toast({ text: say.word("screen.snooze.failed", { name }) });
      return;
    }
    const text =
      until === undefined ? say.word("screen.snooze.woken", { name }) : say.word("screen.snooze.done", { name, until });
    desk.announce(text);
    desk.toast({ text, action: { label: say.word("screen.undo"), run: undo } });
  };
  const putOwn = (event: Event): void => {
    event.preventDefault();
    const until = fromField(own());
    const ahead = until !== undefined && until > now();
    setWrong(!ahead);
    if (ahead) void put(until);
  };
  return (
    <Dialog
      open={true}
      title={say.word("screen.snooze.title", { name: names() })}
      closeLabel={say.word("screen.case.close")}
      onClose={acting.end}
    >
      <div class={styles["body"]}>
        <p class={styles["lead"]}>{say.word("screen.snooze.text")}</p>
        <div class={styles["times"]}>
          <For each={wakeTimes(now())}>
            {({ code, at }, n) => (
              <button
                type="button"
                autofocus={n() === 0}
                class={styles["time"]}
                data-wake={code}
                onClick={() => void put(at)}
              >
                {say.word(`screen.snooze.${code}`)}
                <small title={momentText(at, say.lang())}>{shortMoment(at)}</small>
                <Show when={late(at)}>{(text) => <small>{text()}</small>}</Show>
              </button>
            )}
          </For>
        </div>
        <form class={styles["form"]} noValidate onSubmit={putOwn}>
          <Field label={say.word("screen.snooze.own")} error={wrong() ? say.word("screen.snooze.own.error") : ""}>
            {(control) => (
              <input
                {...control}
                type="datetime-local"
                value={own()}
                onInput={(event) => setOwn(event.currentTarget.value)}
              />
            )}
          </Field>
          <div class={styles["foot"]}>
            <Show when={asleep()}>
              <Button icon={AlarmClock} onClick={() => void put(undefined)}>
                {say.word("screen.snooze.wake")}
              </Button>
            </Show>
            <Button tone="solid" type="submit">
              {say.word("screen.snooze.do")}
            </Button>
          </div>
        </form>
        <Show when={soonest()}>
          {(found) => (
            <p class={styles["warn"]}>
              <Icon icon={AlarmClock} size="small" /> {say.word("screen.snooze.due", { due: found().due })}
            </p>
          )}
        </Show>
      </div>
    </Dialog>
  );
}

/**
 * Who changed what and when, the newest first, by day.
 *
 * 1. The log is read only while this is open, and only as far back as was asked for.
 */
import { civilOf, clockOf } from "@recourse/core";
import { Button } from "@recourse/ui";
import { dateText, momentText } from "@recourse/words";
import { ChevronDown } from "lucide";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { useYuan } from "../../parts/Money.tsx";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import type { SharedCase } from "../../services/sharing/sharing.ts";
import { changesOf, fieldText, kindText, valueText, type Change } from "./change-words.ts";
import own from "./Files.module.css";

/** Units: entries of the log. */
const PAGE = 50;

interface Day {
  readonly date: string;
  readonly changes: readonly Change[];
}

export function HistoryList(props: { readonly of: SharedCase }): JSX.Element {
  const { say } = useServices();
  const [isOpen, setOpen] = createSignal(false);
  const [most, setMost] = createSignal(PAGE);
  // One more than is shown says whether there is more.
  const read = createMemo(() => (isOpen() ? props.of.history(most() + 1) : []));
  const days = createMemo<readonly Day[]>(() => {
    const changes = changesOf(read().slice(0, most()));
    const dates = [...new Set(changes.map(({ at }) => civilOf(at)))];
    return dates.map((date) => ({ date, changes: changes.filter(({ at }) => civilOf(at) === date) }));
  });
  return (
    <details data-history="" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class={page["fold"]}>{say.word("screen.history")}</summary>
      <Show when={isOpen()}>
        <p class={page["text"]}>{say.word(read().length === 0 ? "screen.history.none" : "screen.history.text")}</p>
        <For each={days()}>
          {(day) => (
            <section>
              <h3 class={own["day"]}>{dateText(day.date, say.lang())}</h3>
              <ul class={own["changes"]}>
                <For each={day.changes}>{(change) => <Item change={change} />}</For>
              </ul>
            </section>
          )}
        </For>
        <Show when={read().length > most()}>
          <p class={page["acts"]}>
            <Button icon={ChevronDown} onClick={() => setMost(most() + PAGE)}>
              {say.word("screen.history.more")}
            </Button>
          </p>
        </Show>
      </Show>
    </details>
  );
}

function Item(props: { readonly change: Change }): JSX.Element {
  const { say } = useServices();
  const words = { say, yuan: useYuan() };
  const who = (): string => {
    const { isMe, name } = props.change;
    if (isMe) return say.word("screen.history.me");
    return name?.trim() ? name : say.word("screen.share.unnamed");
  };
  const what = (): string => say.word(`screen.history.${props.change.is}`, { what: kindText(say, props.change.kind) });
  const fields = createMemo(() =>
    props.change.fields.flatMap(({ field, value }) => {
      const name = fieldText(say, props.change.kind, field);
      return name === undefined
        ? []
        : [{ name, value: value === undefined ? undefined : valueText(words, props.change.kind, field, value) }];
    }),
  );
  return (
    <li data-change={props.change.is}>
      <time datetime={props.change.at} title={momentText(props.change.at, say.lang())}>
        {clockOf(props.change.at).time}
      </time>
      <div>
        <strong>{who()}</strong> <span>{what()}</span>
        <For each={fields()}>
          {(field) => (
            <p>
              {field.name}
              <Show when={field.value}>
                {(value) => (
                  <>
                    {" "}
                    <q>{value()}</q>
                  </>
                )}
              </Show>
            </p>
          )}
        </For>
      </div>
    </li>
  );
}

/**
 * What those who share a case ask of each other: "请补完整聊天". Asked in a sentence, answered by doing it or by saying no.
 *
 * 1. It states nothing about the matter: no letter and no check reads it.
 */
import type { Id, RecordOf } from "@recourse/core";
import { Button, Chip, Field, Icon } from "@recourse/ui";
import { CircleCheck, CircleX, HandHelping, Send } from "lucide";
import { createMemo, createSignal, createUniqueId, For, Show, type JSX } from "solid-js";
import page from "../../parts/Page.module.css";
import { perform } from "../../parts/perform.ts";
import { useServices } from "../../parts/served.tsx";
import type { CaseLive } from "../../services/services.ts";
import type { SharedCase } from "../../services/sharing/sharing.ts";
import styles from "./People.module.css";
import { steadyKeys } from "./steady.ts";

/** Units: characters. */
const LONGEST = 300;

export interface AsksProps {
  readonly caseId: Id;
  readonly of: SharedCase;
}

export function Asks(props: AsksProps): JSX.Element {
  const { cases } = useServices();
  return <Show when={cases.live(props.caseId)}>{(live) => <Asked of={props.of} live={live()} />}</Show>;
}

function Asked(props: { readonly of: SharedCase; readonly live: CaseLive }): JSX.Element {
  const services = useServices();
  const { say } = services;
  const head = createUniqueId();
  const all = (): readonly RecordOf<"request">[] => props.live.all("request");
  const open = createMemo(() => all().filter(({ state }) => state === "open"));
  const over = createMemo(() => all().filter(({ state }) => state !== "open"));
  const keys = steadyKeys(open, ({ id }) => id);
  const line = (id: string): RecordOf<"request"> | undefined => all().find((each) => each.id === id);
  const mayWrite = (): boolean => props.of.role() === "owner" || props.of.role() === "helper";
  /** Whoever owns the case asks those who help, and they ask the owner. */
  const to = (): "owner" | "helper" => (props.of.role() === "owner" ? "helper" : "owner");
  const [text, setText] = createSignal("");
  const [tried, setTried] = createSignal(false);
  const ask = (event: Event): void => {
    event.preventDefault();
    const asked = text().trim();
    setTried(asked === "");
    if (asked === "") return;
    const data = { text: asked, to: to(), state: "open" };
    if (perform(services, props.live, "request.add", data, { code: "screen.asks.asked" })) setText("");
  };
  const end = (id: Id, state: "done" | "declined"): void =>
    void perform(
      services,
      props.live,
      "request.edit",
      { id, set: { state } },
      { code: `screen.asks.${state}`, undo: { command: "request.edit", data: { id, set: { state: "open" } } } },
    );
  return (
    <section class={page["group"]} aria-labelledby={head} data-asks="">
      <h2 id={head} class={page["subtitle"]}>
        {say.word("screen.asks")}
      </h2>
      <Show when={keys().length > 0} fallback={<p class={page["text"]}>{say.word("screen.asks.none")}</p>}>
        <ul class={styles["rows"]}>
          <For each={keys()}>
            {(id) => (
              <Show when={line(id)}>
                {(found) => (
                  <li class={styles["row"]} data-ask={found().to}>
                    <Icon icon={HandHelping} />
                    <div class={styles["rowMain"]}>
                      <span class={page["chips"]}>
                        <Chip tone="line">{say.word(`screen.asks.to.${found().to}`)}</Chip>
                        <strong>{found().text}</strong>
                      </span>
                    </div>
                    <Show when={mayWrite()}>
                      <span class={page["acts"]}>
                        <Button icon={CircleCheck} onClick={() => end(found().id, "done")}>
                          {say.word("screen.asks.do")}
                        </Button>
                        <Button tone="plain" icon={CircleX} onClick={() => end(found().id, "declined")}>
                          {say.word("screen.asks.decline")}
                        </Button>
                      </span>
                    </Show>
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <Show when={mayWrite()}>
        <form class={page["form"]} noValidate onSubmit={ask}>
          <Field
            label={say.word(`screen.asks.of.${to()}`)}
            hint={say.word("screen.asks.hint")}
            error={tried() ? say.word("screen.asks.needed") : undefined}
          >
            {(control) => (
              <input
                {...control}
                type="text"
                maxLength={LONGEST}
                value={text()}
                onInput={(event) => setText(event.currentTarget.value)}
              />
            )}
          </Field>
          <p class={page["acts"]}>
            <Button type="submit" icon={Send}>
              {say.word("screen.asks.ask")}
            </Button>
          </p>
        </form>
      </Show>
      <Show when={over().length > 0}>
        <details>
          <summary class={page["fold"]}>{say.word("screen.asks.over", { n: over().length })}</summary>
          <ul class={page["lines"]}>
            <For each={over()}>
              {(each) => (
                <li>
                  {say.word(`screen.asks.is.${each.state}`)} · {each.text}
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </section>
  );
}

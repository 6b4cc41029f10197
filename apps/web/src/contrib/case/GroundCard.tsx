/** One reason for a refund: verdict by mark and word, source, sentences with what they rest on, what would settle it. */
import { gapAction, type Message, ref, type Verdict } from "@recourse/core";
import { Button, Chip, MenuButton, type ChipTone } from "@recourse/ui";
import { Check, CircleDashed, Pencil, Trash2, X, type IconNode } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { MessageText } from "../../parts/MessageText.tsx";
import { perform } from "../../parts/perform.ts";
import { SourceChip } from "../../parts/SourceChip.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import { conditionText } from "./forms/condition.ts";
import styles from "./Grounds.module.css";
import { ProvisionText } from "./ProvisionText.tsx";

const looks: Readonly<Record<Verdict, { readonly icon: IconNode; readonly tone: ChipTone }>> = {
  met: { icon: Check, tone: "good" },
  not_met: { icon: X, tone: "line" },
  unknown: { icon: CircleDashed, tone: "mine" },
};

export interface GroundCardProps {
  readonly id: string;
  /** All its sentences are shown at once, as for the best one. */
  readonly open: boolean;
}

export function GroundCard(props: GroundCardProps): JSX.Element {
  const services = useServices();
  const { say, desk } = services;
  const live = useCase();
  const ground = createMemo(() => live.grounds().find((g) => g.id === props.id));
  const verdict = (): Verdict => ground()?.verdict ?? "unknown";
  const clause = createMemo(() => {
    const source = ground()?.source;
    return source?.type === "clause" ? live.record("clause", source.ref.split("/")[1]) : undefined;
  });
  const provisions = createMemo(() => {
    const source = ground()?.source;
    return source?.type === "law" ? source : undefined;
  });
  // Sentences in a fixed place while their words change.
  const because = createMemo<readonly Message[]>(() => (ground()?.because ?? []).filter((m) => say.has(m.code)));
  const ask = (command: string, data: Readonly<Record<string, unknown>>): void =>
    desk.exec("case.ask", { caseId: live.caseId, command, data });
  const remove = (id: string, document: string): void => {
    perform(
      services,
      live,
      "clause.remove",
      { id },
      {
        code: "screen.case.removed_clause",
        args: { document },
        undo: { command: "clause.restore", data: { id } },
      },
    );
  };
  return (
    <li
      class={styles["ground"]}
      data-ref={clause() === undefined ? `ground/${props.id}` : `clause/${clause()?.id ?? ""}`}
      data-ground={props.id}
      tabIndex={-1}
    >
      <div class={styles["line"]}>
        <Chip icon={looks[verdict()].icon} tone={looks[verdict()].tone}>
          {say.word(`verdict.${verdict()}`)}
        </Chip>
        <h3>{say.word(`ground.${ground()?.kind ?? "other"}`)}</h3>
        <small class={styles["from"]}>{say.word(`screen.case.by_${ground()?.source.type ?? "law"}`)}</small>
        <Show when={clause()}>
          {(c) => (
            <MenuButton
              label={say.word("screen.case.clause_more", { document: c().document })}
              entries={[
                {
                  id: "edit",
                  label: say.word("screen.case.edit"),
                  icon: Pencil,
                  run: () => ask("clause.edit", { id: c().id, ask: "quote" }),
                },
                {
                  id: "remove",
                  label: say.word("screen.case.remove"),
                  icon: Trash2,
                  run: () => remove(c().id, c().document),
                },
              ]}
            />
          )}
        </Show>
      </div>
      <Show when={clause()}>
        {(c) => (
          <figure class={styles["quote"]}>
            <blockquote>{c().quote}</blockquote>
            <figcaption>
              《{c().document}》{c().article}{" "}
              <Show when={c().exhibit}>{(id) => <SourceChip source={exhibitRef(id())} />}</Show>
              <br />
              {say.word("screen.case.read_as")} {conditionText(say, c().condition)}
            </figcaption>
          </figure>
        )}
      </Show>
      <Show when={because()[0]}>
        {(first) => (
          <p>
            <MessageText message={first()} />
          </p>
        )}
      </Show>
      <Show when={because().length > 1}>
        <details class={styles["law"]} open={props.open}>
          <summary>{say.word("screen.case.why", { n: because().length - 1 })}</summary>
          <ul class={styles["because"]}>
            <For each={because().slice(1)}>
              {(message) => (
                <li>
                  <MessageText message={message} />
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
      <Show when={(ground()?.missing.length ?? 0) > 0}>
        <div class={styles["gaps"]}>
          <span>{say.word("screen.case.to_settle")}</span>
          <For each={ground()?.missing}>
            {(gap) => (
              <Button
                onClick={() => {
                  const { command, data } = gapAction(gap);
                  ask(command, data);
                }}
              >
                {say.word(gap.code, gap.args)}
              </Button>
            )}
          </For>
        </div>
      </Show>
      <Show when={provisions()}>
        {(source) => (
          <details class={styles["law"]}>
            <summary>
              <span class={styles["withIcon"]}>
                {say.word("screen.case.see_law", { n: source().provisions.length })}
              </span>
            </summary>
            <For each={source().provisions}>{(id) => <ProvisionText id={id} />}</For>
            <Show when={source().against.length > 0}>
              <p class={styles["against"]}>{say.word("screen.case.against")}</p>
              <For each={source().against}>{(id) => <ProvisionText id={id} />}</For>
            </Show>
          </details>
        )}
      </Show>
      <Show when={ground()?.rank}>{(rank) => <p class={styles["rank"]}>{say.say(rank())}</p>}</Show>
    </li>
  );
}

const exhibitRef = (id: string): ReturnType<typeof ref> => ref("exhibit", id);

/** Two values written at the same time for one place: each to choose by a press, the one in use marked. */
import { appendOnly, isKind, ref } from "@recourse/core";
import { createMemo, For, Show, type JSX } from "solid-js";
import { choosing, REMOVED } from "../../live/trouble.ts";
import { perform, refusal } from "../../parts/perform.ts";
import { refLabel, type RefContext } from "../../parts/ref-label.ts";
import { useCase, useExhibits, useServices } from "../../parts/served.tsx";
import type { Conflict } from "../../services/services.ts";
import styles from "./ChooseWindow.module.css";
import form from "./forms/Form.module.css";
import { fieldText, kindText, valueText } from "./stored-words.ts";

export interface ChooseWindowProps {
  /** Ref of the field, as the problem names it. */
  readonly target: string;
  onDone(): void;
}

export function ChooseWindow(props: ChooseWindowProps): JSX.Element {
  const { say } = useServices();
  const live = useCase();
  const conflict = createMemo(() =>
    live.trouble().conflicts.find(({ kind, id, field }) => ref(kind, id, field) === props.target),
  );
  return (
    <Show when={conflict()} fallback={<p>{say.word("screen.choose.settled")}</p>}>
      {(of) => <Choice of={of()} onDone={() => props.onDone()} />}
    </Show>
  );
}

function Choice(props: { readonly of: Conflict; onDone(): void }): JSX.Element {
  const services = useServices();
  const { say, desk, pack } = services;
  const live = useCase();
  const context: RefContext = { live, exhibits: useExhibits(), say, pack: () => pack };
  const text = (value: unknown): string => valueText(context, props.of.kind, props.of.field, value);
  const place = (): string => {
    const { kind, id, field } = props.of;
    const record = [kindText(say, kind), refLabel(ref(kind, id), context) ?? ""].join(" ").trim();
    return field === REMOVED ? record : `${record} · ${fieldText(context, kind, field)}`;
  };
  const isFixed = (): boolean => isKind(props.of.kind) && appendOnly.has(props.of.kind);
  /** Other values, each once, as it reads. */
  const others = createMemo(() => {
    const known = props.of.lost.filter((lost) => lost.known).map((lost) => lost.value);
    return [...new Map(known.map((value) => [JSON.stringify(value), value])).values()];
  });
  const canChoose = (value: unknown): boolean => !isFixed() && choosing(props.of, value) !== undefined;

  const choose = (value: unknown): void => {
    const action = choosing(props.of, value);
    if (action === undefined || perform(services, live, action.command, action.data) === undefined) return;
    tell("screen.choose.done", true);
    props.onDone();
  };
  const keep = (): void => {
    const done = live.confirm(props.of);
    if (done.ok) {
      tell("screen.choose.done", false);
      props.onDone();
    } else desk.toast({ text: refusal(say, done.error) });
  };
  const tell = (code: string, undoable: boolean): void =>
    desk.toast({
      text: say.word(code),
      ...(undoable ? { action: { label: say.word("screen.case.undo"), run: () => void live.undo() } } : {}),
    });

  return (
    <div class={form["form"]}>
      <p>
        <strong>{place()}</strong>
      </p>
      <p class={form["lead"]}>{say.word(isFixed() ? "screen.choose.fixed" : "screen.choose.lead")}</p>
      <ul class={styles["values"]}>
        <li>
          <Value
            text={text(props.of.kept)}
            mark={say.word("screen.choose.kept")}
            onChoose={isFixed() ? undefined : keep}
          />
        </li>
        <For each={others()}>
          {(value) => (
            <li>
              <Value
                text={text(value)}
                mark={canChoose(value) || isFixed() ? undefined : say.word("screen.choose.cannot")}
                onChoose={canChoose(value) ? () => choose(value) : undefined}
              />
            </li>
          )}
        </For>
      </ul>
      <Show when={props.of.lost.some((lost) => !lost.known)}>
        <p class={form["lead"]}>{say.word("screen.choose.unknown")}</p>
      </Show>
    </div>
  );
}

/** One value: a button, or only its text where it cannot be chosen. */
function Value(props: {
  readonly text: string;
  readonly mark: string | undefined;
  readonly onChoose: (() => void) | undefined;
}): JSX.Element {
  const content = (): JSX.Element => (
    <>
      <span class={styles["text"]}>{props.text}</span>
      <Show when={props.mark}>
        <small>{props.mark}</small>
      </Show>
    </>
  );
  return (
    <Show when={props.onChoose} fallback={<div class={styles["value"]}>{content()}</div>}>
      {(onChoose) => (
        <button type="button" class={styles["value"]} onClick={() => onChoose()()}>
          {content()}
        </button>
      )}
    </Show>
  );
}

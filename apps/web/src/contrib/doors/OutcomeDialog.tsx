/** “有结果了”: what they decided, when, and why (X1). */
import type { FilingTrack, Id } from "@recourse/core";
import { Button, Dialog, Field } from "@recourse/ui";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { fromField, toField } from "../../parts/moment.ts";
import { perform } from "../../parts/perform.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import styles from "./Doors.module.css";

/** Units: characters of a field of day and time without seconds. */
const MINUTES = 16;
const results = ["agreed", "failed", "judged"] as const;

export interface OutcomeDialogProps {
  readonly filing: Id;
  readonly status: FilingTrack["status"];
  readonly open: boolean;
  readonly onClose: () => void;
}

export function OutcomeDialog(props: OutcomeDialogProps): JSX.Element {
  const { say } = useServices();
  return (
    <Dialog
      open={props.open}
      title={say.word("screen.filing.report")}
      closeLabel={say.word("screen.letter.close")}
      onClose={() => props.onClose()}
    >
      <OutcomeForm filing={props.filing} status={props.status} onDone={() => props.onClose()} />
    </Dialog>
  );
}

function OutcomeForm(props: {
  readonly filing: Id;
  readonly status: FilingTrack["status"];
  readonly onDone: () => void;
}): JSX.Element {
  const services = useServices();
  const { say, now, desk } = services;
  const live = useCase();
  const kinds = ["accepted", "refused", "ended", "withdrawn"] as const;
  const offered = kinds.filter((kind) => kind !== "accepted" || props.status === "submitted");
  const [what, setWhat] = createSignal<(typeof kinds)[number]>(offered[0] ?? "ended");
  const [result, setResult] = createSignal<(typeof results)[number]>("failed");
  const [at, setAt] = createSignal(toField(now()).slice(0, MINUTES));
  const [reference, setReference] = createSignal("");
  const [ground, setGround] = createSignal("");
  const [tried, setTried] = createSignal(false);
  const moment = createMemo(() => {
    const read = fromField(at());
    return read !== undefined && read <= now() ? read : undefined;
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    const when = moment();
    if (when === undefined) return;
    const done = perform(services, live, "filing.report", {
      filing: props.filing,
      at: when,
      what: what(),
      ...(reference().trim() === "" ? {} : { reference: reference().trim() }),
      ...(what() === "refused" && ground().trim() !== "" ? { ground: ground().trim() } : {}),
      ...(what() === "ended" ? { result: result() } : {}),
    });
    if (done === undefined) return;
    desk.announce(say.word("screen.filing.recorded"));
    props.onDone();
  };
  return (
    <form class={styles["form"]} noValidate onSubmit={submit}>
      <fieldset class={styles["choices"]}>
        <legend class={styles["label"]}>{say.word("screen.filing.outcome.what")}</legend>
        <For each={offered}>
          {(kind) => (
            <label class={styles["choice"]}>
              <input type="radio" name="what" value={kind} checked={what() === kind} onInput={() => setWhat(kind)} />
              {say.word(`screen.filing.outcome.${kind}`)}
            </label>
          )}
        </For>
      </fieldset>
      <Show when={what() === "withdrawn"}>
        <p class={styles["lacks"]}>{say.word("screen.filing.outcome.withdrawn.note")}</p>
      </Show>
      <Show when={what() === "ended"}>
        <Field label={say.word("screen.filing.outcome.result")}>
          {(control) => (
            <select
              {...control}
              value={result()}
              onInput={(event) => setResult(results.find((r) => r === event.currentTarget.value) ?? "failed")}
            >
              <For each={results}>
                {(each) => <option value={each}>{say.word(`screen.filing.result.${each}`)}</option>}
              </For>
            </select>
          )}
        </Field>
      </Show>
      <Show when={what() === "refused"}>
        <Field label={say.word("screen.filing.outcome.ground")} hint={say.word("screen.filing.outcome.ground.hint")}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              value={ground()}
              onInput={(event) => setGround(event.currentTarget.value)}
            />
          )}
        </Field>
      </Show>
      <Field
        label={say.word("screen.filing.outcome.at")}
        error={tried() && moment() === undefined ? say.word("screen.send.at.error") : undefined}
      >
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            value={at()}
            onInput={(event) => setAt(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={say.word("screen.filing.reference")} hint={say.word("screen.filing.reference.hint")}>
        {(control) => (
          <input
            {...control}
            type="text"
            value={reference()}
            onInput={(event) => setReference(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class={styles["acts"]}>
        <Button tone="solid" type="submit" data-confirm-outcome="">
          {say.word("screen.filing.record")}
        </Button>
        <Button onClick={() => props.onDone()}>{say.word("screen.letter.cancel")}</Button>
      </div>
    </form>
  );
}

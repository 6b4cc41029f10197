/** Ending a case: how it ended, and a reason where the money is not all there (S1, L7). */
import { Button, Field } from "@recourse/ui";
import { createSignal, Show, type JSX } from "solid-js";
import { Lines } from "../../../parts/Lines.tsx";
import { OneIn } from "../../../parts/OneIn.tsx";
import { perform } from "../../../parts/perform.ts";
import { useCase, useServices } from "../../../parts/served.tsx";
import type { Data } from "../asking.ts";
import { textIn } from "./field.ts";
import styles from "./Form.module.css";

const outcomes = ["refunded", "settled", "partial", "stopped", "lost", "other"] as const;

export interface CloseFormProps {
  readonly data: Data;
  onDone(): void;
}

export function CloseForm(props: CloseFormProps): JSX.Element {
  const services = useServices();
  const { say, desk, now } = services;
  const live = useCase();
  const seen = (): boolean => live.settlement().complete && live.settlement().receivedFen > 0;
  // That the money came back is said where all of it is seen (S2).
  const offered = (): readonly (typeof outcomes)[number][] => outcomes.filter((o) => o !== "refunded" || seen());
  const asked = textIn(props.data["outcome"]);
  const [outcome, setOutcome] = createSignal<(typeof outcomes)[number]>(
    offered().find((o) => o === asked) ?? (seen() ? "refunded" : "partial"),
  );
  const [reason, setReason] = createSignal("");
  const [tried, setTried] = createSignal(false);
  const wanting = (): boolean => !seen() && reason().trim() === "";
  const submit = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    if (wanting()) return;
    const done = perform(
      services,
      live,
      "case.close",
      { at: now(), outcome: outcome(), ...(reason().trim() === "" ? {} : { reason: reason().trim() }) },
      { code: "screen.case.closed_now" },
    );
    if (done === undefined) return;
    props.onDone();
    desk.exec("case.open", { caseId: live.caseId, view: "settlement" });
  };
  return (
    <form class={styles["form"]} onSubmit={submit} novalidate>
      <Lines of={live.settlement().findings} />
      <OneIn
        label={say.word("screen.field.outcome")}
        options={offered().map((value) => ({ value, label: say.word(`outcome.${value}`) }))}
        value={outcome()}
        onChoose={setOutcome}
      />
      <Show when={!seen()}>
        <Field
          label={say.word("screen.case.close.reason")}
          hint={say.word("screen.case.close.reason.hint")}
          error={tried() && wanting() ? say.word("screen.case.close.reason.error") : undefined}
        >
          {(control) => (
            <textarea
              {...control}
              rows={2}
              value={reason()}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
      </Show>
      <div class={styles["foot"]}>
        <Button onClick={() => props.onDone()}>{say.word("screen.case.cancel")}</Button>
        <Button tone="solid" type="submit">
          {say.word("screen.case.close_case")}
        </Button>
      </div>
    </form>
  );
}

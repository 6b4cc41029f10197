/** “我已经提交了”: when, and under which number. The core refuses what its pre-flight does not allow (X9, X10). */
import type { Id } from "@recourse/core";
import { Button, Dialog, Field } from "@recourse/ui";
import { createMemo, createSignal, type JSX } from "solid-js";
import { fromField, toField } from "../../parts/moment.ts";
import { perform } from "../../parts/perform.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import styles from "./Doors.module.css";

/** Units: characters of a field of day and time without seconds. */
const MINUTES = 16;

export interface SubmitDialogProps {
  readonly filing: Id;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function SubmitDialog(props: SubmitDialogProps): JSX.Element {
  const { say } = useServices();
  return (
    <Dialog
      open={props.open}
      title={say.word("screen.filing.submitted_it")}
      closeLabel={say.word("screen.letter.close")}
      onClose={() => props.onClose()}
    >
      <SubmitForm filing={props.filing} onDone={() => props.onClose()} />
    </Dialog>
  );
}

function SubmitForm(props: { readonly filing: Id; readonly onDone: () => void }): JSX.Element {
  const services = useServices();
  const { say, now, desk } = services;
  const live = useCase();
  const [at, setAt] = createSignal(toField(now()).slice(0, MINUTES));
  const [reference, setReference] = createSignal("");
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
    const number = reference().trim();
    const done = perform(services, live, "filing.submit", {
      filing: props.filing,
      at: when,
      ...(number === "" ? {} : { reference: number }),
    });
    if (done === undefined) return;
    desk.announce(say.word("screen.filing.recorded"));
    props.onDone();
  };
  return (
    <form class={styles["form"]} noValidate onSubmit={submit}>
      <p class={styles["text"]}>{say.word("screen.filing.submit.text")}</p>
      <Field
        label={say.word("screen.send.at")}
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
        <Button tone="solid" type="submit" data-confirm-submitted="">
          {say.word("screen.filing.record")}
        </Button>
        <Button onClick={() => props.onDone()}>{say.word("screen.letter.cancel")}</Button>
      </div>
    </form>
  );
}

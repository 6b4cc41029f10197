/** “我已经提交了”: when, and under which number. The core refuses what its pre-flight does not allow (X9, X10). */
import type { Id } from "@recourse/core";
import { Button, Dialog, Field } from "@recourse/ui";
import { createSignal, type JSX } from "solid-js";
import { createMoment, MomentField } from "../../parts/MomentField.tsx";
import { perform } from "../../parts/perform.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import styles from "../../parts/Page.module.css";

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
  const at = createMoment(now);
  const [reference, setReference] = createSignal("");
  const [tried, setTried] = createSignal(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    const when = at.moment();
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
      <MomentField label={say.word("screen.filing.submit.at")} input={at} tried={tried()} />
      <Field label={say.word("screen.filing.reference")} hint={say.word("screen.filing.reference.hint")}>
        {(control) => (
          <input
            {...control}
            type="text"
            autocomplete="off"
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

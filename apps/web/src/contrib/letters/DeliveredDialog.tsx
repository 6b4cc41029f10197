/** “已送达”: how one knows, when, and what shows it (X1). The limitation period is counted anew from a delivered demand (K6). */
import { ref, startOf, type Id } from "@recourse/core";
import { Button, Dialog, Field } from "@recourse/ui";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { ExhibitPicker } from "../../parts/ExhibitPicker.tsx";
import { fromField, toField } from "../../parts/moment.ts";
import { perform } from "../../parts/perform.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import { typedValue } from "../../parts/typed-value.ts";
import type { Delivery } from "./delivery.ts";
import styles from "./SendDialog.module.css";

/** How people learn that something arrived. */
const ways = ["read", "reply", "courier", "mail", "system"] as const;
const OTHER = "other";
/** Units: characters of a field of day and time without seconds. */
const MINUTES = 16;

export interface DeliveredDialogProps {
  readonly delivery: Delivery;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function DeliveredDialog(props: DeliveredDialogProps): JSX.Element {
  const { say } = useServices();
  return (
    <Dialog
      open={props.open}
      title={say.word("screen.delivered.title")}
      closeLabel={say.word("screen.letter.close")}
      onClose={() => props.onClose()}
    >
      <DeliveredForm delivery={props.delivery} onDone={() => props.onClose()} />
    </Dialog>
  );
}

function DeliveredForm(props: { readonly delivery: Delivery; readonly onDone: () => void }): JSX.Element {
  const services = useServices();
  const { say, desk, now } = services;
  const live = useCase();
  const [way, setWay] = createSignal<string>("");
  const [other, setOther] = createSignal("");
  const [at, setAt] = createSignal(toField(now()).slice(0, MINUTES));
  const [exhibit, setExhibit] = createSignal<Id>();
  const [tried, setTried] = createSignal(false);
  const how = (): string => {
    const known = ways.find((each) => each === way());
    return known === undefined ? other().trim() : say.word(`screen.delivered.how.${known}`);
  };
  const moment = createMemo(() => {
    const read = fromField(at());
    return read !== undefined && read <= now() ? read : undefined;
  });
  // The field knows no seconds: the minute of sending itself is not too early.
  const early = (): boolean => {
    const read = moment();
    const sent = startOf(props.delivery.sent.at);
    return read !== undefined && read.slice(0, MINUTES) < sent.slice(0, MINUTES);
  };
  const timeError = (): string | undefined => {
    if (!tried()) return undefined;
    if (moment() === undefined) return say.word("screen.send.at.error");
    return early() ? say.word("screen.delivered.early", { sentAt: props.delivery.sent.at }) : undefined;
  };
  let form!: HTMLFormElement;
  const record = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    const when = moment();
    if (when === undefined || early() || how() === "") {
      form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    const shown = exhibit();
    const done = perform(services, live, "event.append", {
      type: props.delivery.type,
      at: when,
      refs: [ref("event", props.delivery.sent.id), ...(shown === undefined ? [] : [ref("exhibit", shown)])],
      data: { how: how(), ...(shown === undefined ? {} : { exhibit: shown }) },
    });
    if (done === undefined) return;
    desk.announce(say.word("screen.delivered.done"));
    desk.toast({ text: say.word("screen.delivered.done") });
    props.onDone();
  };
  return (
    <form ref={form} class={styles["form"]} noValidate onSubmit={record}>
      <p class={styles["text"]}>{say.word("screen.delivered.text")}</p>
      <Field
        label={say.word("screen.delivered.how")}
        error={tried() && how() === "" && way() !== OTHER ? say.word("screen.delivered.how.error") : undefined}
      >
        {(control) => (
          <select {...control} data-how="" value={way()} onInput={(event) => setWay(event.currentTarget.value)}>
            <option value="">{say.word("screen.send.choose")}</option>
            <For each={ways}>{(each) => <option value={each}>{say.word(`screen.delivered.how.${each}`)}</option>}</For>
            <option value={OTHER}>{say.word("screen.delivered.how.other")}</option>
          </select>
        )}
      </Field>
      <Show when={way() === OTHER}>
        <Field
          label={say.word("screen.delivered.how.say")}
          error={tried() && how() === "" ? say.word("screen.delivered.how.error") : undefined}
        >
          {(control) => (
            <input {...control} type="text" value={other()} onInput={(event) => setOther(event.currentTarget.value)} />
          )}
        </Field>
      </Show>
      <Field label={say.word("screen.delivered.at")} error={timeError()}>
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            ref={typedValue(() => at())}
            onInput={(event) => setAt(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={say.word("screen.delivered.exhibit")} hint={say.word("screen.delivered.exhibit.hint")}>
        {(control) => (
          <ExhibitPicker
            control={control}
            value={exhibit()}
            material="沟通记录"
            onChoose={(id) => setExhibit(() => id)}
          />
        )}
      </Field>
      <div class={styles["actions"]}>
        <Button tone="solid" type="submit" data-confirm-delivered="">
          {say.word("screen.delivered.do")}
        </Button>
        <Button tone="ghost" onClick={() => props.onDone()}>
          {say.word("screen.letter.cancel")}
        </Button>
      </div>
    </form>
  );
}

/**
 * “我已经发出”: how, when, and how long the person waits. What was sent is then frozen (A3).
 *
 * 1. Nothing is asked twice and nothing is guessed: the channel is chosen or named, the time is one that has passed.
 * 2. Only letters to the other side: papers are handed in on the page of their filing.
 */
import { suggestedHours } from "@recourse/core";
import { Button, Dialog, Field } from "@recourse/ui";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { channelName } from "../../parts/channel-name.ts";
import { fromField, toField } from "../../parts/moment.ts";
import { useServices } from "../../parts/served.tsx";
import { typedValue } from "../../parts/typed-value.ts";
import type { LetterLive } from "./letter-live.ts";
import { packOf } from "./letter-context.ts";
import { answerDay, hoursOf, periodChoices, type PeriodKind } from "./periods.ts";
import { PeriodFields, type PeriodGiven } from "./PeriodFields.tsx";
import { saidRefusal } from "./refused.ts";
import styles from "./SendDialog.module.css";

const OTHER = "other";
/** Units: characters of a field of day and time without seconds. */
const MINUTES = 16;

export interface SendDialogProps {
  readonly letter: LetterLive;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function SendDialog(props: SendDialogProps): JSX.Element {
  const { say } = useServices();
  return (
    <Dialog
      open={props.open}
      title={say.word("screen.send.title")}
      closeLabel={say.word("screen.letter.close")}
      onClose={() => props.onClose()}
    >
      <SendForm letter={props.letter} onDone={() => props.onClose()} />
    </Dialog>
  );
}

function SendForm(props: { readonly letter: LetterLive; readonly onDone: () => void }): JSX.Element {
  const services = useServices();
  const { say, desk, now, pack, dossier } = services;
  const { letter } = props;
  const { live } = letter;
  const doors = createMemo(() =>
    letter.spec().channels.filter((id) => live.channels().some((c) => c.id === id && c.applies)),
  );
  const by = answerDay(letter.view(), live.whole(), packOf(services), now());
  const clauses = createMemo(() => live.all("clause"));
  const [channel, setChannel] = createSignal("");
  const [other, setOther] = createSignal("");
  const [at, setAt] = createSignal(toField(now()).slice(0, MINUTES));
  const suggested = createMemo(() =>
    suggestedHours(live.whole(), pack, {
      letter: letter.kind(),
      ...(doors().includes(channel()) ? { channel: channel() } : {}),
    }),
  );
  const choices = createMemo(() => periodChoices(by, suggested(), clauses().length > 0));
  const [period, setPeriod] = createSignal<PeriodKind>(choices()[0]?.kind ?? "none");
  // Another way of sending may suggest another time: what is not offered any more is not chosen either.
  const chosen = createMemo(() => choices().find((c) => c.kind === period())?.kind ?? choices()[0]?.kind ?? "none");
  const [given, setGiven] = createSignal<PeriodGiven>({ hours: "", clause: clauses()[0]?.id });
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);

  const name = (): string => (channel() === OTHER ? other().trim() : channel());
  const moment = createMemo(() => {
    const read = fromField(at());
    return read !== undefined && read <= now() ? read : undefined;
  });
  const ownHours = createMemo(() => {
    const hours = Number(given().hours);
    return Number.isInteger(hours) && hours > 0 ? hours : undefined;
  });
  const typed = (): boolean => chosen() === "own" || chosen() === "published";
  const wrong = {
    channel: () => tried() && name() === "",
    at: () => tried() && moment() === undefined,
    own: () => tried() && typed() && ownHours() === undefined,
  };
  let form!: HTMLFormElement;
  const send = async (): Promise<void> => {
    setTried(true);
    const when = moment();
    if (wrong.channel() || when === undefined || wrong.own() || busy()) {
      form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    setBusy(true);
    const periodHours = hoursOf(chosen(), { at: when, by, own: ownHours(), suggested: suggested() });
    const term = chosen() === "published" ? given().clause : undefined;
    const done = await dossier.markSent(live, {
      draft: letter.draft,
      at: when,
      channel: name(),
      ...(periodHours === undefined ? {} : { periodHours }),
      ...(term === undefined ? {} : { clause: term }),
    });
    setBusy(false);
    const text = done.ok ? say.word("screen.send.done") : saidRefusal(services, letter, done.error);
    desk.toast({ text });
    desk.announce(text);
    if (done.ok) props.onDone();
  };
  return (
    <form
      ref={form}
      class={styles["form"]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p class={styles["text"]}>{say.word("screen.send.text")}</p>
      <Field
        label={say.word("screen.send.channel")}
        error={wrong.channel() && channel() !== OTHER ? say.word("screen.send.channel.name.error") : undefined}
      >
        {(control) => (
          <select
            {...control}
            data-channel=""
            value={channel()}
            onInput={(event) => setChannel(event.currentTarget.value)}
          >
            <option value="">{say.word("screen.send.choose")}</option>
            <For each={doors()}>{(id) => <option value={id}>{channelName(say, id)}</option>}</For>
            <option value={OTHER}>{say.word("screen.send.channel.other")}</option>
          </select>
        )}
      </Field>
      <Show when={channel() === OTHER}>
        <Field
          label={say.word("screen.send.channel.name")}
          error={wrong.channel() ? say.word("screen.send.channel.name.error") : undefined}
        >
          {(control) => (
            <input {...control} type="text" value={other()} onInput={(event) => setOther(event.currentTarget.value)} />
          )}
        </Field>
      </Show>
      <Field label={say.word("screen.send.at")} error={wrong.at() ? say.word("screen.send.at.error") : undefined}>
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            ref={typedValue(() => at())}
            onInput={(event) => setAt(event.currentTarget.value)}
          />
        )}
      </Field>
      <PeriodFields
        choices={choices()}
        chosen={chosen()}
        given={given()}
        clauses={clauses()}
        wrong={wrong.own()}
        onChoose={setPeriod}
        onGive={setGiven}
      />
      <div class={styles["actions"]}>
        <Button tone="solid" type="submit" disabled={busy()} data-confirm-sent="">
          {say.word("screen.send.do")}
        </Button>
        <Button tone="ghost" onClick={() => props.onDone()}>
          {say.word("screen.letter.cancel")}
        </Button>
      </div>
    </form>
  );
}

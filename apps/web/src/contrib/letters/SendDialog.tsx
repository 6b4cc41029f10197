/**
 * “我已经发出”: how, when, and how long the person waits. What was sent is then frozen (A3).
 *
 * 1. Nothing is asked twice and nothing is guessed: the channel is chosen or named, the time is one that has passed.
 */
import { Button, Dialog, Field } from "@recourse/ui";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { fromField, toField } from "../../parts/moment.ts";
import { refusal } from "../../parts/perform.ts";
import { useServices } from "../../parts/served.tsx";
import { channelsFor } from "./channels-for.ts";
import type { LetterLive } from "./letter-live.ts";
import { answerDay, hoursIn, hoursOf, periodChoices, type PeriodKind } from "./periods.ts";
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
  const { say, desk, now, pack, reference, dossier } = useServices();
  const { letter } = props;
  const channels = createMemo(() => channelsFor(reference.channels()));
  const by = answerDay(letter.view().sentences, letter.record(), pack, now());
  const clauses = createMemo(() => letter.live.all("clause"));
  const periods = periodChoices(by, pack, clauses().length > 0);
  const [channel, setChannel] = createSignal("");
  const [other, setOther] = createSignal("");
  const [at, setAt] = createSignal(toField(now()).slice(0, MINUTES));
  const [period, setPeriod] = createSignal<PeriodKind>(periods[0]?.kind ?? "none");
  const [own, setOwn] = createSignal("");
  const [clause, setClause] = createSignal(clauses()[0]?.id);
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);

  const name = (): string => {
    const found = channels().find((c) => c.id === channel());
    return found === undefined ? other().trim() : found.id;
  };
  const moment = createMemo(() => {
    const read = fromField(at());
    return read !== undefined && read <= now() ? read : undefined;
  });
  const ownHours = createMemo(() => {
    const hours = Number(own());
    return Number.isInteger(hours) && hours > 0 ? hours : undefined;
  });
  const typed = (): boolean => period() === "own" || period() === "published";
  /** Their term is chosen: the time it names stands in the field, to be looked over. */
  const choose = (id: string): void => {
    const found = clauses().find((c) => c.id === id);
    if (found === undefined) return;
    setClause(found.id);
    const hours = hoursIn(found.quote);
    if (hours !== undefined) setOwn(String(hours));
  };
  const wrong = {
    channel: () => tried() && name() === "",
    at: () => tried() && moment() === undefined,
    own: () => tried() && typed() && ownHours() === undefined,
  };
  const send = async (): Promise<void> => {
    setTried(true);
    const when = moment();
    if (wrong.channel() || when === undefined || wrong.own() || busy()) return;
    setBusy(true);
    const periodHours = hoursOf(period(), { at: when, by, own: ownHours(), pack });
    const term = period() === "published" ? clause() : undefined;
    const sent = {
      draft: letter.draft,
      at: when,
      channel: name(),
      ...(periodHours === undefined ? {} : { periodHours }),
      ...(term === undefined ? {} : { clause: term }),
    };
    const done = await dossier.markSent(letter.live, sent);
    setBusy(false);
    const text = done.ok ? say.word("screen.send.done") : refusal(say, done.error);
    desk.toast({ text });
    desk.announce(text);
    if (done.ok) props.onDone();
  };
  return (
    <form
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
            <option value="">{say.word("screen.letter.attach.channel.none")}</option>
            <For each={channels()}>
              {(each) => <option value={each.id}>{say.lang() === "en" ? each.label_en : each.label_zh}</option>}
            </For>
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
            value={at()}
            onInput={(event) => setAt(event.currentTarget.value)}
          />
        )}
      </Field>
      <fieldset class={styles["periods"]}>
        <legend class={styles["legend"]}>{say.word("screen.send.period")}</legend>
        <For each={periods}>
          {(each) => (
            <label class={styles["choice"]}>
              <input
                type="radio"
                name="period"
                value={each.kind}
                checked={period() === each.kind}
                onInput={() => {
                  setPeriod(each.kind);
                  if (each.kind === "published") choose(clause() ?? "");
                }}
              />
              {say.word(each.code, each.args)}
            </label>
          )}
        </For>
        <Show when={period() === "published"}>
          <Field label={say.word("screen.send.period.clause")}>
            {(control) => (
              <select {...control} value={clause() ?? ""} onInput={(event) => choose(event.currentTarget.value)}>
                <For each={clauses()}>
                  {(each) => (
                    <option value={each.id}>
                      {each.document} {each.article}：{each.quote}
                    </option>
                  )}
                </For>
              </select>
            )}
          </Field>
        </Show>
        <Show when={typed()}>
          <Field
            label={say.word("screen.send.period.hours")}
            error={wrong.own() ? say.word("screen.send.period.hours.error") : undefined}
          >
            {(control) => (
              <input
                {...control}
                type="number"
                inputMode="numeric"
                min="1"
                step="1"
                value={own()}
                onInput={(event) => setOwn(event.currentTarget.value)}
              />
            )}
          </Field>
        </Show>
        <p class={styles["text"]}>{say.word("screen.send.period.hint")}</p>
      </fieldset>
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

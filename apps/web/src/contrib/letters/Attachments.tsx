/** A4, F1: what the attachments are called and how big they are, and how much room a channel leaves. Unverified limits are said to be so. */
import { channelLimits, roomIn } from "@recourse/core";
import { Field, Icon } from "@recourse/ui";
import { Check, CircleAlert, Info } from "lucide";
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from "solid-js";
import { channelName } from "../../parts/channel-name.ts";
import { useServices } from "../../parts/served.tsx";
import type { Attachment, DossierError } from "../../services/dossier.ts";
import { FileTable } from "./FileTable.tsx";
import styles from "./FormHelp.module.css";
import type { LetterLive } from "./letter-live.ts";
import { dossierTrouble } from "./trouble.ts";

export function Attachments(props: { readonly letter: LetterLive }): JSX.Element {
  const { say, dossier, pack } = useServices();
  const { letter } = props;
  const [files, setFiles] = createSignal<readonly Attachment[]>([]);
  const [error, setError] = createSignal<DossierError | undefined>(undefined);
  const [channel, setChannel] = createSignal("");
  const shape = createMemo(
    () =>
      letter.live
        .all("exhibit")
        .map((e) => `${e.id}|${e.materialType}|${e.name}`)
        .join() +
      letter
        .view()
        .exhibits.map((e) => e.exhibit)
        .join(),
  );
  let asked = 0;
  createEffect(
    on(shape, () => {
      const mine = (asked += 1);
      void dossier.attachments(letter.live.caseId, letter.draft).then((made) => {
        if (mine !== asked) return;
        setError(made.ok ? undefined : made.error);
        if (made.ok) setFiles(made.value);
      });
    }),
  );
  const text = createMemo(() =>
    letter
      .view()
      .sentences.map((s) => s.text)
      .join("\n"),
  );
  const channels = createMemo(() =>
    letter.spec().channels.filter((id) => letter.live.channels().some((c) => c.id === id && c.applies)),
  );
  const room = createMemo(() => {
    const limits = channelLimits(letter.live.whole(), pack, channel());
    return limits === undefined ? undefined : roomIn(limits, text(), files());
  });
  const bytes = (): number => files().reduce((sum, f) => sum + f.size, 0);
  return (
    <section class={styles["section"]} aria-label={say.word("screen.letter.attach")} data-attachments="">
      <h2 class={styles["heading"]}>{say.word("screen.letter.attach")}</h2>
      <p class={styles["note"]}>{say.word("screen.letter.attach.text")}</p>
      <Show when={error()}>
        {(now) => (
          <p class={styles["over"]} role="alert">
            <Icon icon={CircleAlert} size="small" /> {dossierTrouble(say, now())}
          </p>
        )}
      </Show>
      <Show when={files().length > 0} fallback={<p class={styles["note"]}>{say.word("screen.letter.attach.none")}</p>}>
        <FileTable
          label={say.word("screen.letter.attach")}
          files={files().map(({ number, name, size }) => ({
            name: `${say.word("screen.letter.chip", { n: number })} ${name}`,
            size,
          }))}
        />
        <p class={styles["note"]}>
          {say.word("screen.letter.attach.total", {
            n: files().length,
            bytes: bytes(),
            chars: Array.from(text()).length,
          })}
        </p>
      </Show>
      <Field label={say.word("screen.letter.attach.channel")}>
        {(control) => (
          <select {...control} value={channel()} onInput={(event) => setChannel(event.currentTarget.value)}>
            <option value="">{say.word("screen.letter.attach.channel.none")}</option>
            <For each={channels()}>{(id) => <option value={id}>{channelName(say, id)}</option>}</For>
          </select>
        )}
      </Field>
      <Show when={room()}>
        {(now) => (
          <div role="status">
            <For each={now().over}>
              {(over) => (
                <p class={styles["over"]}>
                  <Icon icon={CircleAlert} size="small" /> {say.say(over)}
                </p>
              )}
            </For>
            <Show when={!now().certain}>
              <p class={styles["note"]}>
                <Icon icon={Info} size="small" /> {say.word("screen.letter.attach.unknown")}
              </p>
            </Show>
            <Show when={now().text.left !== undefined && now().files.left !== undefined && now().over.length === 0}>
              <p class={styles["good"]}>
                <Icon icon={Check} size="small" />{" "}
                {say.word("screen.letter.attach.room", { chars: now().text.left ?? 0, files: now().files.left ?? 0 })}
              </p>
            </Show>
            <Show when={now().certain && now().over.length === 0}>
              <p class={styles["good"]}>
                <Icon icon={Check} size="small" /> {say.word("screen.letter.attach.fits")}
              </p>
            </Show>
          </div>
        )}
      </Show>
    </section>
  );
}

/** A4, F1: what the attachments are called and how big they are, and how much room a channel leaves. Unverified limits are said to be so. */
import { roomIn } from "@recourse/core";
import { Field, Icon } from "@recourse/ui";
import { Check, CircleAlert, Info } from "lucide";
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import type { Attachment, DossierError } from "../../services/dossier.ts";
import { channelsFor } from "./channels-for.ts";
import styles from "./FormHelp.module.css";
import type { LetterLive } from "./letter-live.ts";
import { limitsOf } from "./limits-of.ts";
import { dossierTrouble } from "./trouble.ts";

export function Attachments(props: { readonly letter: LetterLive }): JSX.Element {
  const { say, dossier, reference } = useServices();
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
  const channels = createMemo(() => channelsFor(reference.channels()));
  const room = createMemo(() => {
    const found = channels().find((c) => c.id === channel());
    return found === undefined ? undefined : roomIn(limitsOf(found), text(), files());
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
        <div class={styles["scroll"]} tabIndex={0} role="group" aria-label={say.word("screen.letter.attach")}>
          <table class={styles["table"]}>
            <thead>
              <tr>
                <th scope="col">{say.word("screen.bundle.file")}</th>
                <th scope="col" class={styles["number"]}>
                  {say.word("screen.bundle.size")}
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={files()}>
                {(file) => (
                  <tr>
                    <td class={styles["name"]}>
                      {say.word("screen.letter.chip", { n: file.number })} {file.name}
                    </td>
                    <td class={styles["number"]}>{say.word("screen.size", { bytes: file.size })}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
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
            <For each={channels()}>
              {(each) => <option value={each.id}>{say.lang() === "en" ? each.label_en : each.label_zh}</option>}
            </For>
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

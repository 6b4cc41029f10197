/**
 * Saving a file that a passphrase locks: the backup of a case, or its recovery file (FI1, ME5). Effects: hands the file to the person.
 *
 * 1. What was saved is shown with its passphrase once more: now is the time to write it down.
 * 2. The seed of a recovery file leaves this device only when the person says that the file is in a safe place.
 */
import { Button, Dialog, Icon } from "@recourse/ui";
import { CircleAlert, CircleCheck, Lock, ShieldAlert, ShieldCheck } from "lucide";
import { createSignal, onMount, Show, type JSX } from "solid-js";
import { fileTroubleText } from "../../parts/casebox-words.ts";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import type { FileTrouble } from "../../services/sharing/casebox-files.ts";
import type { SharedCase } from "../../services/sharing/sharing.ts";
import { tried } from "./file-words.ts";
import { LEAST_OWN, lengthOf, NewPassphrase, ShownPassphrase, type Phrase } from "./NewPassphrase.tsx";
import { tell } from "./share-acts.ts";
import own from "./Files.module.css";
import styles from "./Share.module.css";

export type LockedFile = "backup" | "recovery";

export interface SaveFileDialogProps {
  readonly of: SharedCase;
  /** Undefined: closed. */
  readonly what: LockedFile | undefined;
  readonly onClose: () => void;
}

export function SaveFileDialog(props: SaveFileDialogProps): JSX.Element {
  const { say } = useServices();
  return (
    <Dialog
      open={props.what !== undefined}
      title={say.word(`screen.share.files.${props.what ?? "backup"}`)}
      closeLabel={say.word("screen.share.close")}
      onClose={() => props.onClose()}
    >
      <Show when={props.what} keyed>
        {(what) => <Saving of={props.of} what={what} onClose={props.onClose} />}
      </Show>
    </Dialog>
  );
}

interface SavingProps {
  readonly of: SharedCase;
  readonly what: LockedFile;
  readonly onClose: () => void;
}

function Saving(props: SavingProps): JSX.Element {
  const { say, download } = useServices();
  const [phrase, setPhrase] = createSignal<Phrase>({ is: "proposed", text: "" });
  const [asked, setAsked] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [trouble, setTrouble] = createSignal<FileTrouble>();
  const [saved, setSaved] = createSignal<string>();
  const isShort = (): boolean => phrase().is === "own" && lengthOf(phrase().text) < LEAST_OWN;
  /** Under way, or the proposal has not come. */
  const isOff = (): boolean => busy() || (phrase().is === "proposed" && phrase().text === "");
  let form!: HTMLFormElement;
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isOff()) return;
    setAsked(true);
    if (isShort()) {
      form.querySelector<HTMLElement>("[data-own-phrase]")?.focus();
      return;
    }
    setBusy(true);
    setTrouble(undefined);
    const made = await tried(props.of.files[props.what](phrase().text));
    setBusy(false);
    if (!made.ok) {
      setTrouble(made.error);
      return;
    }
    download(made.value.name, made.value.blob);
    setSaved(made.value.name);
  };
  return (
    <Show
      when={saved()}
      fallback={
        <form ref={form} class={page["form"]} noValidate onSubmit={(event) => void save(event)} data-save={props.what}>
          <p>{say.word(`screen.share.files.${props.what}.text`)}</p>
          <Show when={props.what === "recovery"}>
            <p class={styles["warning"]} role="note">
              <Icon icon={ShieldAlert} /> <span>{say.word("screen.share.files.recovery.careful")}</span>
            </p>
          </Show>
          <NewPassphrase
            phrase={phrase()}
            onChange={setPhrase}
            propose={props.of.files.propose}
            error={
              asked() && isShort() ? say.word("screen.share.phrase.short", { n: lengthOf(phrase().text) }) : undefined
            }
          />
          <Show when={props.what === "backup"}>
            <p class={page["text"]}>{say.word("screen.share.files.originals")}</p>
          </Show>
          <div role="alert">
            <Show when={trouble()}>
              {(found) => (
                <p class={styles["refused"]} data-trouble={found().kind}>
                  <Icon icon={CircleAlert} /> <span>{fileTroubleText(say, found(), props.what)}</span>
                </p>
              )}
            </Show>
          </div>
          <p class={page["acts"]}>
            <Button tone="solid" type="submit" icon={Lock} aria-disabled={isOff() ? "true" : undefined}>
              {say.word(`screen.share.files.${props.what}.make`)}
            </Button>
          </p>
          <Locking busy={busy()} />
        </form>
      }
    >
      {(name) => <Saved of={props.of} what={props.what} name={name()} phrase={phrase()} onClose={props.onClose} />}
    </Show>
  );
}

/** The key is being derived: how long that takes only the device knows. */
function Locking(props: { readonly busy: boolean }): JSX.Element {
  const { say } = useServices();
  return (
    <div class={styles["progress"]} role="status">
      <Show when={props.busy}>
        <p>
          {say.word("screen.share.files.locking")}
          <progress aria-label={say.word("screen.share.files.making")} />
        </p>
      </Show>
    </div>
  );
}

interface SavedProps extends SavingProps {
  readonly name: string;
  readonly phrase: Phrase;
}

function Saved(props: SavedProps): JSX.Element {
  const services = useServices();
  const { say } = services;
  let head!: HTMLHeadingElement;
  onMount(() => {
    head.focus({ preventScroll: true });
    services.desk.announce(say.word(`screen.share.files.${props.what}.saved`));
  });
  const kept = async (): Promise<void> => {
    await props.of.files.recoveryKept();
    tell(services, say.word("screen.share.files.kept.done"));
    props.onClose();
  };
  return (
    <div class={page["form"]} data-saved={props.what}>
      <h3 ref={head} class={own["saved"]} tabIndex={-1}>
        <Icon icon={CircleCheck} /> <span>{say.word(`screen.share.files.${props.what}.saved`)}</span>
      </h3>
      <p class={own["name"]}>{props.name}</p>
      <ShownPassphrase label={say.word("screen.share.phrase.this")} text={props.phrase.text} />
      <p class={page["text"]}>{say.word("screen.share.phrase.forgotten")}</p>
      <Show
        when={props.what === "recovery"}
        fallback={
          <p class={page["acts"]}>
            <Button tone="solid" onClick={() => props.onClose()}>
              {say.word("screen.share.invite.done")}
            </Button>
          </p>
        }
      >
        <section class={page["head"]}>
          <h3 class={page["name"]}>{say.word("screen.share.files.kept")}</h3>
          <p>{say.word("screen.share.files.kept.text")}</p>
          <p class={page["acts"]}>
            <Button tone="solid" icon={ShieldCheck} onClick={() => void kept()}>
              {say.word("screen.share.files.kept.yes")}
            </Button>
            <Button onClick={() => props.onClose()}>{say.word("screen.share.files.kept.no")}</Button>
          </p>
        </section>
      </Show>
    </div>
  );
}

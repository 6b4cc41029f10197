/**
 * A lost phone: the backup and the recovery file make this device one of the owner's (FI3, ME5).
 *
 * 1. The old phone is removed only where that is ticked: what it wrote and nobody has would be set aside (RE1).
 */
import { Button, Icon } from "@recourse/ui";
import { CircleAlert, LifeBuoy, Upload } from "lucide";
import { createSignal, createUniqueId, onMount, Show, type JSX } from "solid-js";
import { fileTroubleText } from "../../parts/casebox-words.ts";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import type { FileTrouble, TakenCasebox } from "../../services/sharing/casebox-files.ts";
import { tried } from "./file-words.ts";
import { PassphraseField } from "./PassphraseField.tsx";
import own from "./Files.module.css";
import styles from "./Share.module.css";

export interface RestoreCaseProps {
  /** A backup that was given already. */
  readonly backup: File | undefined;
  readonly passphrase: string;
  /** `isOut`: the old phone was removed. */
  readonly onDone: (of: TakenCasebox, isOut: boolean) => void;
  readonly onOther: () => void;
}

interface Given {
  readonly file: File | undefined;
  readonly passphrase: string;
}

export function RestoreCase(props: RestoreCaseProps): JSX.Element {
  const { say, desk, sharing } = useServices();
  // What was given on the way here is where the form begins.
  const [backup, setBackup] = createSignal<Given>({ file: props.backup, passphrase: props.passphrase });
  const [recovery, setRecovery] = createSignal<Given>({ file: undefined, passphrase: "" });
  const [lost, setLost] = createSignal(false);
  const [asked, setAsked] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [trouble, setTrouble] = createSignal<FileTrouble>();
  const why = createUniqueId();
  let form!: HTMLFormElement;
  let head!: HTMLHeadingElement;
  const intro = (): string => say.word(`screen.restore.${props.backup === undefined ? "text" : "needs"}`);
  onMount(() => {
    head.focus({ preventScroll: true });
    desk.announce(intro());
  });
  const restore = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy()) return;
    setAsked(true);
    const [from, key] = [backup(), recovery()];
    if (
      from.file === undefined ||
      key.file === undefined ||
      from.passphrase.trim() === "" ||
      key.passphrase.trim() === ""
    ) {
      form.querySelector<HTMLElement>("[data-needed] button, input[aria-invalid]")?.focus();
      return;
    }
    setBusy(true);
    setTrouble(undefined);
    const isOut = lost();
    const restored = await tried(
      sharing.files.restore(
        { file: from.file, passphrase: from.passphrase },
        { file: key.file, passphrase: key.passphrase },
        isOut,
      ),
    );
    setBusy(false);
    if (restored.ok) props.onDone(restored.value, isOut);
    else setTrouble(restored.error);
  };
  return (
    <form ref={form} class={page["form"]} noValidate onSubmit={(event) => void restore(event)} data-restore="">
      <h2 ref={head} class={page["subtitle"]} tabIndex={-1}>
        {say.word("screen.restore.title")}
      </h2>
      <p>{intro()}</p>
      <LockedFileField what="backup" given={backup()} onChange={setBackup} asked={asked()} />
      <LockedFileField what="recovery" given={recovery()} onChange={setRecovery} asked={asked()} />
      <div>
        <label class={styles["tick"]}>
          <input
            type="checkbox"
            checked={lost()}
            aria-describedby={why}
            onChange={(event) => setLost(event.currentTarget.checked)}
          />
          <span>{say.word("screen.restore.lost")}</span>
        </label>
        <div id={why} class={own["why"]}>
          <p>{say.word("screen.restore.lost.text")}</p>
          <p>{say.word("screen.restore.lost.why")}</p>
          <p>{say.word("screen.restore.lost.hurry")}</p>
        </div>
      </div>
      <div role="alert">
        <Show when={trouble()}>
          {(found) => (
            <p class={styles["refused"]} data-trouble={found().kind}>
              <Icon icon={CircleAlert} /> <span>{fileTroubleText(say, found(), "restore")}</span>
            </p>
          )}
        </Show>
      </div>
      <p class={page["acts"]}>
        <Button tone="solid" type="submit" icon={LifeBuoy} aria-disabled={busy() ? "true" : undefined}>
          {say.word("screen.restore.do")}
        </Button>
        <Button tone="plain" onClick={() => props.onOther()}>
          {say.word("screen.share.cancel")}
        </Button>
      </p>
      <div class={styles["progress"]} role="status">
        <Show when={busy()}>
          <p>
            {say.word("screen.restore.doing")}
            <progress aria-label={say.word("screen.restore.do")} />
          </p>
        </Show>
      </div>
    </form>
  );
}

interface LockedFileFieldProps {
  readonly what: "backup" | "recovery";
  readonly given: Given;
  readonly onChange: (given: Given) => void;
  /** It was tried: what is missing is said. */
  readonly asked: boolean;
}

function LockedFileField(props: LockedFileFieldProps): JSX.Element {
  const { say } = useServices();
  const title = (): string => say.word(`screen.restore.${props.what}`);
  const isNeeded = (): boolean => props.asked && props.given.file === undefined;
  let input!: HTMLInputElement;
  return (
    <fieldset class={own["chosen"]} data-file={props.what}>
      <legend>{title()}</legend>
      <p class={page["acts"]} data-needed={isNeeded() ? "" : undefined}>
        <Button
          icon={Upload}
          aria-label={say.word("screen.restore.choose", { what: title() })}
          onClick={() => input.click()}
        >
          {say.word("screen.casebox.choose")}
        </Button>
        <Show when={props.given.file}>
          {(file) => <span class={own["name"]}>{say.word("screen.restore.chosen", { name: file().name })}</span>}
        </Show>
      </p>
      <div aria-live="polite">
        <Show when={isNeeded()}>
          <p class={page["wrong"]}>
            <Icon icon={CircleAlert} size="small" /> {say.word("screen.restore.file.needed")}
          </p>
        </Show>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        onChange={() => {
          const [file] = input.files ?? [];
          if (file !== undefined) props.onChange({ ...props.given, file });
          input.value = "";
        }}
      />
      <PassphraseField
        label={say.word(`screen.restore.${props.what}.phrase`)}
        value={props.given.passphrase}
        onInput={(passphrase) => props.onChange({ ...props.given, passphrase })}
        error={
          props.asked && props.given.passphrase.trim() === "" ? say.word("screen.casebox.phrase.needed") : undefined
        }
      />
    </fieldset>
  );
}

/**
 * Taking a `.casebox` file in: chosen or dropped, its passphrase only where it has one, then what it brought (FI2).
 *
 * 1. A backup of a case that is not here leads to restoring it, with what was given already (FI3).
 */
import { Button, Icon } from "@recourse/ui";
import { CircleAlert, LifeBuoy, LockOpen } from "lucide";
import { createSignal, Match, Show, Switch, type JSX } from "solid-js";
import { fileTroubleText, namedTroubleText } from "../../parts/casebox-words.ts";
import { FileDrop } from "../../parts/FileDrop.tsx";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import type { FileTrouble, TakenCasebox } from "../../services/sharing/casebox-files.ts";
import { CaseboxReport } from "./CaseboxReport.tsx";
import { isOfPassphrase, tried } from "./file-words.ts";
import { PassphraseField } from "./PassphraseField.tsx";
import { RestoreCase } from "./RestoreCase.tsx";
import { tell } from "./share-acts.ts";
import styles from "./Share.module.css";

/** A file that could not be taken, and why. */
interface Refused {
  readonly name: string;
  readonly trouble: FileTrouble;
}

type Taking =
  | { readonly is: "choosing"; readonly refused: Refused | undefined }
  | { readonly is: "reading"; readonly file: File }
  | { readonly is: "locked"; readonly file: File; readonly isWrong: boolean }
  | {
      readonly is: "taken";
      readonly of: TakenCasebox;
      /** Undefined where it was restored from two. */
      readonly name: string | undefined;
      readonly oldPhone: "later" | "out" | undefined;
    }
  | { readonly is: "restoring"; readonly backup: File | undefined; readonly passphrase: string };

const only = <K extends Taking["is"]>(now: Taking, is: K): Extract<Taking, { is: K }> | undefined =>
  isOf(now, is) ? now : undefined;
const isOf = <K extends Taking["is"]>(now: Taking, is: K): now is Extract<Taking, { is: K }> => now.is === is;

const START: Taking = { is: "choosing", refused: undefined };

export function TakeFile(): JSX.Element {
  const services = useServices();
  const { say, sharing } = services;
  const [now, setNow] = createSignal<Taking>(START);
  const [phrase, setPhrase] = createSignal("");
  const [empty, setEmpty] = createSignal(false);
  const refused = (): Refused | undefined => only(now(), "choosing")?.refused;
  let place!: HTMLDivElement;

  const after = (file: File, found: FileTrouble): Taking => {
    if (isOfPassphrase(found)) return { is: "locked", file, isWrong: found.kind !== "passphrase_needed" };
    if (found.kind === "needs_recovery") return { is: "restoring", backup: file, passphrase: phrase() };
    return { is: "choosing", refused: { name: file.name, trouble: found } };
  };
  const take = async (file: File, passphrase?: string): Promise<void> => {
    setNow({ is: "reading", file });
    const taken = await tried(sharing.files.take(file, passphrase));
    setNow(
      taken.ok ? { is: "taken", of: taken.value, name: file.name, oldPhone: undefined } : after(file, taken.error),
    );
    if (isOf(now(), "locked")) place.querySelector<HTMLElement>("input[type=text]")?.focus();
    if (isOf(now(), "choosing")) place.querySelector("button")?.focus();
  };
  /** From the beginning; what was pressed is gone, so the focus goes to the first button. */
  const again = (): void => {
    setNow(START);
    place.querySelector("button")?.focus();
  };
  const choose = (files: readonly File[]): void => {
    const [first] = files;
    if (first === undefined) return;
    if (files.length > 1) tell(services, say.word("screen.casebox.one"));
    setPhrase("");
    void take(first);
  };
  const unlock = (event: Event, file: File): void => {
    event.preventDefault();
    const isEmpty = phrase().trim() === "";
    setEmpty(isEmpty);
    if (isEmpty) place.querySelector<HTMLElement>("input[type=text]")?.focus();
    else void take(file, phrase());
  };
  const wrong = (isWrong: boolean): string | undefined => {
    if (empty()) return say.word("screen.casebox.phrase.needed");
    return isWrong ? fileTroubleText(say, { kind: "passphrase_wrong" }, "take") : undefined;
  };

  return (
    <div ref={place} class={page["form"]} data-take={now().is}>
      <Switch>
        <Match when={isOf(now(), "choosing")}>
          <p>{say.word("screen.casebox.text")}</p>
          <FileDrop
            label={say.word("screen.casebox.choose")}
            dropHint={say.word("screen.casebox.drop")}
            main
            onFiles={choose}
          />
          <div role="alert">
            <Show when={refused()}>
              {(found) => (
                <p class={styles["refused"]} data-trouble={found().trouble.kind}>
                  <Icon icon={CircleAlert} /> <span>{namedTroubleText(say, found().name, found().trouble)}</span>
                </p>
              )}
            </Show>
          </div>
          <p class={page["acts"]}>
            <Button
              tone="plain"
              icon={LifeBuoy}
              onClick={() => setNow({ is: "restoring", backup: undefined, passphrase: "" })}
            >
              {say.word("screen.casebox.restore")}
            </Button>
          </p>
        </Match>
        <Match when={only(now(), "reading")}>
          {(reading) => (
            <div class={styles["progress"]} role="status">
              <p>
                {say.word("screen.casebox.reading", { name: reading().file.name })}
                <progress aria-label={say.word("screen.casebox.title")} />
              </p>
            </div>
          )}
        </Match>
        <Match when={only(now(), "locked")}>
          {(locked) => (
            <form class={page["form"]} noValidate onSubmit={(event) => unlock(event, locked().file)}>
              <p>{say.word("screen.casebox.phrase", { name: locked().file.name })}</p>
              <PassphraseField
                label={say.word("screen.share.phrase")}
                value={phrase()}
                onInput={setPhrase}
                error={wrong(locked().isWrong)}
              />
              <p class={page["acts"]}>
                <Button tone="solid" type="submit" icon={LockOpen}>
                  {say.word("screen.casebox.open")}
                </Button>
                <Button tone="plain" onClick={again}>
                  {say.word("screen.casebox.other")}
                </Button>
              </p>
            </form>
          )}
        </Match>
        <Match when={only(now(), "taken")}>
          {(taken) => <CaseboxReport of={taken().of} name={taken().name} oldPhone={taken().oldPhone} onOther={again} />}
        </Match>
        <Match when={only(now(), "restoring")}>
          {(restoring) => (
            <RestoreCase
              backup={restoring().backup}
              passphrase={restoring().passphrase}
              onDone={(of, isOut) => setNow({ is: "taken", of, name: undefined, oldPhone: isOut ? "out" : "later" })}
              onOther={again}
            />
          )}
        </Match>
      </Switch>
    </div>
  );
}

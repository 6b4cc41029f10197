/**
 * Taking in a case archive: a case that is not here is added; for one that is, every difference is shown and the person chooses (R8).
 *
 * 1. Reading changes nothing; what is taken in becomes ordinary changes that can be undone.
 */
import { Button, Icon, type ViewProps } from "@recourse/ui";
import { CircleAlert, CircleCheck, FolderPlus } from "lucide";
import { createSignal, Match, Show, Switch, type JSX } from "solid-js";
import { FileDrop } from "../../../parts/FileDrop.tsx";
import { Served } from "../../../parts/served.tsx";
import type { Incoming, MergeChoice } from "../../../services/dossier.ts";
import type { Services } from "../../../services/services.ts";
import styles from "../bundle/BundleView.module.css";
import { dossierTrouble } from "../trouble.ts";
import { MergeTable } from "./MergeTable.tsx";

export function ImportView(props: ViewProps<Services>): JSX.Element {
  const { services } = props;
  const { say, dossier, cases, desk } = services;
  const [file, setFile] = createSignal<File | undefined>(undefined);
  const [incoming, setIncoming] = createSignal<Incoming | undefined>(undefined);
  const [busy, setBusy] = createSignal(false);
  const [told, setTold] = createSignal<{ readonly good: boolean; readonly text: string } | undefined>(undefined);
  const tell = (good: boolean, text: string): void => {
    setTold({ good, text });
    desk.announce(text);
  };
  const trouble = (reason: string): void => tell(false, say.word("screen.archive.error", { reason }));
  const read = async (files: readonly File[]): Promise<void> => {
    const [first] = files;
    if (first === undefined) return;
    setTold(undefined);
    setIncoming(undefined);
    setFile(first);
    setBusy(true);
    const made = await dossier.incoming(first);
    setBusy(false);
    if (made.ok) setIncoming(made.value);
    else trouble(made.error.kind === "failed" ? reasonWords(made.error.reason) : dossierTrouble(say, made.error));
  };
  /** Codes of archives that have words of their own. */
  const reasonWords = (reason: string): string => {
    const own = `screen.archive.reason.${reason}`;
    const bag = `bag.${reason}`;
    return say.has(own) ? say.word(own) : say.has(bag) ? say.word(bag) : reason;
  };
  const add = async (): Promise<void> => {
    const from = file();
    if (from === undefined) return;
    setBusy(true);
    const made = await cases.openArchive(from);
    setBusy(false);
    if (made.ok) desk.exec("case.open", { caseId: made.value });
    else trouble(reasonWords(made.error.reason));
  };
  const take = async (of: Extract<Incoming, { kind: "known" }>, choices: readonly MergeChoice[]): Promise<void> => {
    setBusy(true);
    const made = await dossier.takeIn(of, choices);
    setBusy(false);
    if (!made.ok) {
      trouble(dossierTrouble(say, made.error));
      return;
    }
    setIncoming(undefined);
    tell(true, say.word(made.value === 0 ? "screen.archive.taken.none" : "screen.archive.taken", { n: made.value }));
    if (made.value > 0) desk.exec("case.open", { caseId: of.caseId });
  };
  const isNew = (): Extract<Incoming, { kind: "new" }> | undefined => {
    const now = incoming();
    return now?.kind === "new" ? now : undefined;
  };
  const known = (): Extract<Incoming, { kind: "known" }> | undefined => {
    const now = incoming();
    return now?.kind === "known" ? now : undefined;
  };
  return (
    <Served services={services}>
      <div class={styles["view"]} data-import="">
        <h1 class={styles["title"]}>{say.word("screen.archive.import")}</h1>
        <p class={styles["text"]}>{say.word("screen.archive.text")}</p>
        <FileDrop main label={say.word("screen.archive.choose")} busy={busy()} onFiles={(files) => void read(files)} />
        <Show when={busy()}>
          <p role="status">{say.word("screen.archive.reading", { name: file()?.name ?? "" })}</p>
        </Show>
        <Show when={told()}>
          {(now) => (
            <p class={now().good ? styles["good"] : styles["bad"]} role={now().good ? "status" : "alert"}>
              <Icon icon={now().good ? CircleCheck : CircleAlert} /> {now().text}
            </p>
          )}
        </Show>
        <Switch>
          <Match when={isNew()}>
            {(now) => (
              <section class={styles["check"]} aria-label={now().title}>
                <p>{say.word("screen.archive.new", { title: now().title })}</p>
                <Button tone="solid" icon={FolderPlus} disabled={busy()} data-add-case="" onClick={() => void add()}>
                  {say.word("screen.archive.new.do")}
                </Button>
              </section>
            )}
          </Match>
          <Match when={known()} keyed>
            {(now) => <MergeTable incoming={now} busy={busy()} onTake={(choices) => void take(now, choices)} />}
          </Match>
        </Switch>
      </div>
    </Served>
  );
}

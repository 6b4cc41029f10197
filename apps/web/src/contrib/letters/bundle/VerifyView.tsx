/** Checking a bundle somebody sent: one file in, one line per finding, with the name of the file it is about. Nothing leaves the device. */
import { Button, Icon, type ViewProps } from "@recourse/ui";
import { CircleAlert, CircleCheck, Square, TriangleAlert } from "lucide";
import { createSignal, For, onCleanup, Show, type JSX } from "solid-js";
import { FileDrop } from "../../../parts/FileDrop.tsx";
import { Served } from "../../../parts/served.tsx";
import type { BagReport, DossierError } from "../../../services/dossier.ts";
import type { Services } from "../../../services/services.ts";
import { dossierTrouble } from "../trouble.ts";
import styles from "./BundleView.module.css";

interface Checked {
  readonly name: string;
  readonly report: BagReport;
}

export function VerifyView(props: ViewProps<Services>): JSX.Element {
  const { services } = props;
  const { say, dossier, desk } = services;
  const [busy, setBusy] = createSignal<{ readonly done: number; readonly total: number } | undefined>(undefined);
  const [checked, setChecked] = createSignal<readonly Checked[]>([]);
  const [error, setError] = createSignal<DossierError | undefined>(undefined);
  let stopper: AbortController | undefined;
  onCleanup(() => stopper?.abort());
  const check = async (files: readonly File[]): Promise<void> => {
    stopper = new AbortController();
    setError(undefined);
    for (const file of files) {
      setBusy({ done: 0, total: file.size });
      const made = await dossier.verify(file, { signal: stopper.signal, onProgress: setBusy });
      if (!made.ok) {
        setError(made.error);
        break;
      }
      const { ok } = made.value;
      setChecked((list) => [{ name: file.name, report: made.value }, ...list]);
      desk.announce(say.word(ok ? "screen.verify.ok" : "screen.verify.bad", factsOf(file.name, made.value)));
    }
    setBusy(undefined);
  };
  return (
    <Served services={services}>
      <div class={styles["view"]} data-verify="">
        <h1 class={styles["title"]}>{say.word("screen.verify.name")}</h1>
        <p class={styles["text"]}>{say.word("screen.verify.text")}</p>
        <FileDrop
          main
          label={say.word("screen.verify.choose")}
          busy={busy() !== undefined}
          onFiles={(files) => void check(files)}
        />
        <Show when={busy()}>
          {(now) => (
            <div class={styles["progress"]} role="status">
              <progress max={Math.max(1, now().total)} value={now().done} aria-label={say.word("screen.verify.name")} />
              {say.word("screen.verify.progress", now())}
              <span>
                <Button tone="danger" icon={Square} onClick={() => stopper?.abort()}>
                  {say.word("screen.bundle.stop")}
                </Button>
              </span>
            </div>
          )}
        </Show>
        <Show when={error()}>
          {(now) => (
            <p class={styles["bad"]} role="alert">
              <Icon icon={CircleAlert} /> {dossierTrouble(say, now())}
            </p>
          )}
        </Show>
        <For each={checked()}>
          {({ name, report }) => (
            <section class={styles["check"]} aria-label={name} data-ok={report.ok ? "yes" : "no"}>
              <p class={report.ok ? styles["good"] : styles["bad"]}>
                <Icon icon={report.ok ? CircleCheck : CircleAlert} />{" "}
                {say.word(report.ok ? "screen.verify.ok" : "screen.verify.bad", factsOf(name, report))}
              </p>
              <Show when={report.profile}>
                {(profile) => (
                  <p class={styles["text"]} data-profile={profile()}>
                    {say.word("screen.verify.profile", { profile: profile() })}
                  </p>
                )}
              </Show>
              <Show when={report.findings.length > 0}>
                <ul class={styles["findings"]}>
                  <For each={report.findings}>
                    {(finding) => (
                      <li class={styles["finding"]}>
                        <Icon
                          icon={finding.severity === "error" ? CircleAlert : TriangleAlert}
                          label={say.word(
                            finding.severity === "error"
                              ? "screen.letter.severity.block"
                              : "screen.letter.severity.info",
                          )}
                        />
                        <span>{say.word(`bag.${finding.code}`)}</span>
                        <small>{finding.path === "" ? say.word("screen.verify.whole") : finding.path}</small>
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
              <p class={styles["text"]}>{say.word("screen.bundle.check.limit")}</p>
            </section>
          )}
        </For>
      </div>
    </Served>
  );
}

const factsOf = (
  name: string,
  { files, bytes }: BagReport,
): { readonly name: string; readonly files: number; readonly bytes: number } => ({
  name,
  files,
  bytes,
});

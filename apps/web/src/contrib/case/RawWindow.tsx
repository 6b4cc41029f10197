/** A record that could not be read: what it is, why, and its text as it is stored. To look at and take along; there is nothing to be done to it. */
import { safeName } from "@recourse/core";
import { Button } from "@recourse/ui";
import { Copy, Download } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import type { RefContext } from "../../parts/ref-label.ts";
import { useCase, useExhibits, useServices } from "../../parts/served.tsx";
import exhibitStyles from "./Exhibits.module.css";
import styles from "./forms/Form.module.css";
import { kindText, whyText } from "./stored-words.ts";

export interface RawWindowProps {
  readonly kind: string;
  readonly id: string;
  onDone(): void;
}

export function RawWindow(props: RawWindowProps): JSX.Element {
  const { say, desk, dossier, download, pack } = useServices();
  const live = useCase();
  const context: RefContext = { live, exhibits: useExhibits(), say, pack: () => pack };
  const found = createMemo(() => {
    const { foreign, quarantine } = live.trouble();
    const here = (m: { readonly kind: string; readonly id: string }): boolean =>
      m.kind === props.kind && m.id === props.id;
    const newer = foreign.find(here);
    const misfit = newer ?? quarantine.find(here);
    return misfit && { misfit, newer: newer !== undefined };
  });
  const text = (): string | undefined => {
    const raw = found()?.misfit.raw;
    return raw === undefined ? undefined : JSON.stringify(raw, undefined, 2);
  };
  const copy = async (of: string): Promise<void> => {
    const told = say.word((await dossier.copy(of)) ? "screen.raw.copied" : "screen.raw.copy.failed");
    desk.toast({ text: told });
    desk.announce(told);
  };
  const save = (of: string): void =>
    download(safeName(`${props.kind}-${props.id}.json`), new Blob([of], { type: "application/json" }));
  return (
    <Show when={found()} fallback={<p>{say.word("screen.raw.gone")}</p>}>
      {(it) => (
        <div class={styles["form"]}>
          <p>
            <strong>{kindText(say, props.kind)}</strong>
          </p>
          <p>{whyText(context, it().misfit, it().newer)}</p>
          <Show when={it().misfit.removed}>
            <p>{say.word("screen.raw.removed")}</p>
          </Show>
          <p class={styles["lead"]}>{say.word("screen.raw.kept")}</p>
          <Show when={text()} fallback={<p class={styles["lead"]}>{say.word("screen.raw.nothing")}</p>}>
            {(raw) => (
              <>
                <pre class={exhibitStyles["text"]} role="region" aria-label={say.word("screen.raw.label")} tabIndex={0}>
                  {raw()}
                </pre>
                <div class={styles["foot"]}>
                  <Button icon={Copy} onClick={() => void copy(raw())}>
                    {say.word("screen.raw.copy")}
                  </Button>
                  <Button icon={Download} onClick={() => save(raw())}>
                    {say.word("screen.raw.save")}
                  </Button>
                  <Button tone="solid" onClick={() => props.onDone()}>
                    {say.word("screen.case.close")}
                  </Button>
                </div>
              </>
            )}
          </Show>
        </div>
      )}
    </Show>
  );
}

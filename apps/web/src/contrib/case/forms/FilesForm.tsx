/** Takes files into the case, as one kind of material where it is known, and says what became of each. */
import { createSignal, Show, type JSX } from "solid-js";
import { Button } from "@recourse/ui";
import { FileDrop } from "../../../parts/FileDrop.tsx";
import { materialName, materialTip } from "../../../parts/pack-words.ts";
import { useCase, useServices } from "../../../parts/served.tsx";
import { TakenReport } from "../../../parts/TakenReport.tsx";
import type { TakenFile } from "../../../services/taken-file.ts";
import { FileProgress } from "../FileProgress.tsx";
import styles from "./Form.module.css";

export interface FilesFormProps {
  readonly material: string | undefined;
  onDone(): void;
}

export function FilesForm(props: FilesFormProps): JSX.Element {
  const { say, pack, intake } = useServices();
  const live = useCase();
  const [taken, setTaken] = createSignal<readonly TakenFile[]>([]);
  const [busy, setBusy] = createSignal(false);
  const take = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    const result = await intake.take(files, live.caseId, props.material);
    setBusy(false);
    setTaken((before) => [...result, ...before]);
  };
  return (
    <div class={styles["form"]}>
      <Show when={props.material}>
        {(material) => (
          <p class={styles["lead"]}>
            {say.word("screen.case.add_as", { material: materialName(pack, say.lang(), material()) })}
          </p>
        )}
      </Show>
      <FileDrop
        main
        busy={busy()}
        hint={materialTip(pack, say.lang(), props.material) ?? ""}
        onFiles={(files) => void take(files)}
      />
      <FileProgress />
      <TakenReport files={taken()} />
      <Show when={taken().length > 0}>
        <div class={styles["foot"]}>
          <Button tone="solid" onClick={() => props.onDone()}>
            {say.word("screen.case.done")}
          </Button>
        </div>
      </Show>
    </div>
  );
}

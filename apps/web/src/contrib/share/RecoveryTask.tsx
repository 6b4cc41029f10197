/** What an owner with one device has still to do: add a second one, or keep the recovery file; gone when either is done (ME5). */
import { Button } from "@recourse/ui";
import { FileKey, Smartphone } from "lucide";
import { Show, type JSX } from "solid-js";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import type { SharedCase } from "../../services/sharing/sharing.ts";

export interface RecoveryTaskProps {
  readonly of: SharedCase;
  readonly onAdd: () => void;
  readonly onSave: () => void;
}

export function RecoveryTask(props: RecoveryTaskProps): JSX.Element {
  const { say } = useServices();
  return (
    <Show when={props.of.role() === "owner" && props.of.needsRecovery()}>
      <section class={page["card"]} data-first="" data-recovery-task="">
        <h2 class={page["name"]}>{say.word("screen.share.task")}</h2>
        <p>{say.word("screen.share.task.text")}</p>
        <p>{say.word("screen.share.task.or")}</p>
        <p class={page["text"]}>{say.word("screen.share.first_lost")}</p>
        <p class={page["acts"]}>
          <Button icon={Smartphone} onClick={() => props.onAdd()}>
            {say.word("screen.share.task.add")}
          </Button>
          <Button icon={FileKey} onClick={() => props.onSave()}>
            {say.word("screen.share.files.recovery")}
          </Button>
        </p>
      </section>
    </Show>
  );
}

/**
 * Where files come in: a button, a place to drop, and paste while it has the focus. Not pure: opens the file dialog.
 *
 * 1. Every drop has a click way (WCAG 2.5.7): the button does the same.
 */
import { Button } from "@recourse/ui";
import { Upload } from "lucide";
import { createSignal, Show, type JSX } from "solid-js";
import { carriesFiles, filesIn } from "./dropped.ts";
import styles from "./FileDrop.module.css";
import { useSay } from "./served.tsx";

export interface FileDropProps {
  /** What to put in, e.g. the tip of a material. */
  readonly hint?: string;
  readonly label?: string;
  /** That files may be dropped here too, where other words than the usual ones are needed. */
  readonly dropHint?: string;
  readonly busy?: boolean;
  /** The main action of its place. */
  readonly main?: boolean;
  onFiles(files: readonly File[]): void;
}

export function FileDrop(props: FileDropProps): JSX.Element {
  const say = useSay();
  const [over, setOver] = createSignal(false);
  let input!: HTMLInputElement;
  const give = async (data: DataTransfer | null): Promise<void> => {
    if (data === null) return;
    const files = await filesIn(data);
    if (files.length > 0) props.onFiles(files);
  };
  return (
    <div
      class={`${styles["drop"]} ${over() ? styles["over"] : ""}`}
      role="group"
      aria-label={props.label ?? say.word("screen.case.add_files")}
      onDragOver={(event) => {
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        void give(event.dataTransfer);
      }}
      onPaste={(event) => {
        if (!carriesFiles(event.clipboardData)) return;
        event.preventDefault();
        event.stopPropagation();
        void give(event.clipboardData);
      }}
    >
      <Button tone={props.main ? "solid" : "ghost"} icon={Upload} disabled={props.busy} onClick={() => input.click()}>
        {props.label ?? say.word("screen.case.add_files")}
      </Button>
      <span class={styles["hint"]}>{props.dropHint ?? say.word("screen.case.drop_hint")}</span>
      <Show when={props.hint}>
        <p class={styles["tip"]}>{props.hint}</p>
      </Show>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={() => {
          const files = [...(input.files ?? [])];
          input.value = "";
          if (files.length > 0) props.onFiles(files);
        }}
      />
    </div>
  );
}

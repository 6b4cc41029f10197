/** The ways in: drop, files, a folder, the camera; and how far the file is that is being kept. */
import { Button } from "@recourse/ui";
import { Camera, FolderOpen } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import { FileDrop } from "../../parts/FileDrop.tsx";
import { createMedia } from "../../parts/screen.ts";
import { useServices } from "../../parts/served.tsx";
import styles from "./InboxView.module.css";

export interface AddFilesProps {
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function AddFiles(props: AddFilesProps): JSX.Element {
  const { say, intake } = useServices();
  const touch = createMedia("(pointer: coarse)");
  let folder!: HTMLInputElement;
  let camera!: HTMLInputElement;
  const give = (input: HTMLInputElement): void => {
    const files = [...(input.files ?? [])];
    input.value = "";
    if (files.length > 0) props.onFiles(files);
  };
  const now = createMemo(() => intake.progress());
  return (
    <div class={styles["ways"]}>
      <FileDrop
        main
        label={say.word("screen.inbox.choose")}
        busy={props.busy}
        onFiles={(files) => props.onFiles(files)}
      />
      <div class={styles["more"]}>
        <Show when={touch()}>
          <Button icon={Camera} disabled={props.busy} onClick={() => camera.click()}>
            {say.word("screen.inbox.camera")}
          </Button>
        </Show>
        <Button icon={FolderOpen} disabled={props.busy} onClick={() => folder.click()}>
          {say.word("screen.inbox.folder")}
        </Button>
      </div>
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={() => give(camera)} />
      <input
        ref={(input) => {
          folder = input;
          input.setAttribute("webkitdirectory", "");
        }}
        type="file"
        multiple
        hidden
        onChange={() => give(folder)}
      />
      <Show when={now()}>
        {(file) => (
          <div class={styles["progress"]} role="status">
            <progress max={Math.max(1, file().total)} value={file().done} aria-label={file().name} />
            <span>
              {file().total > 0 && file().done >= file().total
                ? say.word("screen.inbox.progress.reading", { name: file().name })
                : say.word("screen.inbox.progress", { name: file().name, done: file().done, total: file().total })}
              <Show when={file().left > 0}> · {say.word("screen.inbox.progress.left", { n: file().left })}</Show>
            </span>
          </div>
        )}
      </Show>
    </div>
  );
}

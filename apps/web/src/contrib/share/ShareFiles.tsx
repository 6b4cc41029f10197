/** A shared case as files: changes for a helper, a backup, the recovery file; each with what it is for (FI1, ME5). Effects: hands files to the person. */
import { ok } from "@recourse/core";
import { Button } from "@recourse/ui";
import { FileKey, FileLock, FolderOpen, Send } from "lucide";
import type { IconNode } from "lucide";
import { createSignal, Show, type JSX } from "solid-js";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import type { SharedCase } from "../../services/sharing/sharing.ts";
import { tried } from "./file-words.ts";
import type { LockedFile } from "./SaveFileDialog.tsx";
import { tell } from "./share-acts.ts";
import own from "./Files.module.css";

export interface ShareFilesProps {
  readonly of: SharedCase;
  readonly onSave: (what: LockedFile) => void;
}

export function ShareFiles(props: ShareFilesProps): JSX.Element {
  const services = useServices();
  const { say, desk, download } = services;
  const [busy, setBusy] = createSignal(false);
  const share = async (): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    const made = await tried(props.of.files.share().then(ok));
    setBusy(false);
    if (!made.ok) return tell(services, say.word("screen.share.files.failed"));
    download(made.value.name, made.value.blob);
    tell(services, say.word("screen.share.files.share.done", { name: made.value.name }));
  };
  return (
    <section class={page["group"]} data-files="">
      <h2 class={page["subtitle"]}>{say.word("screen.share.files")}</h2>
      <ul class={own["files"]}>
        <Show when={props.of.role() !== "out"}>
          <Way what="share" icon={Send} busy={busy()} onClick={() => void share()} />
        </Show>
        <Way what="backup" icon={FileLock} onClick={() => props.onSave("backup")} />
        <Show when={props.of.role() === "owner"}>
          <Way what="recovery" icon={FileKey} onClick={() => props.onSave("recovery")} />
        </Show>
      </ul>
      <p class={page["text"]}>{say.word("screen.share.files.originals")}</p>
      <p class={page["acts"]}>
        <span class={page["text"]}>{say.word("screen.casebox.received")}</span>
        <Button icon={FolderOpen} onClick={() => desk.exec("share.take")}>
          {say.word("screen.casebox.title")}
        </Button>
      </p>
    </section>
  );
}

interface WayProps {
  readonly what: "share" | LockedFile;
  readonly icon: IconNode;
  readonly busy?: boolean;
  readonly onClick: () => void;
}

function Way(props: WayProps): JSX.Element {
  const { say } = useServices();
  return (
    <li class={own["way"]}>
      <Button icon={props.icon} aria-disabled={props.busy ? "true" : undefined} onClick={() => props.onClick()}>
        {say.word(`screen.share.files.${props.what}`)}
      </Button>
      <p class={page["text"]}>{say.word(`screen.share.files.${props.what}.text`)}</p>
    </li>
  );
}

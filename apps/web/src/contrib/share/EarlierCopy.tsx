/** A copy of the case that was here before it was joined: what to do with it, and nothing where there is none (R8). Effects: hands a file to the person. */
import type { Id } from "@recourse/core";
import { Button, Dialog } from "@recourse/ui";
import { FileDown, Scale, Trash2 } from "lucide";
import { createSignal, Show, type JSX } from "solid-js";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import { tell } from "./share-acts.ts";

export function EarlierCopy(props: { readonly caseId: Id }): JSX.Element {
  const services = useServices();
  const { say, desk, download, sharing } = services;
  const [asking, setAsking] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const once = async (work: () => Promise<void>): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    await work();
    setBusy(false);
  };
  const save = async (): Promise<void> => {
    const made = await sharing.earlier.file(props.caseId);
    if (!made.ok) return tell(services, say.word("screen.share.earlier.failed"));
    download(made.value.name, made.value.blob);
    tell(services, say.word("screen.share.earlier.saved", { name: made.value.name }));
  };
  const drop = async (): Promise<void> => {
    const gone = await sharing.earlier.drop(props.caseId);
    setAsking(false);
    tell(services, say.word(gone ? "screen.share.earlier.dropped" : "screen.share.earlier.failed"));
  };
  return (
    <>
      <Show when={sharing.earlier.of(props.caseId)}>
        <section class={page["card"]} data-earlier="">
          <h2 class={page["name"]}>{say.word("screen.share.earlier")}</h2>
          <p>{say.word("screen.share.earlier.text")}</p>
          <p class={page["acts"]}>
            <Button icon={FileDown} aria-disabled={busy() ? "true" : undefined} onClick={() => void once(save)}>
              {say.word("screen.share.earlier.save")}
            </Button>
            <Button icon={Scale} onClick={() => desk.open("archive")}>
              {say.word("screen.share.earlier.compare")}
            </Button>
            <Button icon={Trash2} onClick={() => setAsking(true)}>
              {say.word("screen.share.earlier.drop")}
            </Button>
          </p>
        </section>
      </Show>
      <Dialog
        open={asking()}
        title={say.word("screen.share.earlier.drop.title")}
        closeLabel={say.word("screen.share.close")}
        onClose={() => setAsking(false)}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{say.word("screen.share.cancel")}</Button>
            <Button
              tone="danger"
              icon={Trash2}
              aria-disabled={busy() ? "true" : undefined}
              onClick={() => void once(drop)}
            >
              {say.word("screen.share.earlier.drop")}
            </Button>
          </>
        }
      >
        <p>{say.word("screen.share.earlier.drop.text")}</p>
      </Dialog>
    </>
  );
}

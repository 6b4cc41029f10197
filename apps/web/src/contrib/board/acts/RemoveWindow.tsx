/**
 * Deleting several cases from this device: named one by one, with the export first, and a while in which it can be taken back.
 *
 * 1. Until that while is over nothing is deleted: a page that is closed before deletes nothing.
 */
import type { Id } from "@recourse/core";
import { Button, Dialog } from "@recourse/ui";
import { Download, Trash2 } from "lucide";
import { createSignal, For, type JSX } from "solid-js";
import { selection } from "../../../live/row-focus.ts";
import { useServices } from "../../../parts/served.tsx";
import { exportArchives, removeCases, titleOf } from "../bulk.ts";
import { acting, type Act } from "./acting.ts";
import styles from "./Acts.module.css";

/** Units: seconds in which deleting can be taken back; a little longer than a toast stays. */
export const GRACE = 15;

export function RemoveWindow(props: { readonly act: Extract<Act, { is: "remove" }> }): JSX.Element {
  const services = useServices();
  const { say, cases, desk } = services;
  const [busy, setBusy] = createSignal(false);
  const ids = (): readonly Id[] => props.act.caseIds;
  const exportFirst = async (): Promise<void> => {
    setBusy(true);
    await exportArchives(services, ids()).finally(() => setBusy(false));
  };
  const go = (): void => {
    const doomed = ids();
    acting.end();
    selection.end();
    const bring = cases.setAside(doomed);
    let begun = false;
    const timer = setTimeout(() => {
      begun = true;
      void removeCases(services, doomed).finally(bring);
    }, GRACE * 1000);
    const text = say.word("screen.bulk.remove.soon", { n: doomed.length, seconds: GRACE });
    desk.announce(text);
    desk.toast({
      text,
      action: {
        label: say.word("screen.undo"),
        run: () => {
          if (begun) {
            desk.toast({ text: say.word("screen.bulk.remove.too_late") });
            return;
          }
          clearTimeout(timer);
          bring();
        },
      },
    });
  };
  return (
    <Dialog
      open={true}
      title={say.word("screen.bulk.remove.title", { n: ids().length })}
      closeLabel={say.word("screen.case.close")}
      onClose={acting.end}
      footer={
        <>
          <Button icon={Download} disabled={busy()} onClick={() => void exportFirst()}>
            {say.word("screen.settings.delete.export")}
          </Button>
          <Button autofocus onClick={acting.end}>
            {say.word("screen.settings.delete.cancel")}
          </Button>
          <Button tone="danger" icon={Trash2} disabled={busy()} data-remove-cases="" onClick={go}>
            {say.word("screen.settings.delete.go")}
          </Button>
        </>
      }
    >
      <div class={styles["body"]}>
        <p>{say.word("screen.bulk.remove.text")}</p>
        <ul class={styles["names"]}>
          <For each={ids()}>{(id) => <li>{titleOf(services, id)}</li>}</For>
        </ul>
      </div>
    </Dialog>
  );
}

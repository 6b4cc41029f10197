/**
 * The one bar for what is done to several cases at once.
 *
 * 1. It acts on what is chosen and shown: what a filter hides is not touched.
 * 2. Where some could not be done, each is named; the others are done.
 */
import type { Id } from "@recourse/core";
import { Button, IconButton } from "@recourse/ui";
import { CalendarPlus, Download, ListChecks, Moon, Trash2, X } from "lucide";
import { createSignal, Show, type JSX } from "solid-js";
import { selection } from "../../live/row-focus.ts";
import { useServices } from "../../parts/served.tsx";
import { exportArchives } from "./bulk.ts";
import styles from "./BulkBar.module.css";

export interface BulkBarProps {
  readonly chosen: readonly Id[];
  /** All that are shown. */
  readonly among: readonly Id[];
}

export function BulkBar(props: BulkBarProps): JSX.Element {
  const services = useServices();
  const { say, desk } = services;
  const [busy, setBusy] = createSignal(false);
  const none = (): boolean => props.chosen.length === 0 || busy();
  const archives = async (): Promise<void> => {
    setBusy(true);
    await exportArchives(services, props.chosen).finally(() => setBusy(false));
  };
  return (
    <section class={styles["bar"]} aria-label={say.word("screen.choose.bar")} data-bulk="">
      <p class={styles["count"]} role="status">
        {say.word(busy() ? "screen.bulk.busy" : "screen.choose.count", { n: props.chosen.length })}
      </p>
      <div class={styles["acts"]}>
        <Button icon={Moon} disabled={none()} onClick={() => desk.exec("board.snooze", { caseIds: props.chosen })}>
          {say.word("screen.snooze")}
        </Button>
        <Show when={desk.can("board.calendar")}>
          <Button
            icon={CalendarPlus}
            disabled={none()}
            onClick={() => desk.exec("board.calendar", { caseIds: props.chosen })}
          >
            {say.word("screen.bulk.calendar")}
          </Button>
        </Show>
        <Button icon={Download} disabled={none()} onClick={() => void archives()}>
          {say.word("screen.bulk.archive")}
        </Button>
        <Button
          icon={Trash2}
          tone="danger"
          disabled={none()}
          onClick={() => desk.exec("board.remove", { caseIds: props.chosen })}
        >
          {say.word("screen.bulk.remove")}
        </Button>
        <Button
          icon={ListChecks}
          tone="plain"
          disabled={props.chosen.length === props.among.length}
          onClick={() => selection.set(props.among)}
        >
          {say.word("screen.choose.all", { n: props.among.length })}
        </Button>
      </div>
      <IconButton icon={X} label={say.word("screen.choose.end")} onClick={() => selection.end()} />
    </section>
  );
}

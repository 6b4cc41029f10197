/**
 * Every door that was gone through or is being prepared, each with its own state, number and clock; and the way to the next one (X4, X7).
 */
import { Button, EmptyState } from "@recourse/ui";
import { DoorOpen, Landmark } from "lucide";
import { For, Show, type JSX } from "solid-js";
import { useCase, useServices } from "../../parts/served.tsx";
import { TrackRow } from "../../parts/TrackRow.tsx";
import { Block } from "./Block.tsx";
import styles from "./Facts.module.css";

export function Filings(): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const choose = (): void => desk.exec("doors.open", { caseId: live.caseId });
  return (
    <Block
      name="filings"
      title={say.word("screen.case.filings")}
      actions={
        <Button icon={DoorOpen} onClick={choose}>
          {say.word("screen.case.filings.choose")}
        </Button>
      }
    >
      <Show
        when={live.filings().length > 0}
        fallback={<EmptyState shape="row" icon={Landmark} title={say.word("screen.case.no_filings")} />}
      >
        <ul class={styles["rows"]}>
          <For each={live.filings()}>{(track) => <TrackRow track={track} />}</For>
        </ul>
      </Show>
    </Block>
  );
}

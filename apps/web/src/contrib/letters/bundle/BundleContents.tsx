/** What a bundle holds, what stays out and why, and what its reader sees besides (E14, P4). */
import { Button, Icon } from "@recourse/ui";
import { Info, PenLine, TriangleAlert } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { useCase, useServices } from "../../../parts/served.tsx";
import type { BundlePlan } from "../../../services/dossier.ts";
import { FileTable } from "../FileTable.tsx";
import styles from "./BundleView.module.css";

export interface BundleContentsProps {
  readonly plan: BundlePlan;
  readonly engagement: boolean;
}

/** Name of a file without the folders of the bag. */
const shortName = (path: string): string => path.replace(/^data\//, "");

export function BundleContents(props: BundleContentsProps): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const letter = (): void => {
    const { draft } = props.plan;
    if (draft === undefined) desk.exec("letter.write", { caseId: live.caseId });
    else desk.exec("letter.open", { caseId: live.caseId, draft, where: "here" });
  };
  /** One line per reason, however many stay out for it. */
  const reasons = createMemo(() => [...new Set(props.plan.withheld.map((w) => w.reason))]);
  const namesOf = (reason: string): string =>
    props.plan.withheld
      .filter((w) => w.reason === reason)
      .map((w) => w.name)
      .join(say.lang() === "en" ? ", " : "、");
  const payload = (): BundlePlan["files"] => props.plan.files.filter((f) => f.path.startsWith("data/"));
  return (
    <>
      <Show when={props.plan.letter !== "in"}>
        <p class={styles["note"]}>
          <Icon icon={Info} size="small" />{" "}
          {say.word(props.plan.letter === "none" ? "screen.bundle.no_letter" : "screen.bundle.letter_blocked")}{" "}
          <Button tone="plain" icon={PenLine} onClick={letter}>
            {say.word(props.plan.letter === "none" ? "screen.letter.write" : "screen.bundle.refused.letter")}
          </Button>
        </p>
      </Show>
      <Show when={props.engagement}>
        <p class={styles["warn"]} role="note">
          <Icon icon={TriangleAlert} size="small" /> {say.word("screen.bundle.discloses.engagement")}
        </p>
      </Show>
      <For each={props.plan.disclosures}>
        {(d) => (
          <p class={styles["warn"]} role="note">
            <Icon icon={TriangleAlert} size="small" />{" "}
            {say.word("screen.bundle.discloses", { file: shortName(d.path), rows: d.otherRows })}
          </p>
        )}
      </For>
      <Show when={props.plan.withheld.length > 0}>
        <h2 class={styles["heading"]}>{say.word("screen.bundle.stays_out")}</h2>
        <ul class={styles["list"]} data-withheld="">
          <For each={reasons()}>
            {(reason) => (
              <li class={styles["note"]} data-reason={reason}>
                <Icon icon={Info} size="small" /> {say.word(`bundle.withheld.${reason}`, { name: namesOf(reason) })}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <h2 class={styles["heading"]}>{say.word("screen.bundle.contents")}</h2>
      <FileTable
        label={say.word("screen.bundle.contents")}
        files={payload().map(({ path, size }) => ({ name: shortName(path), size }))}
      />
      <p class={styles["text"]}>{say.word("screen.bundle.total", { n: payload().length, bytes: props.plan.size })}</p>
    </>
  );
}

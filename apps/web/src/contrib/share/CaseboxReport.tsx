/** What a file brought, in numbers with their meaning, and the way to the case (FI2). Effects: moves the focus, speaks. */
import { Button, Icon } from "@recourse/ui";
import { CircleCheck, FolderOpen, LogIn, TriangleAlert } from "lucide";
import { For, onMount, Show, type JSX } from "solid-js";
import { broughtLines } from "../../parts/casebox-words.ts";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import type { TakenCasebox } from "../../services/sharing/casebox-files.ts";
import own from "./Files.module.css";
import styles from "./Share.module.css";

export interface CaseboxReportProps {
  readonly of: TakenCasebox;
  /** The file; undefined where it was restored from two. */
  readonly name: string | undefined;
  /** The case was restored with its recovery file: what became of the old phone. */
  readonly oldPhone: "later" | "out" | undefined;
  readonly onOther: () => void;
}

export function CaseboxReport(props: CaseboxReportProps): JSX.Element {
  const { say, desk } = useServices();
  const done = (): string => say.word(props.oldPhone === undefined ? "screen.casebox.done" : "screen.restore.done");
  const lines = (): readonly string[] => broughtLines(say, props.of);
  let head!: HTMLHeadingElement;
  onMount(() => {
    head.focus({ preventScroll: true });
    desk.announce([done(), ...lines()].join(" "));
  });
  return (
    <section class={page["card"]} data-casebox="taken">
      <h2 ref={head} class={own["saved"]} tabIndex={-1}>
        <Icon icon={CircleCheck} /> <span>{done()}</span>
      </h2>
      <Show when={props.of.title}>
        <p>
          <strong>{props.of.title}</strong>
        </p>
      </Show>
      <Show when={props.name}>{(name) => <p class={own["name"]}>{name()}</p>}</Show>
      <ul class={page["lines"]}>
        <For each={lines()}>{(line) => <li>{line}</li>}</For>
      </ul>
      <Show when={props.of.isDamaged}>
        <p class={styles["warning"]} role="note" data-damaged="">
          <Icon icon={TriangleAlert} /> <span>{say.word("screen.casebox.damaged")}</span>
        </p>
      </Show>
      <Show when={props.oldPhone}>
        {(old) => (
          <p class={styles["warning"]} role="note" data-old-phone={old()}>
            <Icon icon={TriangleAlert} /> <span>{say.word(`screen.restore.${old()}`)}</span>
          </p>
        )}
      </Show>
      <p class={page["acts"]}>
        <Button tone="solid" icon={LogIn} onClick={() => desk.exec("case.open", { caseId: props.of.caseId })}>
          {say.word("screen.casebox.case")}
        </Button>
        <Button icon={FolderOpen} onClick={() => props.onOther()}>
          {say.word("screen.casebox.other")}
        </Button>
      </p>
    </section>
  );
}

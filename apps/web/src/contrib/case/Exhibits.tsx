/**
 * The exhibits of the case, in order (E2, E6–E9). Rows far from the screen are not laid out; they stay in one stable order.
 */
import type { Id, RecordOf } from "@recourse/core";
import { Button, Chip, EmptyState } from "@recourse/ui";
import { Images } from "lucide";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { CaseboxLine } from "../../parts/CaseboxLine.tsx";
import { FileDrop } from "../../parts/FileDrop.tsx";
import { perform } from "../../parts/perform.ts";
import { useCase, useExhibits, useServices } from "../../parts/served.tsx";
import { takeBoxes, type TakenBox } from "../../parts/taken-boxes.ts";
import { TakenReport } from "../../parts/TakenReport.tsx";
import reported from "../../parts/TakenReport.module.css";
import type { TakenFile } from "../../services/taken-file.ts";
import { Block } from "./Block.tsx";
import { ExhibitRow } from "./ExhibitRow.tsx";
import styles from "./Exhibits.module.css";

export function Exhibits(): JSX.Element {
  const services = useServices();
  const { say, intake } = services;
  const live = useCase();
  const exhibits = useExhibits();
  const [taken, setTaken] = createSignal<readonly TakenFile[]>([]);
  const links = createMemo(() => {
    const by = new Map<Id, RecordOf<"link">[]>();
    for (const link of live.all("link")) by.set(link.exhibit, [...(by.get(link.exhibit) ?? []), link]);
    return by;
  });
  const removed = createMemo(() => {
    live.ids("exhibit");
    return Object.values(live.whole().removed.exhibit);
  });
  const [boxes, setBoxes] = createSignal<readonly TakenBox[]>([]);
  /** A `.casebox` is no material: it goes to the shared case it is of (FI2). */
  const take = async (all: readonly File[]): Promise<void> => {
    const files = await takeBoxes(services, all, (box) => setBoxes((before) => [box, ...before]));
    if (files.length === 0) return;
    const result = await intake.take(files, live.caseId);
    setTaken((before) => [...result, ...before]);
  };
  return (
    <Block
      name="exhibits"
      title={say.word("screen.case.exhibits")}
      state={<Chip tone="line">{say.word("screen.prepare.exhibits", { n: exhibits.ids().length })}</Chip>}
    >
      <FileDrop busy={intake.progress() !== undefined} onFiles={(files) => void take(files)} />
      <Show when={taken().length + boxes().length > 0}>
        <div class={styles["report"]}>
          <Show when={boxes().length > 0}>
            <ul class={reported["list"]}>
              <For each={boxes()}>{(box) => <CaseboxLine box={box} />}</For>
            </ul>
          </Show>
          <TakenReport files={taken()} />
          <Button
            tone="plain"
            onClick={() => {
              setTaken([]);
              setBoxes([]);
            }}
          >
            {say.word("screen.case.report_close")}
          </Button>
        </div>
      </Show>
      <Show
        when={exhibits.ids().length > 0}
        fallback={
          <EmptyState
            shape="row"
            icon={Images}
            title={say.word("screen.case.no_exhibits")}
            text={say.word("screen.case.no_exhibits.text")}
          />
        }
      >
        <ol class={styles["rows"]}>
          <For each={exhibits.ids()}>{(id) => <ExhibitRow id={id} links={links().get(id) ?? []} />}</For>
        </ol>
      </Show>
      <p class={styles["limit"]}>{say.word("strength.limit")}</p>
      <Show when={removed().length > 0}>
        <details class={styles["removed"]}>
          <summary>{say.word("screen.case.removed_exhibits", { n: removed().length })}</summary>
          <ul>
            <For each={removed()}>
              {(exhibit) => (
                <li>
                  <span>{exhibit.name}</span>
                  <Button onClick={() => perform(services, live, "exhibit.restore", { id: exhibit.id })}>
                    {say.word("screen.case.restore")}
                  </Button>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </Block>
  );
}

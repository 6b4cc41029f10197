/**
 * The inbox: any number of files in, each kept first and then recognised; what waits is sorted into a case.
 *
 * 1. Argument: nothing, or `<case>` or `<case>/<material>`: files then go straight into that case, with the tip for that material.
 * 2. Files may be dropped and pasted anywhere on the screen; a button does the same.
 * 3. A `.casebox` is no material: what is in it goes to the shared case it is of, wherever it was dropped (FI2).
 */
import { isId, type Id } from "@recourse/core";
import { Button, EmptyState, type ViewProps } from "@recourse/ui";
import { ArrowLeft, Inbox } from "lucide";
import { createMemo, createSignal, For, onCleanup, Show, type JSX } from "solid-js";
import { CaseboxLine } from "../../parts/CaseboxLine.tsx";
import { carriesFiles, filesIn } from "../../parts/dropped.ts";
import { materialName, materialTip } from "../../parts/pack-words.ts";
import { Served } from "../../parts/served.tsx";
import { takeBoxes, type TakenBox } from "../../parts/taken-boxes.ts";
import { TakenReport } from "../../parts/TakenReport.tsx";
import reported from "../../parts/TakenReport.module.css";
import type { Services } from "../../services/services.ts";
import type { TakenFile } from "../../services/taken-file.ts";
import { AddFiles } from "./AddFiles.tsx";
import styles from "./InboxView.module.css";
import { WaitingRow } from "./WaitingRow.tsx";

export function InboxView(props: ViewProps<Services>): JSX.Element {
  const { services } = props;
  const { say, intake, cases, desk, pack } = services;
  const parts = createMemo(() => (props.arg ?? "").split("/"));
  const caseId = createMemo<Id | undefined>(() => {
    const [first = ""] = parts();
    return isId(first) ? first : undefined;
  });
  const material = createMemo(() => parts().slice(1).join("/") || undefined);
  const title = createMemo(() => cases.rows().find((row) => row.caseId === caseId())?.title ?? "");
  const [taken, setTaken] = createSignal<readonly TakenFile[]>([]);
  const [boxes, setBoxes] = createSignal<readonly TakenBox[]>([]);
  const [busy, setBusy] = createSignal(false);
  const waiting = createMemo(
    () =>
      intake
        .waiting()
        .filter((item) => item.state === "new")
        .map((item) => item.id),
    [],
    {
      equals: (a, b) => a.length === b.length && a.every((id, n) => id === b[n]),
    },
  );
  const filed = createMemo(() => intake.waiting().filter((item) => item.state === "filed"));
  let ended = false;
  onCleanup(() => {
    ended = true;
  });

  const report = (files: readonly TakenFile[]): void => {
    setTaken((list) => [...files, ...list]);
  };
  const take = async (all: readonly File[]): Promise<void> => {
    setBusy(true);
    const files = await takeBoxes(services, all, (box) => {
      if (!ended) setBoxes((list) => [box, ...list]);
    });
    if (files.length > 0) await takeMaterials(files);
    else setBusy(false);
  };
  const takeMaterials = async (files: readonly File[]): Promise<void> => {
    const before = new Set<string>(
      intake
        .waiting()
        .filter((item) => item.state === "new")
        .map((item) => item.sha256),
    );
    const done = await intake.take(files, caseId(), material());
    setBusy(false);
    if (ended) return;
    for (const file of done.filter((each) => each.status === "waiting" && each.error === undefined)) {
      const again = file.sha256 !== undefined && before.has(file.sha256);
      const text = say.word(again ? "screen.inbox.again" : "screen.inbox.kept", { name: file.name });
      desk.announce(text);
      if (again) desk.toast({ text });
    }
    report(done.filter((each) => each.status !== "waiting" || each.error !== undefined));
  };
  const give = async (data: DataTransfer | null): Promise<void> => {
    const files = data === null ? [] : await filesIn(data);
    if (files.length > 0) await take(files);
  };
  const tip = createMemo(() => materialTip(pack, say.lang(), material()));
  return (
    <Served services={services}>
      <div
        class={styles["view"]}
        data-inbox=""
        onDragOver={(event) => {
          if (carriesFiles(event.dataTransfer)) event.preventDefault();
        }}
        onDrop={(event) => {
          event.preventDefault();
          void give(event.dataTransfer);
        }}
        onPaste={(event) => {
          if (!carriesFiles(event.clipboardData)) return;
          event.preventDefault();
          void give(event.clipboardData);
        }}
      >
        <h1 class={styles["title"]}>{say.word(caseId() === undefined ? "screen.inbox" : "screen.inbox.add")}</h1>
        <Show when={caseId()} fallback={<p class={styles["text"]}>{say.word("screen.inbox.text")}</p>}>
          {(of) => (
            <div class={styles["into"]}>
              <p>{say.word("screen.inbox.into", { title: title() })}</p>
              <Button tone="plain" icon={ArrowLeft} onClick={() => desk.exec("case.open", { caseId: of() })}>
                {say.word("screen.inbox.back")}
              </Button>
            </div>
          )}
        </Show>
        <Show when={material()}>
          {(wanted) => (
            <div class={styles["wanted"]} role="note">
              <strong>{say.word("screen.inbox.wanted", { name: materialName(pack, say.lang(), wanted()) })}</strong>
              <Show when={tip()}>
                <p>{tip()}</p>
              </Show>
            </div>
          )}
        </Show>
        <AddFiles busy={busy()} onFiles={(files) => void take(files)} />
        <Show when={taken().length + boxes().length > 0}>
          <section aria-label={say.word("screen.inbox.report")}>
            <h2 class={styles["heading"]}>{say.word("screen.inbox.report")}</h2>
            <Show when={boxes().length > 0}>
              <ul class={reported["list"]}>
                <For each={boxes()}>{(box) => <CaseboxLine box={box} />}</For>
              </ul>
            </Show>
            <TakenReport files={taken()} />
          </section>
        </Show>
        <Show when={caseId() === undefined || waiting().length > 0}>
          <section aria-label={say.word("screen.inbox.waiting")}>
            <h2 class={styles["heading"]}>{say.word("screen.inbox.waiting")}</h2>
            <Show
              when={waiting().length > 0}
              fallback={
                <EmptyState
                  icon={Inbox}
                  title={say.word("screen.inbox.empty.title")}
                  text={say.word("screen.inbox.empty.text")}
                />
              }
            >
              <ul class={styles["list"]}>
                <For each={waiting()}>
                  {(id) => <WaitingRow id={id} prefer={caseId()} onSorted={(file) => report([file])} />}
                </For>
              </ul>
            </Show>
          </section>
        </Show>
        <Show when={filed().length > 0 && caseId() === undefined}>
          <details class={styles["filed"]}>
            <summary>{say.word("screen.inbox.filed", { n: filed().length })}</summary>
            <ul>
              <For each={filed()}>
                {(item) => (
                  <li>
                    <span>{item.name}</span>
                    <Button tone="plain" onClick={() => desk.exec("case.open", { caseId: item.caseId })}>
                      {say.word("screen.inbox.filed.in", {
                        title: cases.rows().find((row) => row.caseId === item.caseId)?.title ?? "",
                      })}
                    </Button>
                  </li>
                )}
              </For>
            </ul>
          </details>
        </Show>
      </div>
    </Served>
  );
}

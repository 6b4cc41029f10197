/** Letters of the case and its exports. */
import { Button, EmptyState } from "@recourse/ui";
import { Archive, FileText, Package, PenLine } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { useCase, useServices } from "../../parts/served.tsx";
import { When } from "../../parts/When.tsx";
import { Block } from "./Block.tsx";
import styles from "./Facts.module.css";

export function Letters(): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const drafts = createMemo(() => live.all("draft").toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  const sentAt = (draft: string): ReturnType<typeof live.all<"sentVersion">>[number]["at"] | undefined =>
    live.all("sentVersion").find((v) => v.draft === draft)?.at;
  const open = (draft: string): void => desk.exec("letter.open", { caseId: live.caseId, draft });
  return (
    <Block
      name="letters"
      title={say.word("screen.case.letters")}
      actions={
        <>
          <Button icon={PenLine} onClick={() => desk.exec("letter.write", { caseId: live.caseId })}>
            {say.word("screen.letter.write")}
          </Button>
          <Show when={desk.can("bundle.make")}>
            <Button icon={Package} onClick={() => desk.exec("bundle.make", { caseId: live.caseId })}>
              {say.word("screen.case.bundle")}
            </Button>
          </Show>
          <Show when={desk.can("archive.export")}>
            <Button icon={Archive} onClick={() => desk.exec("archive.export", { caseId: live.caseId })}>
              {say.word("screen.case.archive")}
            </Button>
          </Show>
        </>
      }
    >
      <Show
        when={drafts().length > 0}
        fallback={
          <EmptyState shape="row" icon={FileText} title={say.word("screen.case.no_letters")}>
            <Button
              onClick={() =>
                desk.exec("case.ask", { caseId: live.caseId, command: "draft.start", data: { kind: "application" } })
              }
            >
              {say.word("screen.step.write")}
            </Button>
          </EmptyState>
        }
      >
        <ul class={styles["rows"]}>
          <For each={drafts()}>
            {(draft) => (
              <li class={styles["row"]} data-ref={`draft/${draft.id}`}>
                <span class={styles["main"]}>
                  <strong>{say.word(`letterKind.${draft.kind}`)}</strong>
                  <small>
                    <Show when={sentAt(draft.id)} fallback={say.word("screen.case.draft")}>
                      {(at) => (
                        <>
                          {say.word("screen.case.sent")} <When at={at()} />
                        </>
                      )}
                    </Show>
                  </small>
                </span>
                <Button onClick={() => open(draft.id)}>{say.word("screen.step.letter")}</Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Block>
  );
}

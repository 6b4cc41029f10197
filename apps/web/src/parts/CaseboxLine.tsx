/** What became of a `.casebox` file that came in with others: what it brought to which case, or what is wrong and what helps (FI2). */
import { Button, Icon } from "@recourse/ui";
import { CircleAlert, CircleCheck, FolderOpen, LogIn, TriangleAlert } from "lucide";
import { For, Show, type JSX } from "solid-js";
import { broughtLines, fileTroubleText } from "./casebox-words.ts";
import type { TakenBox } from "./taken-boxes.ts";
import { useServices } from "./served.tsx";
import report from "./TakenReport.module.css";
import type { FileTrouble, TakenCasebox } from "../services/sharing/casebox-files.ts";

/** Troubles that the page for these files can go on from. */
const asksMore: ReadonlySet<FileTrouble["kind"]> = new Set<FileTrouble["kind"]>([
  "passphrase_needed",
  "needs_recovery",
  "wrong_kind",
]);

export function CaseboxLine(props: { readonly box: TakenBox }): JSX.Element {
  const { say, desk } = useServices();
  const taken = (): TakenCasebox | undefined => (props.box.result.ok ? props.box.result.value : undefined);
  const trouble = (): FileTrouble | undefined => (props.box.result.ok ? undefined : props.box.result.error);
  return (
    <li class={report["file"]} data-casebox={taken() === undefined ? "refused" : "taken"}>
      <Show when={taken()}>
        {(of) => (
          <>
            <p class={report["good"]}>
              <Icon icon={CircleCheck} size="small" /> <strong>{props.box.name}</strong> {of().title}
            </p>
            <ul class={report["findings"]}>
              <For each={broughtLines(say, of())}>{(line) => <li>{line}</li>}</For>
              <Show when={of().isDamaged}>
                <li class={report["warning"]} data-damaged="">
                  <Icon icon={TriangleAlert} size="small" /> {say.word("screen.casebox.damaged")}
                </li>
              </Show>
            </ul>
            <p>
              <Button icon={LogIn} onClick={() => desk.exec("case.open", { caseId: of().caseId })}>
                {say.word("screen.casebox.case")}
              </Button>
            </p>
          </>
        )}
      </Show>
      <Show when={trouble()}>
        {(found) => (
          <>
            <p class={report["bad"]} data-trouble={found().kind}>
              <Icon icon={CircleAlert} size="small" /> <strong>{props.box.name}</strong>{" "}
              {fileTroubleText(say, found(), "take")}
            </p>
            <Show when={asksMore.has(found().kind)}>
              <p>
                <Button icon={FolderOpen} onClick={() => desk.exec("share.take")}>
                  {say.word("screen.casebox.title")}
                </Button>
              </p>
            </Show>
          </>
        )}
      </Show>
    </li>
  );
}

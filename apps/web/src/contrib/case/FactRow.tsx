/** One record of the case in a line, with its form and its removal. */
import { ref, type Id, type Kind, type RecordOf } from "@recourse/core";
import { Button, MenuButton } from "@recourse/ui";
import { Trash2 } from "lucide";
import { Show, type JSX } from "solid-js";
import { ChangedBy } from "../../parts/ChangedBy.tsx";
import { perform } from "../../parts/perform.ts";
import { SourceChip } from "../../parts/SourceChip.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import styles from "./Facts.module.css";

export interface FactRowProps<K extends Kind> {
  readonly kind: K;
  readonly id: Id;
  readonly title: string;
  text(record: RecordOf<K>): string;
  quote?(record: RecordOf<K>): string;
  exhibit?(record: RecordOf<K>): Id | undefined;
}

export function FactRow<K extends Kind>(props: FactRowProps<K>): JSX.Element {
  const services = useServices();
  const { say, desk } = services;
  const live = useCase();
  const record = (): RecordOf<K> | undefined => live.record(props.kind, props.id);
  const remove = (): void => {
    perform(
      services,
      live,
      `${props.kind}.remove`,
      { id: props.id },
      {
        code: "screen.removed",
        undo: { command: `${props.kind}.restore`, data: { id: props.id } },
      },
    );
  };
  return (
    <Show when={record()}>
      {(of) => (
        <li class={styles["row"]} data-ref={`${props.kind}/${props.id}`}>
          <small class={styles["kind"]}>{props.title}</small>
          <span class={styles["main"]}>
            {props.text(of())}
            <Show when={props.quote?.(of())}>{(quote) => <q>{quote()}</q>}</Show>
            <Show when={props.exhibit?.(of())}>{(id) => <SourceChip source={ref("exhibit", id())} />}</Show>
            <ChangedBy caseId={live.caseId} kind={props.kind} id={props.id} />
          </span>
          <Button
            aria-label={say.word("screen.case.edit_of", { what: props.title })}
            onClick={() =>
              desk.exec("case.ask", { caseId: live.caseId, command: `${props.kind}.edit`, data: { id: props.id } })
            }
          >
            {say.word("screen.case.edit")}
          </Button>
          <MenuButton
            label={say.word("screen.case.more_of", { what: props.title })}
            entries={[{ id: "remove", label: say.word("screen.case.remove"), icon: Trash2, run: remove }]}
          />
        </li>
      )}
    </Show>
  );
}

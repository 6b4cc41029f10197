/** What a sentence rests on, as a small button that goes there. */
import type { Ref } from "@recourse/core";
import { Show, type JSX } from "solid-js";
import { refLabel, type RefContext } from "./ref-label.ts";
import { useCase, useExhibits, useServices } from "./served.tsx";
import styles from "./SourceChip.module.css";

/** What labels of Refs are made from, in the open case. */
export function useRefContext(): RefContext {
  const services = useServices();
  return { live: useCase(), exhibits: useExhibits(), say: services.say, pack: () => services.pack };
}

export function SourceChip(props: { readonly source: Ref }): JSX.Element {
  const { desk } = useServices();
  const context = useRefContext();
  return (
    <Show when={refLabel(props.source, context)}>
      {(label) => (
        <button
          type="button"
          class={styles["chip"]}
          title={context.live.record("exhibit", props.source.split(/[/#]/)[1])?.name}
          onClick={() => desk.exec("case.open", { caseId: context.live.caseId, target: props.source })}
        >
          {label()}
        </button>
      )}
    </Show>
  );
}

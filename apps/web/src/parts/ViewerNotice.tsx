/** What stands over a case that this device may only view, or was removed from (ME3, RE1); nothing in every other case. */
import type { Id } from "@recourse/core";
import { Icon } from "@recourse/ui";
import { Eye, UserX } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import { useServices } from "./served.tsx";
import styles from "./ViewerNotice.module.css";

export function ViewerNotice(props: { readonly caseId: Id }): JSX.Element {
  const { say, sharing } = useServices();
  const role = createMemo(() => {
    const of = sharing.of(props.caseId)?.role();
    return of === "viewer" || of === "out" ? of : undefined;
  });
  return (
    <Show when={role()} keyed>
      {(is) => (
        <p class={styles["notice"]} role="note" data-viewer={is}>
          <Icon icon={is === "out" ? UserX : Eye} />
          <span>
            <strong>{say.word(`screen.share.${is}`)}</strong> {say.word(`screen.share.${is}.text`)}
          </span>
        </p>
      )}
    </Show>
  );
}

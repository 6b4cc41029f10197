/** Says that something in what was typed looks like a secret and will be covered (G2). */
import { Icon } from "@recourse/ui";
import { ShieldAlert } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import { maskedIn } from "./masking.ts";
import styles from "./Page.module.css";
import { useCase, useServices } from "./served.tsx";

export function MaskNote(props: { readonly text: string }): JSX.Element {
  const { say } = useServices();
  const live = useCase();
  const covered = createMemo(() => maskedIn(live, props.text).masked.length);
  return (
    <div role="status">
      <Show when={covered() > 0}>
        <p class={styles["lacks"]} data-masked={covered()}>
          <Icon icon={ShieldAlert} size="small" /> {say.word("screen.reply.masked", { n: covered() })}
        </p>
      </Show>
    </div>
  );
}

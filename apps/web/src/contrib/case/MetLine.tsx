/** A quiet line beside the name of the other side: that there was a matter with them before, and how it ended (S3). */
import { Icon } from "@recourse/ui";
import { History } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "./forms/Form.module.css";
import { metBefore } from "./met-before.ts";
import { metText } from "../../parts/met-text.ts";

export function MetLine(props: { readonly name: string }): JSX.Element {
  const { say, respondents } = useServices();
  const met = createMemo(() => metBefore(respondents.all(), props.name));
  return (
    <div role="status">
      <Show when={met()[0]}>
        {(newest) => (
          <p class={styles["met"]} data-met={met().length}>
            <Icon icon={History} size="small" />
            <span>
              {metText(say, newest())}
              <Show when={met().length > 1}> {say.word("screen.met.more", { n: met().length - 1 })}</Show>
            </span>
          </p>
        )}
      </Show>
    </div>
  );
}

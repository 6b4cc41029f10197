/** Who else looks at a shared case right now (FR5); nothing in every other case. It is advice: nobody is told by it that somebody left. */
import type { Id } from "@recourse/core";
import { Icon } from "@recourse/ui";
import { Eye, PencilLine } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import type { PresentLine } from "../services/sharing/sharing.ts";
import { useServices } from "./served.tsx";
import styles from "./WhoIsHere.module.css";

export function WhoIsHere(props: { readonly caseId: Id }): JSX.Element {
  const { say, sharing } = useServices();
  const present = createMemo(() => sharing.of(props.caseId)?.present() ?? []);
  const namesOf = (some: readonly PresentLine[]): readonly string[] => [
    ...new Set(some.map(({ name }) => (name?.trim() ? name : say.word("screen.share.unnamed")))),
  ];
  const typing = (): readonly string[] => namesOf(present().filter(({ isTyping }) => isTyping));
  /** Whoever writes looks, too: said once. */
  const looking = (): readonly string[] => {
    const writes = new Set(typing());
    return namesOf(present()).filter((name) => !writes.has(name));
  };
  return (
    <Show when={present().length > 0}>
      <p class={styles["here"]} data-here="">
        <Show when={looking().length > 0}>
          <span>
            <Icon icon={Eye} size="small" /> {say.word("screen.here.looks", { names: looking() })}
          </span>
        </Show>
        <Show when={typing().length > 0}>
          <span>
            <Icon icon={PencilLine} size="small" /> {say.word("screen.here.types", { names: typing() })}
          </span>
        </Show>
      </p>
    </Show>
  );
}

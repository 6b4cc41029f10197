/**
 * "bob 改过 · 2 分钟前": who else changed a record last, and when; nothing in a case of one's own, nothing where the last change was one's own.
 *
 * 1. It says it quietly: it stands out for a few minutes, stays for a week, and never takes the focus or speaks.
 */
import { toMillis, type Id, type Instant } from "@recourse/core";
import { Icon } from "@recourse/ui";
import { PencilLine } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import styles from "./ChangedBy.module.css";
import { useServices } from "./served.tsx";
import { When } from "./When.tsx";

/** Units: ms. */
const FRESH = 5 * 60_000;
const SHOWN = 7 * 86_400_000;

export interface ChangedByProps {
  readonly caseId: Id;
  readonly kind: string;
  readonly id: string;
}

interface Last {
  readonly name: string | undefined;
  readonly at: Instant;
}

export function ChangedBy(props: ChangedByProps): JSX.Element {
  const { say, sharing, now } = useServices();
  const last = createMemo<Last | undefined>(
    () => {
      const line = sharing.of(props.caseId)?.lastChange(props.kind, props.id);
      return line === undefined || line.isMe ? undefined : { name: line.name, at: line.at };
    },
    undefined,
    { equals: (a, b) => a?.at === b?.at && a?.name === b?.name },
  );
  const age = (at: Instant): number => toMillis(now()) - toMillis(at);
  const shown = createMemo(() => {
    const line = last();
    return line !== undefined && age(line.at) < SHOWN ? line : undefined;
  });
  return (
    <Show when={shown()}>
      {(line) => (
        <span class={styles["changed"]} data-changed-by="" data-fresh={age(line().at) < FRESH ? "" : undefined}>
          <Icon icon={PencilLine} size="small" />
          <span>
            {say.word("screen.changed_by", {
              name: line().name?.trim() ? (line().name ?? "") : say.word("screen.share.unnamed"),
            })}
            {" · "}
            <When at={line().at} />
          </span>
        </span>
      )}
    </Show>
  );
}

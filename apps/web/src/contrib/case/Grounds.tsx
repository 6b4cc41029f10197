/** Reasons for a refund, best first (B1–B7): each with its verdict, why, what is missing, and where it stands in the order. */
import { Button } from "@recourse/ui";
import { Plus } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { useCase, useServices } from "../../parts/served.tsx";
import { Block } from "./Block.tsx";
import { GroundCard } from "./GroundCard.tsx";
import styles from "./Grounds.module.css";
import { Lookups } from "./Lookups.tsx";

/** How many reasons stand open; the others fold. */
const OPEN = 3;

export function Grounds(): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const ids = createMemo<readonly string[]>(() => live.grounds().map((g) => g.id), [], {
    equals: (a, b) => a.length === b.length && a.every((id, n) => id === b[n]),
  });
  const clauses = createMemo(() => ids().filter((id) => id.startsWith("clause/")).length);
  // A rule the person captured is never folded away.
  const first = (): readonly string[] => ids().filter((id, n) => n < OPEN || id.startsWith("clause/"));
  const rest = (): readonly string[] => ids().filter((id) => !first().includes(id));
  return (
    <Block
      name="grounds"
      title={say.word("screen.case.grounds")}
      actions={
        <Button
          icon={Plus}
          onClick={() =>
            desk.exec("case.ask", { caseId: live.caseId, command: "clause.add", data: { ask: "capture" } })
          }
        >
          {say.word("screen.case.capture_clause")}
        </Button>
      }
    >
      <Show when={clauses() === 0}>
        <p class={styles["hint"]}>{say.word("screen.case.no_clause")}</p>
      </Show>
      <ul class={styles["list"]}>
        <For each={first()}>{(id, at) => <GroundCard id={id} open={at() === 0} />}</For>
      </ul>
      <Show when={rest().length > 0}>
        <details class={styles["more"]}>
          <summary>{say.word("screen.case.other_grounds", { n: rest().length })}</summary>
          <ul class={styles["list"]}>
            <For each={rest()}>{(id) => <GroundCard id={id} open={false} />}</For>
          </ul>
        </details>
      </Show>
      <Lookups />
    </Block>
  );
}

/**
 * The pre-flight: what whoever decides looks at, what is open first and with the place to put it right (X9).
 *
 * 1. What holds and what only they can say is a press away, so that what is to be done stands alone.
 */
import type { ChannelAssessment } from "@recourse/core";
import { Button, Icon } from "@recourse/ui";
import { CircleAlert, CircleCheck, CircleHelp, Lock } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { fixWord } from "../../parts/fix-words.ts";
import styles from "../../parts/Page.module.css";
import own from "./Doors.module.css";
import { Provisions } from "../../parts/Provisions.tsx";
import { useCase, useServices } from "../../parts/served.tsx";

type Check = ChannelAssessment["checks"][number];

const icons = { ok: CircleCheck, missing: CircleAlert, blocks: Lock, unknown: CircleHelp } as const;
const order: readonly Check["verdict"][] = ["blocks", "missing", "unknown", "ok"];

/** `open`: has to be put right. `better`: may be. `theirs`: only they can say. `there`: holds. */
type Part = "open" | "better" | "theirs" | "there";

function partOf({ verdict, weight, fix }: Check): Part {
  if (verdict === "ok") return "there";
  if (fix === undefined && verdict === "unknown") return "theirs";
  return weight === "must" ? "open" : "better";
}

export function Checks(props: { readonly checks: readonly Check[] }): JSX.Element {
  const { say } = useServices();
  const of = createMemo(() => {
    const sorted = props.checks.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
    return (part: Part): readonly Check[] => sorted.filter((check) => partOf(check) === part);
  });
  const open = (): number => of()("open").length;
  return (
    <section class={styles["group"]} data-preflight={open() === 0 ? "green" : "open"}>
      <h2 class={styles["subtitle"]}>{say.word("screen.filing.step.checks")}</h2>
      <p class={own["tally"]} data-good={open() === 0 ? "" : undefined} role="status">
        <Icon icon={open() === 0 ? CircleCheck : CircleAlert} size="small" />
        {open() === 0 ? say.word("screen.filing.green") : say.word("screen.filing.open", { n: open() })}
      </p>
      <Rows of={of()("open")} />
      <Show when={of()("better").length > 0}>
        <h3 class={styles["label"]}>{say.word("screen.filing.better")}</h3>
        <Rows of={of()("better")} />
      </Show>
      <Folded title="screen.filing.theirs" of={of()("theirs")} />
      <Folded title="screen.filing.there" of={of()("there")} />
    </section>
  );
}

function Folded(props: { readonly title: string; readonly of: readonly Check[] }): JSX.Element {
  const { say } = useServices();
  return (
    <Show when={props.of.length > 0}>
      <details>
        <summary class={styles["fold"]}>{say.word(props.title, { n: props.of.length })}</summary>
        <Rows of={props.of} />
      </details>
    </Show>
  );
}

function Rows(props: { readonly of: readonly Check[] }): JSX.Element {
  return (
    <Show when={props.of.length > 0}>
      <ul class={own["checks"]}>
        <For each={props.of}>{(check) => <Row check={check} />}</For>
      </ul>
    </Show>
  );
}

function Row(props: { readonly check: Check }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const text = (): string => say.say(props.check.message);
  return (
    <li class={own["check"]} data-check={props.check.code} data-verdict={props.check.verdict}>
      <Icon icon={icons[props.check.verdict]} size="small" />
      <span class={own["checkText"]}>
        <span class={own["verdict"]}>{say.word(`screen.filing.check.${props.check.verdict}`)}</span> {text()}
        <Provisions of={props.check.basis} folded />
      </span>
      <Show when={props.check.verdict !== "ok" && props.check.fix}>
        {(fix) => (
          <Button
            aria-label={`${fixWord(say, fix())}：${text()}`}
            onClick={() => desk.exec("case.ask", { caseId: live.caseId, ...fix() })}
          >
            {fixWord(say, fix())}
          </Button>
        )}
      </Show>
    </li>
  );
}

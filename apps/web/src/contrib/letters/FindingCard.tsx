/**
 * One finding under a sentence: what it is, why, and a button for each way out, the preferred first.
 *
 * 1. Fixes are commands of core with their data: a press runs one and can be undone.
 */
import { parseRef, type Fix, type Problem } from "@recourse/core";
import { Button, Icon, MenuButton } from "@recourse/ui";
import { BookOpen, CircleX, DoorOpen, FolderOpen, Info, Link2, TriangleAlert, type IconNode } from "lucide";
import { createMemo, createUniqueId, For, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "./FindingCard.module.css";
import { gapOf } from "./gap-of.ts";
import type { LetterLive } from "./letter-live.ts";
import { broughtIn } from "./pieces.ts";
import { sourceEntries } from "./source-entries.ts";

const ICONS: Readonly<Record<Problem["severity"], IconNode>> = { block: CircleX, warn: TriangleAlert, info: Info };
/** Units: characters of a new wording that a button shows. */
const SHOWN = 36;

/** The preferred way first; one that leaves something to fill in last, because it does not end the matter. */
function rankOf(fix: Fix): number {
  const next = fix.data["text"];
  if (typeof next === "string" && next.includes("〔")) return 2;
  return fix.preferred === true ? 0 : 1;
}

/** What a person has to fill in first has a form of its own; all others are done at once. */
const isAsked = ({ command }: Fix): boolean => command.endsWith(".add");

export interface FindingCardProps {
  readonly letter: LetterLive;
  readonly finding: Problem;
  /** The sentence as it reads; empty for findings about the whole letter. */
  readonly text: string;
  /** Hears that a fix was run, so that the focus can go back to the sentence. */
  readonly onFixed?: () => void;
}

export function FindingCard(props: FindingCardProps): JSX.Element {
  const { say, desk } = useServices();
  const what = createUniqueId();
  const fixes = createMemo(() => {
    // Composing brings nothing while the facts carry nothing new: then the way out is material.
    const useful = props.finding.fixes.filter((fix) => fix.command !== "draft.compose" || props.letter.stale());
    return useful.toSorted((a, b) => rankOf(a) - rankOf(b));
  });
  const gap = createMemo(() =>
    props.finding.code === "A2.part_missing" ? gapOf(props.letter, props.finding) : undefined,
  );
  const provision = createMemo(() => {
    const found = props.finding.message.refs.map((r) => parseRef(r)).find((r) => r.ok && r.value.kind === "provision");
    return found?.ok === true ? found.value.id : undefined;
  });
  const label = (fix: Fix): string => {
    const next = fix.data["text"];
    const plain = say.has(fix.title) ? say.word(fix.title) : say.word("screen.letter.changed");
    if (fix.command !== "sentence.rewrite" || typeof next !== "string") return plain;
    const brought = broughtIn(props.text, next);
    if (brought === "") return plain;
    const text = brought.length > SHOWN ? `${brought.slice(0, SHOWN)}…` : brought;
    return say.word("screen.letter.fix.change_to", { text });
  };
  const run = (fix: Fix): void => {
    if (isAsked(fix)) {
      desk.exec("case.ask", { caseId: props.letter.live.caseId, command: fix.command, data: fix.data });
      return;
    }
    if (props.letter.run(fix.command, fix.data, { said: "screen.letter.changed" })) props.onFixed?.();
  };
  return (
    <div
      class={styles["card"]}
      role="group"
      aria-labelledby={what}
      data-finding={props.finding.code}
      data-severity={props.finding.severity}
    >
      <p id={what} class={styles["what"]}>
        <span class={`${styles["severity"]} ${styles[props.finding.severity]}`}>
          <Icon icon={ICONS[props.finding.severity]} size="small" />
          {say.word(`screen.letter.severity.${props.finding.severity}`)}
        </span>
        {say.has(props.finding.message.code) ? say.say(props.finding.message) : props.finding.message.code}
      </p>
      <Show when={gap()}>{(lacking) => <p class={styles["gap"]}>{say.say(lacking())}</p>}</Show>
      <div class={styles["fixes"]}>
        <For each={fixes()}>
          {(fix, n) => (
            <Button
              tone={n() === 0 ? "solid" : "ghost"}
              data-fix=""
              aria-keyshortcuts={n() === 0 ? "Control+." : undefined}
              disabled={props.letter.live.readOnly()}
              onClick={() => run(fix)}
            >
              {label(fix)}
            </Button>
          )}
        </For>
        <Show when={gap()}>
          <Button
            tone="solid"
            icon={FolderOpen}
            data-fix=""
            onClick={() => desk.exec("case.open", { caseId: props.letter.live.caseId })}
          >
            {say.word("screen.letter.gap.open")}
          </Button>
        </Show>
        <Show when={provision()}>
          {(id) => (
            <Button tone="ghost" icon={BookOpen} data-fix="" onClick={() => desk.exec("rules.open", { id: id() })}>
              {say.word("screen.letter.fix.provision")}
            </Button>
          )}
        </Show>
        <Show when={props.finding.code === "X10.closed"}>
          <Button
            tone="solid"
            icon={DoorOpen}
            data-fix=""
            onClick={() => desk.exec("doors.open", { caseId: props.letter.live.caseId })}
          >
            {say.word("screen.paper.doors")}
          </Button>
        </Show>
        <Show when={props.finding.code === "A2.no_source"}>
          <MenuButton
            icon={Link2}
            label={say.word("screen.letter.source.add")}
            entries={sourceEntries(props.letter, props.finding.target, say)}
          />
        </Show>
      </div>
    </div>
  );
}

/**
 * The rules screen: one part at a time, chosen above; the version of the data at the foot.
 *
 * 1. Everything here is to read: nothing is put into a letter and nothing is filed.
 * 2. A part that was once in view stays mounted, so a search, a scroll and a half-written check are there on return.
 */
import { Icon, type ViewProps } from "@recourse/ui";
import { createMemo, For, Show, type JSX } from "solid-js";
import { Served, useSay } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import { ChannelsPart } from "./ChannelsPart.tsx";
import { CheckPart } from "./CheckPart.tsx";
import { LawPart } from "./LawPart.tsx";
import { PackFoot } from "./PackFoot.tsx";
import { partIcons } from "./part-icons.ts";
import { parts, type RulesPart } from "./place.ts";
import { InRules, useRules } from "./rules-desk.tsx";
import styles from "./RulesView.module.css";
import { TermsPart } from "./TermsPart.tsx";

export function RulesView(props: ViewProps<Services>): JSX.Element {
  return (
    <Served services={props.services}>
      <InRules>
        <Screen />
      </InRules>
    </Served>
  );
}

function Screen(): JSX.Element {
  const say = useSay();
  const { place, go } = useRules();
  /** A narrow screen gives its whole height to what is open. */
  const deep = (): boolean => place().provision !== undefined || place().channel !== undefined;
  return (
    <div class={styles["view"]} data-rules={place().part} data-deep={deep() ? "" : undefined}>
      <header class={styles["head"]}>
        <h1 class={styles["title"]}>{say.word("screen.rules")}</h1>
        <nav class={styles["nav"]} aria-label={say.word("screen.rules.parts")}>
          <For each={parts}>
            {(part) => (
              <button
                type="button"
                class={styles["part"]}
                aria-current={place().part === part ? "page" : undefined}
                onClick={() => go({ part })}
              >
                <Icon icon={partIcons[part]} />
                {say.word(`screen.rules.part.${part}`)}
              </button>
            )}
          </For>
        </nav>
      </header>
      <div class={styles["body"]}>
        <Kept part="law">
          <LawPart />
        </Kept>
        <Kept part="check">
          <CheckPart />
        </Kept>
        <Kept part="channels">
          <ChannelsPart />
        </Kept>
        <Kept part="terms">
          <TermsPart />
        </Kept>
      </div>
      <PackFoot />
    </div>
  );
}

/** A part, mounted from its first showing on. */
function Kept(props: { readonly part: RulesPart; readonly children: JSX.Element }): JSX.Element {
  const say = useSay();
  const { place } = useRules();
  const shown = (): boolean => place().part === props.part;
  const visited = createMemo((before: boolean) => before || shown(), false);
  return (
    <Show when={visited()}>
      <section class={styles["kept"]} hidden={!shown()} aria-label={say.word(`screen.rules.part.${props.part}`)}>
        {props.children}
      </section>
    </Show>
  );
}

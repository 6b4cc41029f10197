/** Why a door is shut, with the provision that says so, and what to press where it can be opened again (X8, X10, G5). */
import type { ChannelAssessment, ChannelCheck } from "@recourse/core";
import { Button, Icon } from "@recourse/ui";
import { Lock } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { fixWord } from "../../parts/fix-words.ts";
import { Lines } from "../../parts/Lines.tsx";
import styles from "../../parts/Page.module.css";
import { Provisions } from "../../parts/Provisions.tsx";
import { useCase, useServices } from "../../parts/served.tsx";

export interface ShutProps {
  readonly channel: Pick<ChannelAssessment, "reasons" | "blockedBy" | "checks">;
  /** Where the checks stand on the same page, they bring their own buttons. */
  readonly bare?: boolean;
}

export function Shut(props: ShutProps): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const fixes = createMemo((): readonly ChannelCheck[] =>
    props.bare ? [] : props.channel.checks.filter((c) => c.weight === "must" && c.verdict === "blocks" && c.fix),
  );
  return (
    <div class={styles["shut"]} data-blocked="">
      <Icon icon={Lock} size="small" />
      <div>
        <Lines of={props.channel.reasons} bare />
        <Provisions of={props.channel.blockedBy} />
        <Show when={fixes().length > 0}>
          <p class={styles["acts"]}>
            <For each={fixes()}>
              {(check) => (
                <Show when={check.fix}>
                  {(fix) => (
                    <Button
                      aria-label={`${fixWord(say, fix())}：${say.say(check.message)}`}
                      onClick={() => desk.exec("case.ask", { caseId: live.caseId, ...fix() })}
                    >
                      {fixWord(say, fix())}
                    </Button>
                  )}
                </Show>
              )}
            </For>
          </p>
        </Show>
      </div>
    </div>
  );
}

/**
 * What is to be known of a door before it is gone through, and the button that goes on (X8, X9, X16, L7).
 */
import { channelInputOf, stopWorksheet, type ChannelAssessment, type Message } from "@recourse/core";
import { Button } from "@recourse/ui";
import { createMemo, For, Show, type JSX } from "solid-js";
import { fixWord, type FixFacts } from "../../parts/fix-words.ts";
import { Lines } from "../../parts/Lines.tsx";
import { channelName } from "../../parts/channel-name.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import styles from "../../parts/Page.module.css";
import { ruleOf, shutsOthers } from "./door-facts.ts";
import { deedOf } from "./door-groups.ts";
import { Shut } from "./Shut.tsx";

export interface DoorBodyProps {
  readonly channel: ChannelAssessment;
  /** The one to look at: its button is the main one of the page. */
  readonly main?: boolean;
}

/** What is listed before the page of the filing lists all of it. */
const FIRST_GAPS = 3;

export function DoorBody(props: DoorBodyProps): JSX.Element {
  const { say, desk, pack, now } = useServices();
  const live = useCase();
  const rule = createMemo(() => ruleOf(pack, props.channel.id));
  const deed = createMemo(() => {
    const found = rule();
    return found === undefined ? "read" : deedOf(found);
  });
  const about = (): void => desk.exec("rules.open", { channel: props.channel.id });
  const act = (): void => {
    const { caseId } = live;
    if (deed() === "stop") desk.exec("stop.weigh", { caseId });
    else if (deed() === "file") desk.exec("filing.prepare", { caseId, channel: props.channel.id });
    else if (deed() === "letter") desk.exec("letter.open", { caseId, kind: rule()?.letter });
    else about();
  };
  /** Why stopping is looked at first, where it is (L7). */
  const because = createMemo((): readonly Message[] =>
    deed() === "stop" ? stopWorksheet(channelInputOf(pack, live.whole(), now())).because : [],
  );
  /** Where the door has no page of its own, what is good to have is said here. */
  const better = createMemo((): readonly Gap[] =>
    deed() !== "letter"
      ? []
      : props.channel.checks.flatMap(({ weight, verdict, fix, message }) =>
          weight !== "must" && verdict === "missing" && fix !== undefined ? [{ message, fix }] : [],
        ),
  );
  const can = (): boolean => props.channel.allowed || deed() === "stop" || props.channel.filing !== undefined;
  return (
    <div class={styles["body"]}>
      <Show when={props.channel.reasons.length > 0}>
        <Shut channel={props.channel} />
      </Show>
      <Show when={props.channel.allowed && props.channel.missing.length > 0}>
        <Gaps
          title={say.word("screen.doors.lacks", { n: props.channel.missing.length })}
          of={props.channel.missing}
          fixable={deed() !== "file"}
        />
      </Show>
      <Show when={props.channel.allowed && better().length > 0}>
        <Gaps title={say.word("screen.filing.better")} of={better()} fixable />
      </Show>
      <Show when={because().length > 0}>
        <section>
          <p class={styles["label"]}>{say.word("screen.stop.because")}</p>
          <Lines of={because()} />
        </section>
      </Show>
      <Show when={shutsOthers(props.channel).length > 0}>
        <section>
          <p class={styles["label"]}>{say.word("screen.doors.closes")}</p>
          <Lines of={shutsOthers(props.channel).map((shut) => shut.message)} />
        </section>
      </Show>
      <Show when={props.channel.warnings.length > 0}>
        <section>
          <p class={styles["label"]}>{say.word("screen.doors.know")}</p>
          <Lines of={props.channel.warnings} />
        </section>
      </Show>
      <Show when={props.channel.discloses.length > 0}>
        <section>
          <p class={styles["label"]}>{say.word("screen.doors.discloses")}</p>
          <Lines of={props.channel.discloses} />
        </section>
      </Show>
      <p class={styles["acts"]}>
        <Show when={can()}>
          <Button
            tone={props.main ? "solid" : "ghost"}
            aria-label={
              props.main
                ? undefined
                : say.word("screen.doors.deed.of", {
                    deed: say.word(`screen.doors.deed.${deed()}`),
                    channel: channelName(say, props.channel.id),
                  })
            }
            onClick={act}
          >
            {say.word(`screen.doors.deed.${deed()}`)}
          </Button>
        </Show>
        <Show when={deed() !== "read" || !can()}>
          <Button tone="plain" onClick={about}>
            {say.word("screen.doors.about")}
          </Button>
        </Show>
      </p>
    </div>
  );
}

interface Gap {
  readonly message: Message;
  readonly fix: FixFacts;
}

interface GapsProps {
  readonly title: string;
  readonly of: readonly Gap[];
  readonly fixable: boolean;
}

/** What is missing: to be put right here where the door has no page of its own. */
function Gaps(props: GapsProps): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const shown = (): readonly Gap[] => (props.fixable ? props.of : props.of.slice(0, FIRST_GAPS));
  return (
    <section>
      <p class={styles["label"]}>{props.title}</p>
      <ul class={styles["lines"]}>
        <For each={shown()}>
          {(gap) => (
            <li>
              {say.say(gap.message)}{" "}
              <Show when={props.fixable}>
                <Button
                  tone="plain"
                  aria-label={`${fixWord(say, gap.fix)}：${say.say(gap.message)}`}
                  onClick={() => desk.exec("case.ask", { caseId: live.caseId, ...gap.fix })}
                >
                  {fixWord(say, gap.fix)}
                </Button>
              </Show>
            </li>
          )}
        </For>
        <Show when={shown().length < props.of.length}>
          <li>{say.word("screen.doors.more_gaps", { n: props.of.length - shown().length })}</li>
        </Show>
      </ul>
    </section>
  );
}

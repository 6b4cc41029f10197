/**
 * One filing from its pre-flight to what became of it (X7–X10, X13–X15).
 *
 * 1. The checks are the decider's own: each says what holds, what is missing and where to put it right.
 * 2. The app hands nothing in: the person files, and says when and under which number.
 */
import type { FilingTrack } from "@recourse/core";
import { Chip, type ViewProps } from "@recourse/ui";
import { createMemo, For, Show, type JSX } from "solid-js";
import { rowClock } from "../../live/row-clock.ts";
import { CasePage } from "../../parts/CasePage.tsx";
import { channelName } from "../../parts/channel-name.ts";
import { ClockLine } from "../../parts/ClockLine.tsx";
import { BriefNotices } from "../../parts/BriefNotices.tsx";
import styles from "../../parts/Page.module.css";
import { PageHead } from "../../parts/PageHead.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import { TurnChip } from "../../parts/TurnChip.tsx";
import { When } from "../../parts/When.tsx";
import type { Services } from "../../services/services.ts";
import { AfterFiling } from "./AfterFiling.tsx";
import { BeforeFiling } from "./BeforeFiling.tsx";
import { statusWord } from "./door-facts.ts";

export function FilingView(props: ViewProps<Services>): JSX.Element {
  return <CasePage {...props}>{() => <Filing filing={props.arg?.split("/")[1]} />}</CasePage>;
}

function Filing(props: { readonly filing: string | undefined }): JSX.Element {
  const { say } = useServices();
  const live = useCase();
  const record = createMemo(() => live.record("filing", props.filing));
  const track = createMemo(() => live.filings().find((f) => f.filing === props.filing));
  const channel = createMemo(() => live.channels().find((c) => c.id === record()?.channel));
  return (
    <div class={styles["page"]} data-filing={props.filing}>
      <BriefNotices />
      <Show when={track()} fallback={<PageHead title={say.word("screen.filing.gone")} />}>
        {(found) => (
          <>
            <Head track={found()} />
            <Show when={found().status === "preparing"} fallback={<AfterFiling track={found()} />}>
              <Show when={channel()}>{(door) => <BeforeFiling track={found()} channel={door()} />}</Show>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}

function Head(props: { readonly track: FilingTrack }): JSX.Element {
  const { say } = useServices();
  const live = useCase();
  const clocks = createMemo(() => live.deadlines().filter((d) => props.track.deadlines.includes(d.id)));
  return (
    <PageHead title={channelName(say, props.track.channel)}>
      <p class={styles["chips"]}>
        <Chip tone="line">{statusWord(say, props.track.channel, props.track.status)}</Chip>
        <Show when={props.track.turn !== "none"}>
          <TurnChip turn={props.track.turn} />
        </Show>
        <Show when={props.track.since}>
          {(at) => (
            <span class={styles["text"]}>
              <When at={at()} form="full" />
            </span>
          )}
        </Show>
        <Show when={props.track.reference}>
          {(reference) => (
            <span class={styles["text"]}>{say.word("screen.reference", { reference: reference() })}</span>
          )}
        </Show>
      </p>
      <For each={clocks()}>
        {(deadline) => (
          <p class={styles["text"]}>
            <ClockLine form="text" clock={rowClock(live.whole(), deadline)} /> · {say.word(deadline.consequence)}
          </p>
        )}
      </For>
    </PageHead>
  );
}

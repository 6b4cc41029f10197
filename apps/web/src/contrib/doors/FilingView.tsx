/**
 * One filing from its pre-flight to what became of it (X7–X10, X13–X15).
 *
 * 1. The checks are the decider's own: each says what holds, what is missing and where to put it right.
 * 2. The app hands nothing in: the person files, and says when and under which number.
 */
import { isFormKind, type ChannelAssessment, type FilingTrack, type Id } from "@recourse/core";
import { Button, Chip, Icon, type ViewProps } from "@recourse/ui";
import { FileText, Flag, Lock, PackageOpen, PencilLine, Send } from "lucide";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { rowClock } from "../../live/row-clock.ts";
import { ClockLine } from "../../parts/ClockLine.tsx";
import { NoticeBar } from "../../parts/NoticeBar.tsx";
import { ProvisionChip } from "../../parts/ProvisionChip.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import { When } from "../../parts/When.tsx";
import type { Services } from "../../services/services.ts";
import { CasePage } from "./CasePage.tsx";
import { Checks } from "./Checks.tsx";
import { Lines } from "./DoorCard.tsx";
import { doorName } from "./door-words.ts";
import styles from "./Doors.module.css";
import { FormTable } from "./FormTable.tsx";
import { OutcomeDialog } from "./OutcomeDialog.tsx";
import { SubmitDialog } from "./SubmitDialog.tsx";

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
    <div class={styles["page"]} data-filing={props.filing} tabIndex={-1}>
      <NoticeBar notices={live.notices()} brief />
      <Show when={track()} fallback={<p class={styles["text"]}>{say.word("screen.filing.gone")}</p>}>
        {(found) => (
          <>
            <Head track={found()} />
            <Show when={found().status === "preparing"} fallback={<After track={found()} />}>
              <Show when={channel()}>{(door) => <Before track={found()} channel={door()} />}</Show>
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
  const suit = (): string => (props.track.channel === "small_claims" ? "suit." : "");
  return (
    <header class={styles["head"]}>
      <h1 class={styles["title"]}>{doorName(say, props.track.channel)}</h1>
      <p class={styles["chips"]}>
        <Chip tone="line">{say.word(`screen.filing.${suit()}${props.track.status}`)}</Chip>
        <Show when={props.track.since}>{(at) => <When at={at()} form="full" />}</Show>
        <Show when={props.track.reference}>
          {(reference) => <span>{say.word("screen.reference", { reference: reference() })}</span>}
        </Show>
      </p>
      <For each={clocks()}>
        {(deadline) => (
          <p class={styles["text"]}>
            <ClockLine form="text" clock={rowClock(live.whole(), deadline)} /> {say.word(deadline.consequence)}
          </p>
        )}
      </For>
    </header>
  );
}

/** What is to be done before it goes in. */
function Before(props: { readonly track: FilingTrack; readonly channel: ChannelAssessment }): JSX.Element {
  const { say, desk, pack } = useServices();
  const live = useCase();
  const [asking, setAsking] = createSignal(false);
  const rule = createMemo(() => pack.channels.items.find((c) => c.id === props.channel.id));
  const ask = (command: string, data: Readonly<Record<string, unknown>>): void =>
    desk.exec("case.ask", { caseId: live.caseId, command, data });
  const draft = createMemo(() => {
    const kind = rule()?.letter;
    return kind === undefined
      ? undefined
      : live.all("draft").find((d) => d.kind === kind && (d.filing ?? props.track.filing) === props.track.filing);
  });
  const write = (): void => {
    const there = draft();
    if (there !== undefined) desk.exec("letter.open", { caseId: live.caseId, draft: there.id });
    else ask("draft.start", { kind: rule()?.letter, filing: props.track.filing });
  };
  const held = (): boolean => !props.channel.allowed || (props.channel.oneShot && !props.channel.ready);
  return (
    <>
      <Show when={props.channel.reasons.length > 0}>
        <div class={styles["shut"]} data-blocked="">
          <Icon icon={Lock} size="small" />
          <div>
            <Lines of={props.channel.reasons} />
            <p class={styles["chips"]}>
              <For each={props.channel.blockedBy}>{(id) => <ProvisionChip id={id} />}</For>
            </p>
          </div>
        </div>
      </Show>
      <Checks checks={props.channel.checks} />
      <section class={styles["group"]}>
        <h2 class={styles["subtitle"]}>{say.word("screen.filing.step.know")}</h2>
        <Lines of={[...props.channel.closes.map((shut) => shut.message), ...props.channel.warnings]} />
        <h3 class={styles["label"]}>{say.word("screen.doors.discloses")}</h3>
        <Lines of={props.channel.discloses} />
      </section>
      <section class={styles["group"]}>
        <h2 class={styles["subtitle"]}>{say.word("screen.filing.step.papers")}</h2>
        <p class={styles["acts"]}>
          <Button icon={PencilLine} onClick={() => ask("filing.edit", { id: props.track.filing, ask: "authority" })}>
            {say.word("screen.filing.facts")}
          </Button>
          <Show when={rule()?.letter}>
            <Button icon={FileText} onClick={write}>
              {say.word("screen.filing.write", { kind: rule()?.letter ?? "" })}
            </Button>
          </Show>
          <Button
            icon={PackageOpen}
            onClick={() =>
              desk.exec("bundle.make", {
                caseId: live.caseId,
                profile: rule()?.redactionProfile,
                filing: props.track.filing,
              })
            }
          >
            {say.word("screen.filing.bundle")}
          </Button>
        </p>
        <Show when={formKindOf(rule()?.letter)}>
          {(kind) => <FormTable kind={kind()} filing={props.track.filing} draft={draft()?.id} />}
        </Show>
      </section>
      <section class={styles["group"]}>
        <h2 class={styles["subtitle"]}>{say.word("screen.filing.step.hand_in")}</h2>
        <p class={styles["text"]}>{say.word(held() ? "screen.filing.held" : "screen.filing.by_yourself")}</p>
        <p class={styles["acts"]}>
          <Button tone="solid" icon={Send} disabled={held()} onClick={() => setAsking(true)} data-submit="">
            {say.word("screen.filing.submitted_it")}
          </Button>
        </p>
      </section>
      <SubmitDialog filing={props.track.filing} open={asking()} onClose={() => setAsking(false)} />
    </>
  );
}

const formKindOf = (letter: string | undefined) => (letter !== undefined && isFormKind(letter) ? letter : undefined);

/** What came of it. */
function After(props: { readonly track: FilingTrack }): JSX.Element {
  const { say } = useServices();
  const [asking, setAsking] = createSignal(false);
  const open = (): boolean => props.track.status === "submitted" || props.track.status === "accepted";
  const filing = (): Id => props.track.filing;
  return (
    <section class={styles["group"]}>
      <h2 class={styles["subtitle"]}>{say.word("screen.filing.step.outcome")}</h2>
      <Show when={props.track.result}>
        {(result) => (
          <p>{say.has(`screen.filing.result.${result()}`) ? say.word(`screen.filing.result.${result()}`) : result()}</p>
        )}
      </Show>
      <Show when={props.track.ground}>
        {(ground) => <p>{say.word("screen.filing.ground", { ground: ground() })}</p>}
      </Show>
      <Show when={open()} fallback={<p class={styles["text"]}>{say.word("screen.filing.over")}</p>}>
        <p class={styles["text"]}>{say.word("screen.filing.waiting")}</p>
        <p class={styles["acts"]}>
          <Button tone="solid" icon={Flag} onClick={() => setAsking(true)} data-outcome="">
            {say.word("screen.filing.report")}
          </Button>
        </p>
        <OutcomeDialog filing={filing()} status={props.track.status} open={asking()} onClose={() => setAsking(false)} />
      </Show>
    </section>
  );
}

/** A filing that is being prepared: what is open, what to know, the papers, and handing it in by oneself (X7–X10). */
import { isFormKind, type ChannelAssessment, type FilingTrack, type FormKind } from "@recourse/core";
import { Button } from "@recourse/ui";
import { FileText, PackageOpen, PencilLine, Send } from "lucide";
import { createMemo, createSignal, Show, type JSX } from "solid-js";
import { Lines } from "../../parts/Lines.tsx";
import styles from "../../parts/Page.module.css";
import { useCase, useServices } from "../../parts/served.tsx";
import { Checks } from "./Checks.tsx";
import { ruleOf, shutsOthers } from "./door-facts.ts";
import { FormTable } from "./FormTable.tsx";
import { Shut } from "./Shut.tsx";
import { SubmitDialog } from "./SubmitDialog.tsx";

const formKindOf = (letter: string | undefined): FormKind | undefined =>
  letter !== undefined && isFormKind(letter) ? letter : undefined;

export function BeforeFiling(props: { readonly track: FilingTrack; readonly channel: ChannelAssessment }): JSX.Element {
  const { say, desk, pack } = useServices();
  const live = useCase();
  const [asking, setAsking] = createSignal(false);
  const rule = createMemo(() => ruleOf(pack, props.channel.id));
  const ask = (command: string, data: Readonly<Record<string, unknown>>): void =>
    desk.exec("case.ask", { caseId: live.caseId, command, data });
  const draft = createMemo(() => {
    const kind = rule()?.letter;
    return kind === undefined
      ? undefined
      : live.all("draft").find((d) => d.kind === kind && (d.filing ?? props.track.filing) === props.track.filing);
  });
  const write = (): void =>
    desk.exec("letter.open", { caseId: live.caseId, kind: rule()?.letter, filing: props.track.filing });
  const held = (): boolean => !props.channel.allowed || (props.channel.oneShot && !props.channel.ready);
  const known = () => [...shutsOthers(props.channel).map((shut) => shut.message), ...props.channel.warnings];
  return (
    <>
      <Show when={props.channel.reasons.length > 0}>
        <Shut channel={props.channel} bare />
      </Show>
      <Checks checks={props.channel.checks} />
      <section class={styles["group"]}>
        <h2 class={styles["subtitle"]}>{say.word("screen.filing.step.know")}</h2>
        <Show when={known().length > 0}>
          <Lines of={known()} />
        </Show>
        <Show when={props.channel.discloses.length > 0}>
          <h3 class={styles["label"]}>{say.word("screen.doors.discloses")}</h3>
          <Lines of={props.channel.discloses} />
        </Show>
      </section>
      <section class={styles["group"]}>
        <h2 class={styles["subtitle"]}>{say.word("screen.filing.step.papers")}</h2>
        <p class={styles["acts"]}>
          <Button icon={PencilLine} onClick={() => ask("filing.edit", { id: props.track.filing })}>
            {say.word("screen.filing.facts")}
          </Button>
          <Show when={rule()?.letter}>
            {(kind) => (
              <Button icon={FileText} onClick={write}>
                {say.word("screen.filing.write", { kind: kind() })}
              </Button>
            )}
          </Show>
          <Show when={rule()?.redactionProfile !== "none"}>
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
          </Show>
        </p>
        <Show when={formKindOf(rule()?.letter)}>
          {(kind) => <FormTable kind={kind()} filing={props.track.filing} draft={draft()?.id} />}
        </Show>
      </section>
      <section class={styles["group"]}>
        <h2 class={styles["subtitle"]}>{say.word("screen.filing.step.hand_in")}</h2>
        <p class={styles["text"]}>
          {say.word(
            !props.channel.allowed ? "screen.filing.shut" : held() ? "screen.filing.held" : "screen.filing.by_yourself",
          )}
        </p>
        <p class={styles["acts"]}>
          <Button tone="solid" icon={Send} disabled={held()} onClick={() => setAsking(true)} data-submit="">
            {say.word("screen.filing.submitted_it")}
          </Button>
          <Button tone="plain" onClick={() => desk.exec("rules.open", { channel: props.channel.id })}>
            {say.word("screen.filing.where")}
          </Button>
        </p>
      </section>
      <SubmitDialog filing={props.track.filing} open={asking()} onClose={() => setAsking(false)} />
    </>
  );
}

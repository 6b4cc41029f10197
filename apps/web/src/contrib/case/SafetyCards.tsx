/** Cards to be read before anything else, as one line each; the screen in big type is a press away (G1–G6). */
import { parseRef, type SafetyCard } from "@recourse/core";
import { Button, Icon } from "@recourse/ui";
import { HeartHandshake, OctagonAlert, ShieldCheck, TriangleAlert } from "lucide";
import { For, Show, type JSX } from "solid-js";
import styles from "../../parts/NoticeBar.module.css";
import { useCase, useServices } from "../../parts/served.tsx";

const icons = { stop: OctagonAlert, warn: TriangleAlert, quiet: ShieldCheck } as const;
const looks = { stop: "stop", warn: "stand", quiet: "ask" } as const;

/** The message in which danger was heard: whether it is one is asked right away. */
const heardIn = ({ code, refs }: SafetyCard): string | undefined =>
  code !== "G1.heard"
    ? undefined
    : refs
        .map((at) => parseRef(at))
        .flatMap((read) => (read.ok && read.value.kind === "communication" ? [read.value.id] : []))[0];

export function SafetyCards(): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  // Those with a notice of their own already stand above.
  const cards = () => live.safety().filter((card) => card.code !== "G5.minor" && card.code !== "L6.business");
  const look = (card: SafetyCard): void => {
    const { caseId } = live;
    const communication = heardIn(card);
    if (communication === undefined) desk.exec("safety.open", { caseId });
    else desk.exec("reply.add", { caseId, communication });
  };
  return (
    <Show when={cards().length > 0}>
      <div class={styles["bar"]} data-safety-cards="">
        <For each={cards()}>
          {(card) => (
            <div class={`${styles["box"]} ${styles[looks[card.severity]]}`} role="note">
              <Icon icon={card.code === "G6.pause" ? HeartHandshake : icons[card.severity]} />
              <p>{say.say(card.title)}</p>
              <Button aria-label={`${say.word("screen.step.read")}：${say.say(card.title)}`} onClick={() => look(card)}>
                {say.word("screen.step.read")}
              </Button>
            </div>
          )}
        </For>
      </div>
    </Show>
  );
}

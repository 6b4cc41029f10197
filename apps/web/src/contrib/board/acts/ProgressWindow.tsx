/** What became of a filing: accepted, refused, ended, withdrawn; when, and what they say. */
import { Button, Dialog, Icon } from "@recourse/ui";
import { ArrowLeft, ArrowRight } from "lucide";
import { createSignal, For, onMount, Show, type JSX } from "solid-js";
import type { RowFiling } from "../../../live/board-row.ts";
import { cards } from "../../../live/row-focus.ts";
import { progressOf, type Progress } from "../../../live/row-move.ts";
import { channelName } from "../../../parts/channel-name.ts";
import { useServices } from "../../../parts/served.tsx";
import type { CaseLive } from "../../../services/services.ts";
import { acting, type Act } from "./acting.ts";
import styles from "./Acts.module.css";
import { recordProgress, type StepFacts } from "./record-step.ts";
import { StepForm, type StepField } from "./StepForm.tsx";

const fieldsOf: Readonly<Record<Progress, readonly StepField[]>> = {
  accepted: ["reference"],
  refused: ["ground"],
  ended: ["result"],
  withdrawn: [],
  docketed: ["reference"],
  suit_ended: ["result"],
};
const RESULTS = ["agreed", "failed", "withdrawn"] as const;

export function ProgressWindow(props: { readonly act: Extract<Act, { is: "progress" }> }): JSX.Element {
  const { say, cases } = useServices();
  const filing = (live: CaseLive): RowFiling | undefined =>
    live.row().filings.find((each) => each.id === props.act.filing);
  const title = (): string => {
    const row = cases.book.row(props.act.caseId);
    const found = row?.filings.find((each) => each.id === props.act.filing);
    const channel = found === undefined ? "" : channelName(say, found.channel);
    return say.word("screen.track.of", { channel, title: row?.title ?? "" });
  };
  return (
    <Dialog open={true} title={title()} closeLabel={say.word("screen.case.close")} onClose={acting.end}>
      <Show when={cases.live(props.act.caseId)} keyed fallback={<p role="status">{say.word("screen.case.opening")}</p>}>
        {(live) => (
          <Show
            when={!live.readOnly() && filing(live)}
            keyed
            fallback={<p>{say.word("screen.move.cannot.read_only")}</p>}
          >
            {(found) => <Choose live={live} filing={found} />}
          </Show>
        )}
      </Show>
    </Dialog>
  );
}

function Choose(props: { readonly live: CaseLive; readonly filing: RowFiling }): JSX.Element {
  const services = useServices();
  const { say, desk } = services;
  const { live, filing } = props;
  const all = progressOf(filing);
  const [chosen, setChosen] = createSignal<Progress>();
  const go = (progress: Progress, facts: StepFacts): void => {
    const undo = recordProgress(services, live, filing, progress, facts);
    if (undo === undefined) return;
    acting.end();
    const text = say.word(`screen.progress.recorded.${progress}`, { channel: channelName(say, filing.channel) });
    desk.announce(text);
    desk.toast({ text, action: { label: say.word("screen.undo"), run: undo } });
    queueMicrotask(cards.back);
  };
  let list: HTMLUListElement | undefined;
  onMount(() => list?.querySelector("button")?.focus());
  const Offer = (): JSX.Element => (
    <Show when={all.length > 0} fallback={<p>{say.word("screen.progress.over")}</p>}>
      <ul ref={(element) => (list = element)} class={styles["targets"]}>
        <For each={all}>
          {(progress) => (
            <li>
              <button
                type="button"
                class={styles["target"]}
                data-progress={progress}
                onClick={() => setChosen(progress)}
              >
                <span class={styles["mark"]}>
                  <Icon icon={ArrowRight} />
                </span>
                <b>{say.word(`screen.progress.${progress}`)}</b>
                <small>{say.word(`screen.progress.${progress}.more`)}</small>
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
  return (
    <Show when={chosen()} keyed fallback={<Offer />}>
      {(progress) => (
        <div class={styles["body"]}>
          <p class={styles["lead"]}>{say.word(`screen.progress.${progress}.more`)}</p>
          <StepForm
            fields={fieldsOf[progress]}
            needed={progress === "ended" ? ["result"] : []}
            choices={
              progress === "ended"
                ? { result: RESULTS.map((value) => ({ value, label: say.word(`screen.progress.result.${value}`) })) }
                : {}
            }
            go={say.word("screen.move.do")}
            other={
              <Button icon={ArrowLeft} onClick={() => setChosen(undefined)}>
                {say.word("screen.progress.other")}
              </Button>
            }
            onGo={(facts) => go(progress, facts)}
            onCancel={acting.end}
          />
        </div>
      )}
    </Show>
  );
}

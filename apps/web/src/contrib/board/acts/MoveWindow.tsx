/**
 * “移动到…”: where a card can go, what each column records, and the small form for it.
 *
 * 1. A round follows from what happened: nothing is moved without its record, and what cannot be recorded says why (X2).
 * 2. Going back takes the newest record back; before, it is said where the card will stand then.
 */
import type { Round } from "@recourse/core";
import { Button, Dialog, Icon } from "@recourse/ui";
import { shortMoment } from "@recourse/words";
import { ArrowLeft, ArrowRight, Ban, MapPin, Undo2, type IconNode } from "lucide";
import { createMemo, createSignal, For, Match, onMount, Show, Switch, type JSX } from "solid-js";
import { columnOf, ROUNDS } from "../../../live/board-cards.ts";
import { cards } from "../../../live/row-focus.ts";
import { moveTo, type Move, type Step } from "../../../live/row-move.ts";
import { perform } from "../../../parts/perform.ts";
import { useServices } from "../../../parts/served.tsx";
import type { CaseLive } from "../../../services/services.ts";
import { lastWords, moveWords } from "../move-words.ts";
import { acting, type Act } from "./acting.ts";
import styles from "./Acts.module.css";
import { afterBack } from "./after-back.ts";
import { channelChoices } from "./channel-choices.ts";
import { recordStep, type StepFacts } from "./record-step.ts";
import { StepForm, type StepField } from "./StepForm.tsx";

const fieldsOf: Readonly<Record<Step, readonly StepField[]>> = {
  application: ["channel", "periodHours"],
  reminder1: ["channel", "periodHours"],
  reminder2: ["channel", "periodHours"],
  filing: ["channel", "reference"],
  refund: ["amountFen"],
};
const neededOf: Readonly<Record<Step, readonly StepField[]>> = {
  application: ["channel"],
  reminder1: ["channel"],
  reminder2: ["channel"],
  filing: ["channel"],
  refund: ["amountFen"],
};

export function MoveWindow(props: { readonly act: Extract<Act, { is: "move" }> }): JSX.Element {
  const { say, cases } = useServices();
  const [to, setTo] = createSignal<Round | undefined>(props.act.to);
  const title = (): string => {
    const name = cases.book.row(props.act.caseId)?.title ?? "";
    const round = to();
    return round === undefined
      ? say.word("screen.move.title", { title: name })
      : say.word("screen.move.title.to", { title: name, round });
  };
  return (
    <Dialog open={true} title={title()} closeLabel={say.word("screen.case.close")} onClose={acting.end}>
      <Show when={cases.live(props.act.caseId)} keyed fallback={<p role="status">{say.word("screen.case.opening")}</p>}>
        {(live) => (
          <Show when={!live.readOnly()} fallback={<p>{say.word("screen.move.cannot.read_only")}</p>}>
            <Show when={to()} keyed fallback={<Targets live={live} onTo={setTo} />}>
              {(round) => <Target live={live} to={round} onBack={() => setTo(undefined)} />}
            </Show>
          </Show>
        )}
      </Show>
    </Dialog>
  );
}

const signs: Readonly<Record<Move["is"], IconNode>> = { record: ArrowRight, back: Undo2, cannot: Ban };

/** All columns, each with what going there records. */
function Targets(props: { readonly live: CaseLive; onTo(to: Round): void }): JSX.Element {
  const services = useServices();
  const { say } = services;
  const here = (): Round => columnOf(props.live.row());
  let list!: HTMLUListElement;
  // The likeliest first: what leads on, else what is possible at all.
  onMount(() =>
    (
      list.querySelector<HTMLElement>("[data-move=record]") ?? list.querySelector<HTMLElement>("[data-move=back]")
    )?.focus(),
  );
  const step = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    const all = [...list.querySelectorAll<HTMLElement>("button")];
    all[(all.findIndex((each) => each === document.activeElement) + by + all.length) % all.length]?.focus();
    event.preventDefault();
  };
  return (
    <ul ref={list} class={styles["targets"]} onKeyDown={step}>
      <For each={ROUNDS}>
        {(round) => {
          const move = createMemo(() => moveTo(props.live.row(), round));
          const cannot = (): boolean => move().is === "cannot";
          return (
            <li>
              <button
                type="button"
                class={styles["target"]}
                data-move-to={round}
                data-move={move().is}
                aria-disabled={cannot() ? "true" : undefined}
                aria-current={here() === round ? "true" : undefined}
                onClick={() => {
                  if (!cannot()) props.onTo(round);
                }}
              >
                <span class={styles["mark"]}>
                  <Icon icon={here() === round && cannot() ? MapPin : signs[move().is]} />
                </span>
                <b>{say.word(`round.${round}`)}</b>
                <small>{moveWords(services, props.live.row(), round, move())}</small>
              </button>
            </li>
          );
        }}
      </For>
    </ul>
  );
}

/** One column: its form, what would be taken back, or why it cannot be. */
function Target(props: { readonly live: CaseLive; readonly to: Round; onBack(): void }): JSX.Element {
  const services = useServices();
  const { say } = services;
  // Read once: a window does not change under the hands that fill it in.
  const move = moveTo(props.live.row(), props.to);
  const Other = (): JSX.Element => (
    <Button icon={ArrowLeft} onClick={() => props.onBack()}>
      {say.word("screen.move.other")}
    </Button>
  );
  return (
    <Switch>
      <Match when={move.is === "record" && move}>
        {(found) => <Record live={props.live} step={found().step} other={<Other />} />}
      </Match>
      <Match when={move.is === "back" && move}>
        {(found) => <Back live={props.live} event={found().event} to={props.to} other={<Other />} />}
      </Match>
      <Match when={move.is === "cannot" && move}>
        {(found) => (
          <div class={styles["body"]}>
            <p>{say.word(`screen.move.cannot.${found().why}`)}</p>
            <div class={styles["foot"]}>
              <Other />
            </div>
          </div>
        )}
      </Match>
    </Switch>
  );
}

/** Says where the card stands now, to the eye and to screen readers, with the way back. */
function told(services: ReturnType<typeof useServices>, live: CaseLive, text: string, undo: () => void): void {
  const { say, desk } = services;
  acting.end();
  const row = live.row();
  desk.announce(say.word("screen.move.done", { title: row.title, round: columnOf(row), turn: row.turn }));
  desk.toast({
    text,
    action: {
      label: say.word("screen.undo"),
      run: () => {
        undo();
        desk.announce(say.word("screen.move.undone", { title: row.title, round: columnOf(live.row()) }));
        // After the toast has given the focus back to a place that may be gone.
        queueMicrotask(cards.back);
      },
    },
  });
  // After the window has given the focus back: the card may stand in another column now.
  queueMicrotask(cards.back);
}

function Record(props: { readonly live: CaseLive; readonly step: Step; readonly other: JSX.Element }): JSX.Element {
  const services = useServices();
  const { say, desk, pack } = services;
  const { live, step } = props;
  const letter = step === "application" || step === "reminder1" || step === "reminder2" ? step : undefined;
  const draft = createMemo(() => live.all("draft").find((each) => each.kind === letter));
  const write = (): void => {
    acting.end();
    const found = draft();
    if (found !== undefined) desk.exec("letter.open", { caseId: live.caseId, draft: found.id });
    else desk.exec("case.ask", { caseId: live.caseId, command: "draft.start", data: { kind: letter } });
  };
  const go = (facts: StepFacts): void => {
    const undo = recordStep(services, live, step, facts);
    if (undo !== undefined) told(services, live, say.word(`screen.move.recorded.${step}`), undo);
  };
  return (
    <div class={styles["body"]}>
      <p class={styles["lead"]}>{say.word(`screen.move.record.${step}`)}</p>
      <Show when={letter !== undefined}>
        <p>
          <Button onClick={write}>{say.word(draft() === undefined ? "screen.move.write" : "screen.move.send")}</Button>
        </p>
      </Show>
      <Show when={step === "filing"}>
        <p>
          <Button
            onClick={() => {
              acting.end();
              desk.exec("doors.open", { caseId: live.caseId });
            }}
          >
            {say.word("screen.move.doors")}
          </Button>
        </p>
      </Show>
      <Show when={step === "refund"}>
        <p>
          <Button
            onClick={() => {
              acting.end();
              desk.exec("case.ask", { caseId: live.caseId, command: "inbox.add", data: { material: "支付凭证" } });
            }}
          >
            {say.word("screen.move.bill")}
          </Button>
        </p>
      </Show>
      <StepForm
        fields={fieldsOf[step]}
        needed={neededOf[step]}
        choices={{ channel: channelChoices(say, pack, live, step === "filing" ? "filing" : "talk") }}
        first={{ channel: live.row().channel }}
        go={say.word("screen.move.do")}
        other={props.other}
        onGo={go}
        onCancel={acting.end}
      />
    </div>
  );
}

function Back(props: {
  readonly live: CaseLive;
  readonly event: string;
  readonly to: Round;
  readonly other: JSX.Element;
}): JSX.Element {
  const services = useServices();
  const { say, pack, now } = services;
  const { live } = props;
  const row = live.row();
  const after = afterBack(live.whole(), props.event, pack, now());
  const go = (): void => {
    const done = perform(services, live, "event.retract", { of: props.event });
    const [retraction] = done?.made ?? [];
    if (retraction === undefined) return;
    // Taking the retraction back makes what it took back stand again.
    const undo = (): void => void perform(services, live, "event.retract", { of: retraction });
    told(services, live, say.word("screen.move.taken_back", { what: lastWords(say, row) }), undo);
  };
  return (
    <div class={styles["body"]}>
      <p>
        {say.word("screen.move.back.what", {
          what: lastWords(say, row),
          at: row.last === undefined ? "" : shortMoment(row.last.at),
        })}
      </p>
      <p class={styles["lead"]}>
        {say.word(after === props.to ? "screen.move.back.lands" : "screen.move.back.elsewhere", {
          round: after,
          wanted: props.to,
        })}
      </p>
      <div class={styles["foot"]}>
        {props.other}
        <Button onClick={acting.end}>{say.word("screen.case.cancel")}</Button>
        <Button tone="solid" autofocus icon={Undo2} data-take-back="" onClick={go}>
          {say.word("screen.move.back.do")}
        </Button>
      </div>
    </div>
  );
}

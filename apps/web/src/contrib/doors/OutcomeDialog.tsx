/** “有结果了”: what they decided, when, and why (X1). */
import type { FilingTrack } from "@recourse/core";
import { Button, Dialog, Field, Icon } from "@recourse/ui";
import { TriangleAlert } from "lucide";
import { createSignal, Show, type JSX } from "solid-js";
import { createMoment, MomentField } from "../../parts/MomentField.tsx";
import { OneIn } from "../../parts/OneIn.tsx";
import { OneOf } from "../../parts/OneOf.tsx";
import { perform } from "../../parts/perform.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import styles from "../../parts/Page.module.css";
import { ruleOf } from "./door-facts.ts";

const results = ["agreed", "failed", "judged"] as const;
type Result = (typeof results)[number];
const kinds = ["accepted", "refused", "ended", "withdrawn"] as const;
type What = (typeof kinds)[number];

export interface OutcomeDialogProps {
  readonly track: FilingTrack;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function OutcomeDialog(props: OutcomeDialogProps): JSX.Element {
  const { say } = useServices();
  return (
    <Dialog
      open={props.open}
      title={say.word("screen.filing.report")}
      closeLabel={say.word("screen.letter.close")}
      onClose={() => props.onClose()}
    >
      <OutcomeForm track={props.track} onDone={() => props.onClose()} />
    </Dialog>
  );
}

function OutcomeForm(props: { readonly track: FilingTrack; readonly onDone: () => void }): JSX.Element {
  const services = useServices();
  const { say, now, desk, pack } = services;
  const live = useCase();
  const isSuit = (): boolean => ruleOf(pack, props.track.channel)?.kind === "court";
  const offered = (): readonly What[] =>
    kinds.filter((kind) => kind !== "accepted" || props.track.status === "submitted");
  const [what, setWhat] = createSignal<What>();
  const [result, setResult] = createSignal<Result>("failed");
  const [reference, setReference] = createSignal("");
  const [ground, setGround] = createSignal("");
  const [tried, setTried] = createSignal(false);
  const at = createMoment(now);
  const submit = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    const when = at.moment();
    const kind = what();
    if (when === undefined || kind === undefined) return;
    const done = perform(services, live, "filing.report", {
      filing: props.track.filing,
      at: when,
      what: kind,
      ...(reference().trim() === "" ? {} : { reference: reference().trim() }),
      ...(kind === "refused" && ground().trim() !== "" ? { ground: ground().trim() } : {}),
      ...(kind === "ended" ? { result: result() } : {}),
    });
    if (done === undefined) return;
    desk.announce(say.word("screen.filing.recorded"));
    props.onDone();
  };
  return (
    <form class={styles["form"]} noValidate onSubmit={submit}>
      <OneOf
        name="what"
        legend={say.word("screen.filing.outcome.what")}
        options={offered().map((value) => ({
          value,
          label: say.word(`screen.filing.outcome.${isSuit() ? "suit." : ""}${value}`),
        }))}
        value={what()}
        onChoose={setWhat}
        error={tried() && what() === undefined ? say.word("screen.reply.as.needed") : undefined}
      />
      <Show when={what() === "withdrawn"}>
        <p class={styles["lacks"]}>
          <Icon icon={TriangleAlert} size="small" /> {say.word("screen.filing.outcome.withdrawn.note")}
        </p>
      </Show>
      <Show when={what() === "ended"}>
        <OneIn
          label={say.word("screen.filing.outcome.result")}
          options={results
            .filter((value) => value !== "judged" || isSuit())
            .map((value) => ({ value, label: say.word(`screen.filing.result.${value}`) }))}
          value={result()}
          onChoose={setResult}
        />
      </Show>
      <Show when={what() === "refused"}>
        <Field label={say.word("screen.filing.outcome.ground")} hint={say.word("screen.filing.outcome.ground.hint")}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              value={ground()}
              onInput={(event) => setGround(event.currentTarget.value)}
            />
          )}
        </Field>
      </Show>
      <MomentField label={say.word("screen.filing.outcome.at")} input={at} tried={tried()} />
      <Show when={what() === "accepted"}>
        <Field label={say.word("screen.filing.reference")} hint={say.word("screen.filing.reference.hint")}>
          {(control) => (
            <input
              {...control}
              type="text"
              autocomplete="off"
              value={reference()}
              onInput={(event) => setReference(event.currentTarget.value)}
            />
          )}
        </Field>
      </Show>
      <div class={styles["acts"]}>
        <Button tone="solid" type="submit" data-confirm-outcome="">
          {say.word("screen.filing.record")}
        </Button>
        <Button onClick={() => props.onDone()}>{say.word("screen.letter.cancel")}</Button>
      </div>
    </form>
  );
}

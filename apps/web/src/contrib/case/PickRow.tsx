/** Rows of a bill to choose the order from; the payee of the row becomes the other side where none is named (E11). */
import { Button } from "@recourse/ui";
import { createSignal, For, Show, type JSX } from "solid-js";
import { perform, refusal } from "../../parts/perform.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import { offerLine } from "../../parts/taken-words.ts";
import { TakenReport } from "../../parts/TakenReport.tsx";
import type { Offer, TakenFile } from "../../services/taken-file.ts";
import { FileProgress } from "./FileProgress.tsx";
import styles from "./forms/Form.module.css";

export interface PickRowProps {
  readonly files: readonly TakenFile[];
  /** Hears the name of what was bought. */
  onPicked(item: string): void;
  onDone(): void;
}

export function PickRow(props: PickRowProps): JSX.Element {
  const services = useServices();
  const { say, intake } = services;
  const live = useCase();
  const [picked, setPicked] = createSignal<Offer>();
  const [trouble, setTrouble] = createSignal("");
  const offers = (): readonly Offer[] =>
    props.files.flatMap((file) => file.offers.filter((offer) => offer.kind === "row"));
  const pick = async (offer: Offer): Promise<void> => {
    if (picked() !== undefined || offer.kind !== "row") return;
    const result = await intake.accept(live.caseId, offer);
    if (!result.ok) {
      setTrouble(refusal(say, result.error));
      return;
    }
    setPicked(offer);
    const { payee, toPerson, item } = offer.row;
    if (payee !== "" && !live.all("party").some((p) => p.role === "respondent"))
      perform(services, live, "party.add", {
        role: "respondent",
        name: payee,
        kind: toPerson ? "person" : "unknown",
        foundIn: "bill",
      });
    props.onPicked(item);
  };
  const waiting = (): readonly TakenFile[] => props.files.map((file) => ({ ...file, offers: [] }));
  return (
    <div class={styles["form"]}>
      <FileProgress />
      <TakenReport files={waiting()} />
      <Show when={offers().length > 0}>
        <p>{say.word("screen.new.pick")}</p>
        <div class={styles["rows"]} role="group" aria-label={say.word("screen.new.pick")}>
          <For each={offers()}>
            {(offer) => (
              <button
                type="button"
                aria-pressed={picked() === offer}
                disabled={picked() !== undefined && picked() !== offer}
                onClick={() => void pick(offer)}
              >
                {offerLine(say, offer)}
              </button>
            )}
          </For>
        </div>
      </Show>
      <div aria-live="polite">
        <Show when={picked()}>
          <p>{say.word("screen.new.picked")}</p>
        </Show>
        <Show when={trouble()}>
          <p class={styles["refused"]}>{trouble()}</p>
        </Show>
      </div>
      <div class={styles["foot"]}>
        <Button tone="solid" onClick={() => props.onDone()}>
          {say.word("screen.step.open")}
        </Button>
      </div>
    </div>
  );
}

/** Chooses an exhibit of the case, or takes a new file in right there and chooses it. */
import type { Id } from "@recourse/core";
import { createSignal, For, Show, type JSX } from "solid-js";
import { FileDrop } from "./FileDrop.tsx";
import { useCase, useExhibits, useServices } from "./served.tsx";
import { takeErrorText } from "./taken-words.ts";

export interface ExhibitPickerProps {
  /** Attributes of the field, spread onto the control. */
  readonly control: { readonly id: string; readonly class: string };
  readonly value: Id | undefined;
  /** Material type given to a new file. */
  readonly material?: string | undefined;
  onChoose(exhibit: Id | undefined): void;
}

export function ExhibitPicker(props: ExhibitPickerProps): JSX.Element {
  const { say, intake } = useServices();
  const live = useCase();
  const exhibits = useExhibits();
  const [trouble, setTrouble] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);
  const take = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    const taken = await intake.take(files, live.caseId, props.material);
    setBusy(false);
    const failed = taken.find((file) => file.error !== undefined);
    setTrouble(failed && takeErrorText(say, failed));
    const chosen = taken.find((file) => file.exhibitId !== undefined)?.exhibitId;
    if (chosen !== undefined) props.onChoose(chosen);
  };
  const label = (id: Id): string => {
    const exhibit = live.record("exhibit", id);
    return `${exhibits.numberOf(id) ?? ""} ${exhibit?.materialType ?? ""} · ${exhibit?.name ?? ""}`;
  };
  return (
    <>
      <select
        {...props.control}
        value={props.value ?? ""}
        onChange={(event) => props.onChoose(exhibits.ids().find((id) => id === event.currentTarget.value))}
      >
        <option value="">{say.word("screen.case.picker.none")}</option>
        <For each={exhibits.ids()}>
          {(id) => (
            <option value={id} selected={id === props.value}>
              {label(id)}
            </option>
          )}
        </For>
      </select>
      <FileDrop label={say.word("screen.case.picker.add")} busy={busy()} onFiles={(files) => void take(files)} />
      <div aria-live="polite">
        <Show when={trouble()}>{(text) => <p>{text()}</p>}</Show>
      </div>
    </>
  );
}

/** When something happened: day and time by the clock of Asia/Shanghai, not later than now. */
import { Field } from "@recourse/ui";
import type { Instant } from "@recourse/core";
import { createMemo, createSignal, type Accessor, type JSX } from "solid-js";
import { fromField, toField } from "./moment.ts";
import { useServices } from "./served.tsx";
import { typedValue } from "./typed-value.ts";

/** Units: characters of a field of day and time without seconds. */
const MINUTES = 16;

export interface MomentInput {
  readonly text: Accessor<string>;
  readonly type: (text: string) => void;
  /** Undefined where it is no time, or one that has not come yet. */
  readonly moment: Accessor<Instant | undefined>;
}

/** What is typed into the field, beginning with `start` or now. */
export function createMoment(now: Accessor<Instant>, start?: string): MomentInput {
  const begun = toField(start ?? now()).slice(0, MINUTES);
  const [text, setText] = createSignal(begun);
  const moment = createMemo(() => {
    // Untouched, the seconds of what it began with stay.
    const read = fromField(text() === begun && start !== undefined ? start : text());
    return read !== undefined && read <= now() ? read : undefined;
  });
  return { text, type: (typed) => setText(typed), moment };
}

export function MomentField(props: {
  readonly label: string;
  readonly input: MomentInput;
  /** Says what is wrong from the first try on. */
  readonly tried: boolean;
}): JSX.Element {
  const { say } = useServices();
  return (
    <Field
      label={props.label}
      error={props.tried && props.input.moment() === undefined ? say.word("screen.send.at.error") : ""}
    >
      {(control) => (
        <input
          {...control}
          type="datetime-local"
          ref={typedValue(() => props.input.text())}
          onInput={(event) => props.input.type(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

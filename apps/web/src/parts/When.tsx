/** A time in few words: how long ago, or the date; the exact moment on hover and for machines. */
import type { When as Moment } from "@recourse/core";
import { dateText, momentText, shortMoment } from "@recourse/words";
import { createMemo, type JSX } from "solid-js";
import { distance } from "./moment.ts";
import { useServices } from "./served.tsx";

export interface WhenProps {
  readonly at: Moment;
  /** `near`: "2 小时前" within a week; `short`: `05-04 14:20`; `full`: day and time. */
  readonly form?: "near" | "short" | "full";
}

export function When(props: WhenProps): JSX.Element {
  const { say, now } = useServices();
  const text = createMemo(() => {
    const { at, form } = props;
    if (form === "full") return momentText(at, say.lang());
    const far = form === "short" ? undefined : distance(at, now());
    if (far !== undefined) return say.word(far.code, far.args);
    return at.slice(0, 4) === now().slice(0, 4) || form === "short" ? shortMoment(at) : dateText(at, say.lang());
  });
  return (
    <time datetime={props.at} title={momentText(props.at, say.lang())}>
      {text()}
    </time>
  );
}

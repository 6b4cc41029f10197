/** What exactly a helper of this case will see, counted (P5): such an order tells of its buyer, too. */
import type { Kind } from "@recourse/core";
import { Icon } from "@recourse/ui";
import { CircleAlert } from "lucide";
import { createMemo, createUniqueId, For, Show, type JSX } from "solid-js";
import page from "../../parts/Page.module.css";
import { useSay } from "../../parts/served.tsx";
import type { CaseLive } from "../../services/services.ts";
import styles from "./Share.module.css";

/** In the order of how much they tell. */
const kinds = [
  "order",
  "payment",
  "exhibit",
  "reading",
  "communication",
  "party",
  "draft",
] as const satisfies readonly Kind[];

export interface WhatHelpersSeeProps {
  /** Undefined while the case closes and opens again: what was counted stays. */
  readonly live: CaseLive | undefined;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
  readonly error: string | undefined;
}

export function WhatHelpersSee(props: WhatHelpersSeeProps): JSX.Element {
  const say = useSay();
  const id = createUniqueId();
  const counted = createMemo<readonly { readonly kind: string; readonly n: number }[]>((before) => {
    const { live } = props;
    if (live === undefined) return before;
    return kinds.map((kind) => ({ kind, n: live.ids(kind).length })).filter(({ n }) => n > 0);
  }, []);
  return (
    <section class={styles["sees"]} aria-labelledby={`${id}-title`} data-sees="">
      <h2 id={`${id}-title`} class={page["subtitle"]}>
        {say.word("screen.share.engagement")}
      </h2>
      <ul class={page["lines"]}>
        <li>{say.word("screen.share.sees.bought")}</li>
        <For each={counted()}>{({ kind, n }) => <li>{say.word(`screen.share.sees.${kind}`, { n })}</li>}</For>
      </ul>
      <div>
        <label class={styles["tick"]}>
          <input
            type="checkbox"
            checked={props.ticked}
            aria-invalid={props.error === undefined ? undefined : "true"}
            aria-describedby={props.error === undefined ? undefined : `${id}-error`}
            onInput={(event) => props.onTick(event.currentTarget.checked)}
          />
          <span>{say.word("screen.share.sees.tick")}</span>
        </label>
        <div aria-live="polite">
          <Show when={props.error}>
            <p id={`${id}-error`} class={page["wrong"]}>
              <Icon icon={CircleAlert} size="small" /> {props.error}
            </p>
          </Show>
        </div>
      </div>
    </section>
  );
}

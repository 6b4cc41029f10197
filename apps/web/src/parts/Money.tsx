/** An amount: yuan with grouping and two decimals, figures in columns. In discreet mode it is not shown (P3). */
import { formatYuan, type Fen } from "@recourse/core";
import { Show, type JSX } from "solid-js";
import { useServices } from "./served.tsx";

/** `¥1,980.00`. */
export function yuan(fen: Fen): string {
  const [whole = "", decimals = "00"] = formatYuan(fen).split(".");
  return `¥${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${decimals}`;
}

/** What stands in the place of an amount that is not to be seen. */
const HIDDEN = "¥•••";

/** Amounts as this screen may show them. Tracked. */
export function useYuan(): (fen: Fen) => string {
  const { discreet } = useServices();
  return (fen) => (discreet.on() ? HIDDEN : yuan(fen));
}

export function Money(props: { readonly fen: Fen }): JSX.Element {
  const { discreet } = useServices();
  return (
    <Show when={!discreet.on()} fallback={HIDDEN}>
      <data value={formatYuan(props.fen)}>{yuan(props.fen)}</data>
    </Show>
  );
}

/** An amount: yuan with grouping and two decimals, figures in columns. */
import { formatYuan, type Fen } from "@recourse/core";
import type { JSX } from "solid-js";

/** `¥1,980.00`. */
export function yuan(fen: Fen): string {
  const [whole = "", decimals = "00"] = formatYuan(fen).split(".");
  return `¥${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${decimals}`;
}

export function Money(props: { readonly fen: Fen }): JSX.Element {
  return <data value={formatYuan(props.fen)}>{yuan(props.fen)}</data>;
}

/**
 * An icon drawn from lucide's node data. The data is a list of tags and attributes, so the SVG is built element by
 * element: no markup is parsed, which strict content policies forbid.
 */
import type { IconNode } from "lucide";
import { createRenderEffect, type JSX } from "solid-js";
import styles from "./Icon.module.css";

const SVG = "http://www.w3.org/2000/svg";

export interface IconProps {
  readonly icon: IconNode;
  /** Only where the icon stands alone and means something; beside a word it says nothing new and is hidden. */
  readonly label?: string;
  readonly size?: "small" | "usual" | "large";
}

export function Icon(props: IconProps): JSX.Element {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  createRenderEffect(() => {
    svg.setAttribute("class", `${styles["icon"]} ${styles[props.size ?? "usual"]}`);
  });
  createRenderEffect(() => {
    svg.replaceChildren(
      ...props.icon.map(([tag, attributes]) => {
        const part = document.createElementNS(SVG, tag);
        for (const [name, value] of Object.entries(attributes))
          if (value !== undefined) part.setAttribute(name, String(value));
        return part;
      }),
    );
  });
  createRenderEffect(() => {
    if (props.label === undefined) {
      svg.setAttribute("aria-hidden", "true");
      svg.removeAttribute("role");
      svg.removeAttribute("aria-label");
      return;
    }
    svg.removeAttribute("aria-hidden");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", props.label);
  });
  return svg;
}

/**
 * A border that can be moved: by pointer, by arrows, Home and End, and back to usual by a double press.
 * It is a focusable separator, so a screen reader hears its value.
 */
import type { JSX } from "solid-js";
import styles from "./Sash.module.css";

export interface SashProps {
  readonly label: string;
  /** Direction of the line itself. */
  readonly orientation: "vertical" | "horizontal";
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly usual: number;
  /** `-1` when moving right or down makes the value smaller. */
  readonly sign?: 1 | -1;
  /** Where it stands, for borders inside the editor area. */
  readonly place?: Readonly<Record<string, string>>;
  /** The value that a pointer at this place means. */
  fromPointer(event: PointerEvent): number;
  onChange(value: number): void;
}

export function Sash(props: SashProps): JSX.Element {
  const set = (value: number): void => props.onChange(Math.max(props.least, Math.min(props.most, value)));
  const key = (event: KeyboardEvent): void => {
    const sign = props.sign ?? 1;
    const to = {
      ArrowLeft: props.value - sign * props.step,
      ArrowUp: props.value - sign * props.step,
      ArrowRight: props.value + sign * props.step,
      ArrowDown: props.value + sign * props.step,
      Home: props.least,
      End: props.most,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    set(to);
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      class={`${styles["sash"]} ${styles[props.orientation]}`}
      style={{ ...props.place }}
      aria-label={props.label}
      aria-orientation={props.orientation}
      aria-valuenow={Math.round(props.value)}
      aria-valuemin={Math.round(props.least)}
      aria-valuemax={Math.round(props.most)}
      onKeyDown={key}
      onDblClick={() => set(props.usual)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) set(props.fromPointer(event));
      }}
    />
  );
}

/**
 * Speaks to screen readers without moving the focus. `createAnnouncer` is the service, `Announcer` its place on the page.
 *
 * Two regions take turns, so the same sentence twice is spoken twice.
 */
import { createSignal, type Accessor, type JSX } from "solid-js";
import styles from "./Announcer.module.css";

export interface Announcer {
  /** Says a finished sentence when the reader is free. */
  say(sentence: string): void;
  /** What the two regions hold. */
  readonly regions: Accessor<readonly [string, string]>;
}

/** Speaks to screen readers. Two regions take turns, because the same words twice in one region are not read again. */
export function createAnnouncer(): Announcer {
  const [regions, setRegions] = createSignal<readonly [string, string]>(["", ""]);
  return {
    regions,
    say: (sentence) => {
      setRegions(([first]) => (first === "" ? [sentence, ""] : ["", sentence]));
    },
  };
}

/** Where announcements are put; mounted once, never seen. */
export function AnnouncerRegion(props: { readonly announcer: Announcer }): JSX.Element {
  return (
    <div class={styles["hidden"]}>
      <div aria-live="polite">{props.announcer.regions()[0]}</div>
      <div aria-live="polite">{props.announcer.regions()[1]}</div>
    </div>
  );
}

/** Words for a screen reader beside something that is only seen. */
export function Spoken(props: { readonly children: JSX.Element }): JSX.Element {
  return <span class={styles["hidden"]}>{props.children}</span>;
}

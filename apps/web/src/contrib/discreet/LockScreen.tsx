/**
 * The cover of the quick lock: a blank sheet over everything, until somebody presses (P3).
 *
 * 1. It only covers: nothing is encrypted, and it does not pretend to be.
 * 2. What had the focus has it again afterwards.
 */
import { bindModal } from "@recourse/ui";
import { Show, type JSX } from "solid-js";
import { render } from "solid-js/web";
import type { Services } from "../../services/services.ts";
import styles from "./LockScreen.module.css";

function Cover(props: { readonly services: Services }): JSX.Element {
  const { say, discreet } = props.services;
  let sheet!: HTMLDialogElement;
  bindModal(
    () => sheet,
    () => true,
    () => discreet.unlock(),
  );
  return (
    <dialog
      ref={sheet}
      class={styles["cover"]}
      aria-label={say.word("screen.discreet.app")}
      data-covered=""
      onClick={() => discreet.unlock()}
      onKeyDown={(event) => {
        // A modifier alone is no press: the chord that covered may still be held.
        if (["Alt", "Control", "Shift", "Meta"].includes(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
        discreet.unlock();
      }}
    >
      <button type="button" class={styles["press"]} autofocus>
        {say.word("screen.discreet.covered")}
      </button>
    </dialog>
  );
}

/** Covers the page for as long as it is locked. Lives as long as the page. */
export function coverWhileLocked(services: Services): void {
  const host = document.createElement("div");
  document.body.append(host);
  render(
    () => (
      <Show when={services.discreet.locked()}>
        <Cover services={services} />
      </Show>
    ),
    host,
  );
}

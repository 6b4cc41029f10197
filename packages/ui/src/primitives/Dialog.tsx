/** Modal windows on the native dialog: `Dialog` in the middle, `Sheet` pulled up from the lower edge of a phone. */
import { X } from "lucide";
import { createUniqueId, Show, type JSX } from "solid-js";
import { IconButton } from "./Button.tsx";
import styles from "./Dialog.module.css";
import { bindModal } from "./modal.ts";

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Name of the button that closes, in the language of the moment. */
  readonly closeLabel: string;
  /** Asked by Escape, the close button and a press beside the window. */
  onClose(): void;
  /** Actions at the foot. */
  readonly footer?: JSX.Element;
  readonly children: JSX.Element;
}

function Window(props: DialogProps & { readonly kind: "dialog" | "sheet" }): JSX.Element {
  const title = createUniqueId();
  let element!: HTMLDialogElement;
  bindModal(
    () => element,
    () => props.open,
    () => props.onClose(),
  );
  return (
    <dialog ref={element} class={styles[props.kind]} aria-labelledby={title}>
      <Show when={props.open}>
        <header class={styles["head"]}>
          <h2 id={title} class={styles["title"]}>
            {props.title}
          </h2>
          <IconButton icon={X} label={props.closeLabel} onClick={() => props.onClose()} />
        </header>
        <div class={styles["body"]}>{props.children}</div>
        <Show when={props.footer}>
          <footer class={styles["foot"]}>{props.footer}</footer>
        </Show>
      </Show>
    </dialog>
  );
}

/** A window in the middle of the screen; on a phone it fills the lower part. */
export function Dialog(props: DialogProps): JSX.Element {
  return <Window {...props} kind="dialog" />;
}

/** A sheet at the lower edge. */
export function Sheet(props: DialogProps): JSX.Element {
  return <Window {...props} kind="sheet" />;
}

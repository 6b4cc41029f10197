/**
 * What was just done, with a way back. `createToasts` is the service, `ToastRegion` its place on the page.
 *
 * 1. One toast at a time: the newest replaces the one before.
 * 2. A toast with a way back stays while the pointer or the focus is on it, and long enough to be read and reached.
 * 3. When a toast that holds the focus goes, the focus returns to where it came from.
 */
import { X } from "lucide";
import { createSignal, Show, type Accessor, type JSX } from "solid-js";
import { Button, IconButton } from "./Button.tsx";
import { returnFocus } from "./modal.ts";
import styles from "./Toasts.module.css";

export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; run(): void };
}

/** Calls back later; returns the calling off. Units: milliseconds. */
export type Schedule = (run: () => void, after: number) => () => void;

/** The page's own timer. */
export const pageTimer: Schedule = (run, after) => {
  const timer = setTimeout(run, after);
  return () => {
    clearTimeout(timer);
  };
};

/** Units: milliseconds a toast stays, without and with a way back. */
const STAY = { plain: 5_000, action: 12_000 } as const;

export interface Toasts {
  readonly current: Accessor<Toast | undefined>;
  show(toast: Toast): void;
  dismiss(): void;
  /** Stops the clock while somebody is on the toast, and starts it anew afterwards. */
  hold(held: boolean): void;
}

/** One toast at a time, with a way back; it waits while it is looked at or focused. */
export function createToasts(schedule: Schedule = pageTimer): Toasts {
  const [current, setCurrent] = createSignal<Toast | undefined>(undefined);
  let callOff: (() => void) | undefined;
  const dismiss = (): void => {
    callOff?.();
    setCurrent(undefined);
  };
  const start = (toast: Toast): void => {
    callOff?.();
    callOff = schedule(dismiss, toast.action === undefined ? STAY.plain : STAY.action);
  };
  return {
    current,
    dismiss,
    show: (toast) => {
      setCurrent(toast);
      start(toast);
    },
    hold: (held) => {
      const toast = current();
      if (toast === undefined) return;
      if (held) callOff?.();
      else start(toast);
    },
  };
}

export interface ToastRegionProps {
  readonly toasts: Toasts;
  /** Name of the region. */
  readonly label: string;
  readonly closeLabel: string;
}

/** Where the toast appears. Focus returns to where it was when the toast goes. */
export function ToastRegion(props: ToastRegionProps): JSX.Element {
  let before: Element | null = null;
  const leave = (act: () => void): void => {
    act();
    returnFocus(before);
    before = null;
  };
  return (
    <section class={styles["region"]} aria-label={props.label} aria-live="polite">
      <Show when={props.toasts.current()}>
        {(toast) => (
          <div
            class={styles["toast"]}
            onPointerEnter={() => props.toasts.hold(true)}
            onPointerLeave={() => props.toasts.hold(false)}
            onFocusIn={(event) => {
              const inside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
              if (!inside && event.relatedTarget instanceof Element) before = event.relatedTarget;
              props.toasts.hold(true);
            }}
            onFocusOut={() => props.toasts.hold(false)}
          >
            <span class={styles["text"]}>{toast().text}</span>
            <Show when={toast().action}>
              {(action) => (
                <Button
                  tone="plain"
                  onClick={() => {
                    const { run } = action();
                    leave(() => {
                      props.toasts.dismiss();
                      run();
                    });
                  }}
                >
                  {action().label}
                </Button>
              )}
            </Show>
            <IconButton
              icon={X}
              size="small"
              label={props.closeLabel}
              onClick={() => leave(() => props.toasts.dismiss())}
            />
          </div>
        )}
      </Show>
    </section>
  );
}

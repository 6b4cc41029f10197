/**
 * A menu behind a button, on the native popover, with the keyboard of the ARIA menu button pattern.
 *
 * 1. Opening moves the focus to the first entry, by arrow up to the last; arrows, Home, End and first letters move it.
 * 2. Escape and choosing give the focus back to the button before the entry runs, so a command finds the place it was
 *    called from. A press elsewhere leaves the focus where it went.
 */
import { Ellipsis, type IconNode } from "lucide";
import { createSignal, createUniqueId, For, Show, type JSX } from "solid-js";
import { IconButton } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import styles from "./Menu.module.css";

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconNode;
  /** The key that does the same. */
  readonly keys?: string;
  readonly disabled?: boolean;
  /** Starts a new group above this entry. */
  readonly separated?: boolean;
  run(): void;
}

export interface MenuButtonProps {
  readonly label: string;
  readonly icon?: IconNode;
  readonly size?: "small" | "usual" | "touch";
  readonly entries: readonly MenuEntry[];
  readonly tabIndex?: number;
}

/** A button with a menu: arrow keys move, Esc returns focus to the button. */
export function MenuButton(props: MenuButtonProps): JSX.Element {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  let button!: HTMLSpanElement;
  let menu!: HTMLDivElement;
  const trigger = (): HTMLButtonElement | null => button.querySelector("button");
  const rows = (): readonly HTMLElement[] => [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];

  const place = (): void => {
    const box = button.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = menu;
    const left = Math.max(8, Math.min(box.right - width, innerWidth - width - 8));
    const below = box.bottom + 4;
    const top = below + height > innerHeight - 8 ? Math.max(8, box.top - 4 - height) : below;
    menu.style.setProperty("left", `${left}px`);
    menu.style.setProperty("top", `${top}px`);
  };
  const show = (at: "first" | "last"): void => {
    setOpen(true);
    menu.showPopover();
    place();
    rows()
      .at(at === "first" ? 0 : -1)
      ?.focus();
  };
  const hide = (): void => {
    menu.hidePopover();
    trigger()?.focus({ preventScroll: true });
  };
  const move = (event: KeyboardEvent): void => {
    const all = rows();
    const at = all.findIndex((row) => row === document.activeElement);
    const letter = event.key.length === 1 ? event.key.toLowerCase() : undefined;
    const next =
      event.key === "ArrowDown"
        ? all[(at + 1) % all.length]
        : event.key === "ArrowUp"
          ? all.at(at <= 0 ? -1 : at - 1)
          : event.key === "Home"
            ? all[0]
            : event.key === "End"
              ? all.at(-1)
              : letter !== undefined && letter !== " "
                ? [...all.slice(at + 1), ...all].find((row) => row.dataset["label"]?.toLowerCase().startsWith(letter))
                : undefined;
    if (next !== undefined) {
      event.preventDefault();
      next.focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      hide();
    }
    // What happens in a menu is no key of the workbench.
    event.stopPropagation();
  };
  return (
    <>
      <span ref={button} class={styles["anchor"]}>
        <IconButton
          icon={props.icon ?? Ellipsis}
          label={props.label}
          size={props.size ?? "usual"}
          tabIndex={props.tabIndex}
          aria-haspopup="menu"
          aria-expanded={open()}
          aria-controls={open() ? id : undefined}
          onClick={() => (open() ? hide() : show("first"))}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
            event.preventDefault();
            show(event.key === "ArrowDown" ? "first" : "last");
          }}
        />
      </span>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        class={styles["menu"]}
        aria-label={props.label}
        onToggle={(event) => setOpen(event.newState === "open")}
        onKeyDown={move}
      >
        <Show when={open()}>
          <For each={props.entries}>
            {(entry) => (
              <>
                <Show when={entry.separated}>
                  <div role="separator" class={styles["line"]} />
                </Show>
                <button
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  class={styles["entry"]}
                  data-label={entry.label}
                  aria-disabled={entry.disabled ? "true" : undefined}
                  onClick={() => {
                    if (entry.disabled) return;
                    hide();
                    entry.run();
                  }}
                >
                  <span class={styles["mark"]}>
                    <Show when={entry.icon}>{(icon) => <Icon icon={icon()} />}</Show>
                  </span>
                  <span>{entry.label}</span>
                  <Show when={entry.keys}>
                    <kbd class={styles["keys"]}>{entry.keys}</kbd>
                  </Show>
                </button>
              </>
            )}
          </For>
        </Show>
      </div>
    </>
  );
}

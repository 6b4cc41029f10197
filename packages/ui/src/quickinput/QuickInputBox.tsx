/**
 * The box itself: a native modal dialog with a combobox over a listbox. No animation.
 *
 * 1. The focus stays in the input; the active row is named by aria-activedescendant.
 * 2. Escape closes and gives the focus back exactly where it was; picking does the same before the command runs.
 * 3. Keys of an input method's composition are not keys of the list.
 */
import { Search, X } from "lucide";
import { createEffect, createSignal, createUniqueId, For, on, Show, type JSX } from "solid-js";
import { IconButton } from "../primitives/Button.tsx";
import { Icon } from "../primitives/Icon.tsx";
import { bindModal } from "../primitives/modal.ts";
import type { Workbench } from "../workbench.ts";
import { marked } from "./fuzzy.ts";
import type { Hit } from "./provider.ts";
import type { QuickInput } from "./quick.ts";
import styles from "./QuickInput.module.css";

/** Rows that PageUp and PageDown pass. */
const PAGE = 8;

export function QuickInputBox(props: { readonly quick: QuickInput; readonly wb: Workbench }): JSX.Element {
  const id = createUniqueId();
  const [composing, setComposing] = createSignal(false);
  let dialog!: HTMLDialogElement;
  let input!: HTMLInputElement;
  let list!: HTMLUListElement;
  const rowId = (index: number): string => `${id}-${index}`;
  const count = (): number => props.quick.hits().length;
  bindModal(
    () => dialog,
    () => props.quick.isOpen(),
    () => props.quick.close(),
  );
  // The text is written from outside only when it differs, so typing never moves the caret.
  createEffect(() => {
    const text = props.quick.text();
    if (input.value !== text && !composing()) input.value = text;
  });
  createEffect(
    on([() => props.quick.isOpen(), () => props.quick.active()], ([open, active]) => {
      if (open) list.children[active]?.scrollIntoView({ block: "nearest" });
    }),
  );
  const pick = (index: number): void => {
    const call = props.quick.pick(index);
    if (call === undefined) {
      input.focus();
      return;
    }
    props.quick.close();
    void props.wb.exec(call.command, call.arg);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return;
    const last = count() - 1;
    const at = props.quick.active();
    const to = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + PAGE),
      PageUp: Math.max(0, at - PAGE),
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      props.quick.setActive(to);
    } else if (event.key === "Enter") {
      event.preventDefault();
      pick(at);
    } else if (/^F1$/.test(event.key)) {
      event.preventDefault();
      props.quick.setText(">");
    } else if ((event.ctrlKey || event.metaKey) && /^[kp]$/i.test(event.key)) {
      // The keys that opened the box would otherwise print or search in the browser.
      event.preventDefault();
      props.quick.setText(event.key.toLowerCase() === "k" ? ">" : "");
    }
  };
  const Row = (row: { readonly hit: Hit; readonly index: number }): JSX.Element => (
    <li
      id={rowId(row.index)}
      role="option"
      class={styles["row"]}
      aria-selected={props.quick.active() === row.index}
      aria-posinset={row.index + 1}
      aria-setsize={count()}
      onPointerMove={() => props.quick.setActive(row.index)}
      onClick={() => pick(row.index)}
    >
      <span class={styles["icon"]}>
        <Show when={row.hit.item.icon}>{(icon) => <Icon icon={icon()} />}</Show>
      </span>
      <span class={styles["label"]}>
        <For each={marked(row.hit.item.label, row.hit.ranges)}>
          {(part) => (part.hit ? <mark class={styles["mark"]}>{part.text}</mark> : part.text)}
        </For>
        <Show when={row.hit.item.detail}>
          <small class={styles["detail"]}>{row.hit.item.detail}</small>
        </Show>
      </span>
      <Show when={row.hit.item.aside}>
        <kbd class={styles["aside"]}>{row.hit.item.aside}</kbd>
      </Show>
    </li>
  );
  return (
    <dialog ref={dialog} class={styles["box"]} aria-label={props.wb.word("ui.quick.open")}>
      <div class={styles["line"]}>
        <Icon icon={Search} />
        <input
          ref={input}
          class={styles["input"]}
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="go"
          aria-autocomplete="list"
          aria-expanded={count() > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={count() > 0 ? rowId(props.quick.active()) : undefined}
          aria-label={props.wb.word("ui.quick.open")}
          placeholder={props.wb.word("ui.quick.placeholder")}
          onInput={(event) => props.quick.setText(event.currentTarget.value)}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onKeyDown={key}
        />
        <IconButton icon={X} label={props.wb.word("ui.close")} onClick={() => props.quick.close()} />
      </div>
      <ul
        ref={list}
        id={`${id}-list`}
        role="listbox"
        class={styles["list"]}
        aria-label={props.wb.word("ui.quick.results")}
        hidden={count() === 0}
      >
        <For each={props.quick.hits()}>{(hit, index) => <Row hit={hit} index={index()} />}</For>
      </ul>
      <p class={styles["state"]} role="status" data-empty={count() === 0 ? "" : undefined}>
        <Show when={props.quick.isOpen()}>
          {count() === 0 ? props.wb.word("ui.quick.none") : props.wb.word("ui.quick.count", { n: count() })}
        </Show>
      </p>
    </dialog>
  );
}

/**
 * The menu of a card: what features contributed to it, each with the key that does the same.
 *
 * 1. On a long board it is drawn with the card the pointer or the focus is on: hundreds of menus would cost more than the cards.
 */
import { MenuButton, useShell, type MenuEntry } from "@recourse/ui";
import { Show, type JSX } from "solid-js";
import { useServices } from "../parts/served.tsx";
import { cards, type CardRef } from "./row-focus.ts";
import styles from "./RowMenu.module.css";

/** A finger has nothing to point with before it presses. */
const FINGER = matchMedia("(hover: none)").matches;

export interface RowMenuProps {
  readonly card: CardRef;
  /** What it is the menu of. */
  readonly name: string;
  readonly entry: boolean;
  /** Seen even while the card is not in use. */
  readonly always?: boolean;
}

export function RowMenu(props: RowMenuProps): JSX.Element {
  const { say } = useServices();
  const { wb, phone } = useShell();
  const entries = (): readonly MenuEntry[] =>
    wb.menu("card").map(({ command, group, icon }, at, all): MenuEntry => {
      const known = wb.commands().get(command);
      const sign = icon ?? known?.icon;
      const keys = phone() ? undefined : wb.keyFor(command);
      return {
        id: command,
        label: wb.word(known?.title ?? command),
        ...(sign === undefined ? {} : { icon: sign }),
        ...(keys === undefined ? {} : { keys }),
        separated: at > 0 && all[at - 1]?.group !== group,
        // The menu has given the focus back by now: to its own button, which is no card.
        run: () => {
          cards.back();
          void wb.exec(command, props.card);
        },
      };
    });
  return (
    <Show when={(props.always || FINGER || phone() || cards.isTouched(props.card)) && wb.menu("card").length > 0}>
      <span class={`${styles["menu"]} ${props.always ? styles["always"] : ""}`}>
        <MenuButton
          size={phone() ? "usual" : "small"}
          label={say.word("screen.card.menu", { name: props.name })}
          tabIndex={props.entry ? 0 : -1}
          entries={entries()}
        />
      </span>
    </Show>
  );
}

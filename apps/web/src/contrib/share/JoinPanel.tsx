/**
 * One state of joining: a sign, what it is, what to do. Effects: moves the focus, speaks.
 *
 * 1. A state that comes by itself takes the place of a button that had the focus: the focus goes to the new heading, and the state is spoken.
 */
import { Icon } from "@recourse/ui";
import type { IconNode } from "lucide";
import {
  CircleCheck,
  CircleX,
  CloudCog,
  Download,
  Hourglass,
  Link2Off,
  PhoneCall,
  ShieldQuestionMark,
  TriangleAlert,
  WifiOff,
} from "lucide";
import { createEffect, on, Show, type JSX } from "solid-js";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import type { JoinState } from "../../services/sharing/sharing.ts";
import own from "./Join.module.css";
import styles from "./Share.module.css";

const icons: Readonly<Record<Exclude<JoinState["is"], "ready">, IconNode>> = {
  no_invite: Link2Off,
  calling: CloudCog,
  asking: Hourglass,
  comparing: PhoneCall,
  fetching: Download,
  joined: CircleCheck,
  refused: CircleX,
  closed: Link2Off,
  doubtful: ShieldQuestionMark,
  offline: WifiOff,
  unsupported: TriangleAlert,
};

export interface JoinPanelProps {
  readonly is: JoinState["is"];
  readonly text?: string;
  /** Something is under way. */
  readonly isWaiting?: boolean;
  readonly children: JSX.Element;
}

export function JoinPanel(props: JoinPanelProps): JSX.Element {
  const { say, desk } = useServices();
  const title = (): string => say.word(`screen.join.is.${props.is}`);
  let heading!: HTMLHeadingElement;
  createEffect(
    on(
      () => props.is,
      () => {
        desk.announce(props.text === undefined ? title() : `${title()} ${props.text}`);
        if (document.activeElement === null || document.activeElement === document.body) heading.focus();
      },
    ),
  );
  return (
    <section class={own["panel"]} data-state={props.is}>
      <h2 ref={heading} class={own["panelTitle"]} tabIndex={-1}>
        <Icon icon={props.is === "ready" ? Hourglass : icons[props.is]} size="large" />
        <span>{title()}</span>
      </h2>
      <Show when={props.text}>
        <p>{props.text}</p>
      </Show>
      <Show when={props.isWaiting}>
        <progress class={styles["bar"]} aria-label={title()} />
      </Show>
      <div class={page["group"]}>{props.children}</div>
    </section>
  );
}

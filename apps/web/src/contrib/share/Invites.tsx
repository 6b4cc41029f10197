/** Links that still work: to be looked at again, and stopped (JO3). */
import { Button, Icon } from "@recourse/ui";
import { CloudUpload, Link2, Link2Off, QrCode } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import type { InviteLine, SharedCase } from "../../services/sharing/sharing.ts";
import { tell } from "./share-acts.ts";
import styles from "./People.module.css";
import { steadyKeys } from "./steady.ts";

export interface InvitesProps {
  readonly of: SharedCase;
  readonly onShow: (invite: string) => void;
}

export function Invites(props: InvitesProps): JSX.Element {
  const services = useServices();
  const { say, now } = services;
  const open = createMemo(() => props.of.invites().filter(({ expiresAt, left }) => left > 0 && expiresAt > now()));
  const keys = steadyKeys(open, ({ id }) => id);
  const line = (id: string): InviteLine | undefined => open().find((each) => each.id === id);
  /** Another device of an owner answers links, too. */
  const hasOthers = (): boolean =>
    props.of.members().some(({ role, isMe, isRecovery }) => role === "owner" && !isMe && !isRecovery);
  const stop = (id: string): void => {
    props.of.revoke(id);
    const also = hasOthers() ? ` ${say.word("screen.share.invites.also")}` : "";
    tell(services, `${say.word("screen.share.invites.stopped")}${also}`);
  };
  return (
    <section class={page["group"]} data-invites="">
      <h2 class={page["subtitle"]}>{say.word("screen.share.invites")}</h2>
      <Show when={keys().length > 0} fallback={<p class={page["text"]}>{say.word("screen.share.invites.none")}</p>}>
        <ul class={styles["rows"]}>
          <For each={keys()}>
            {(id) => (
              <Show when={line(id)}>
                {(found) => <Invite line={found()} onShow={() => props.onShow(id)} onStop={() => stop(id)} />}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

interface InviteProps {
  readonly line: InviteLine;
  readonly onShow: () => void;
  readonly onStop: () => void;
}

function Invite(props: InviteProps): JSX.Element {
  const { say } = useServices();
  const at = (): string => props.line.expiresAt;
  return (
    <li class={styles["row"]} data-invite={props.line.role}>
      <Icon icon={Link2} />
      <div class={styles["rowMain"]}>
        <strong>{say.word("screen.share.invites.line", { role: props.line.role })}</strong>
        <small>{say.word("screen.share.invite.until", { at: at() })}</small>
        <Show when={!props.line.isOnRelay}>
          <small>
            <Icon icon={CloudUpload} size="small" /> {say.word("screen.share.invite.not_ready")}
          </small>
        </Show>
        <Show when={props.line.link === undefined}>
          <small>{say.word("screen.share.invites.elsewhere")}</small>
        </Show>
      </div>
      <span class={page["acts"]}>
        <Show when={props.line.link !== undefined}>
          <Button icon={QrCode} onClick={() => props.onShow()}>
            {say.word("screen.share.invites.show")}
          </Button>
        </Show>
        <Button
          tone="danger"
          icon={Link2Off}
          aria-label={say.word("screen.share.invites.stop.of", { role: props.line.role, at: at() })}
          onClick={() => props.onStop()}
        >
          {say.word("screen.share.invites.stop")}
        </Button>
      </span>
    </li>
  );
}

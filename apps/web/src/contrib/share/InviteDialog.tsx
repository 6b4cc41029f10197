/**
 * Inviting: whom, for how long, and then the link, to be handed over by any way (JO1, JO3, G2).
 *
 * 1. The link is made by a press, never by looking; one link lets in one person.
 */
import { Button, Dialog, Icon } from "@recourse/ui";
import { CircleAlert, Link2, ShieldAlert } from "lucide";
import { createEffect, createSignal, on, Show, type JSX } from "solid-js";
import { fakeHelperLine } from "../../parts/fake-helper-line.ts";
import { OneOf } from "../../parts/OneOf.tsx";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import type { InviteLine, Role, SharedCase, ShareTrouble } from "../../services/sharing/sharing.ts";
import { InviteLink } from "./InviteLink.tsx";
import { troubleText } from "./share-acts.ts";
import styles from "./Share.module.css";

const roles = ["helper", "viewer", "owner"] as const satisfies readonly Role[];
/** Units: hours. */
const periods = ["1", "24", "72", "168"] as const;
type Period = (typeof periods)[number];

/** What the window shows: nothing, the questions, or an open link. */
export type Inviting = { readonly role: Role } | { readonly link: string } | undefined;

export interface InviteDialogProps {
  readonly of: SharedCase;
  readonly what: Inviting;
  /** Shows something else instead. */
  readonly onChange: (what: Inviting) => void;
}

export function InviteDialog(props: InviteDialogProps): JSX.Element {
  const { say } = useServices();
  const [made, setMade] = createSignal<InviteLine>();
  /** The line of the moment; what was just made may not be listed yet. */
  const shown = (): InviteLine | undefined => {
    const { what } = props;
    if (what === undefined || !("link" in what)) return undefined;
    const fresh = made();
    return props.of.invites().find(({ id }) => id === what.link) ?? (fresh?.id === what.link ? fresh : undefined);
  };
  const asked = (): Role | undefined =>
    props.what !== undefined && "role" in props.what ? props.what.role : undefined;
  const title = (): string => {
    if (asked() === "owner") return say.word("screen.share.task.add");
    return say.word(asked() === undefined ? "screen.share.invite.made" : "screen.share.invite");
  };
  const close = (): void => props.onChange(undefined);
  // Used up or stopped while it was looked at: there is nothing left to hand over.
  createEffect(
    on(
      () => props.what !== undefined && "link" in props.what && shown() === undefined,
      (isGone) => {
        if (isGone) close();
      },
    ),
  );
  return (
    <Dialog open={props.what !== undefined} title={title()} closeLabel={say.word("screen.share.close")} onClose={close}>
      <Show when={asked()} keyed>
        {(role) => (
          <InviteForm
            of={props.of}
            role={role}
            onMade={(line) => {
              setMade(line);
              props.onChange({ link: line.id });
            }}
          />
        )}
      </Show>
      <Show when={shown()}>{(line) => <InviteLink line={line()} onDone={close} />}</Show>
    </Dialog>
  );
}

interface InviteFormProps {
  readonly of: SharedCase;
  readonly role: Role;
  readonly onMade: (line: InviteLine) => void;
}

function InviteForm(props: InviteFormProps): JSX.Element {
  const { say } = useServices();
  const [role, setRole] = createSignal<Role>(props.role);
  const [hours, setHours] = createSignal<Period>("72");
  const [trouble, setTrouble] = createSignal<ShareTrouble>();
  const [busy, setBusy] = createSignal(false);
  const make = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy()) return;
    setBusy(true);
    setTrouble(undefined);
    const made = await props.of.invite(role(), Number(hours()));
    setBusy(false);
    if (made.ok) props.onMade(made.value);
    else setTrouble(made.error);
  };
  return (
    <form class={page["form"]} noValidate onSubmit={(event) => void make(event)} data-invite-form="">
      <OneOf
        name="role"
        legend={say.word("screen.share.invite.who")}
        options={roles.map((value) => ({ value, label: say.word(`screen.share.invite.role.${value}`) }))}
        value={role()}
        onChoose={setRole}
      />
      <Show
        when={role() === "owner"}
        fallback={
          <p class={styles["warning"]} role="note" data-fake-helpers="">
            <Icon icon={ShieldAlert} /> <span>{fakeHelperLine(say, "invite")}</span>
          </p>
        }
      >
        <div class={styles["warning"]} role="note" data-own-device="">
          <Icon icon={ShieldAlert} />
          <div>
            <p>{say.word("screen.share.invite.owner.text")}</p>
            <p>{say.word("screen.share.first_lost")}</p>
          </div>
        </div>
      </Show>
      <OneOf
        name="hours"
        legend={say.word("screen.share.invite.hours")}
        options={periods.map((value) => ({ value, label: say.word(`screen.share.invite.hours.${value}`) }))}
        value={hours()}
        onChoose={setHours}
      />
      <p class={page["text"]}>{say.word("screen.share.invite.once")}</p>
      <div role="alert">
        <Show when={trouble()}>
          {(found) => (
            <p class={styles["refused"]} data-trouble={found().kind}>
              <Icon icon={CircleAlert} /> <span>{troubleText(say, found())}</span>
            </p>
          )}
        </Show>
      </div>
      <p class={page["acts"]}>
        <Button tone="solid" type="submit" icon={Link2} aria-disabled={busy() ? "true" : undefined}>
          {say.word("screen.share.invite.make")}
        </Button>
      </p>
    </form>
  );
}

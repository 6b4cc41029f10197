/**
 * Who is on the case: role, when last heard from, what each has, who has not heard of a removal (ME, FR2, RE4).
 *
 * 1. Of whom nothing was heard, nothing is claimed.
 */
import { Button, Chip, Icon, MenuButton, type MenuEntry } from "@recourse/ui";
import { Eye, HandHelping, KeyRound, Smartphone, TriangleAlert, User, UserMinus, UserPlus, UserX } from "lucide";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import { When } from "../../parts/When.tsx";
import type { MemberLine, SharedCase } from "../../services/sharing/sharing.ts";
import { LowerDialog } from "./LowerDialog.tsx";
import { nameOf, shortDevice } from "./member-names.ts";
import styles from "./People.module.css";
import { steadyKeys } from "./steady.ts";

const icons = { owner: User, helper: HandHelping, viewer: Eye, out: UserX } as const;

export interface MembersProps {
  readonly of: SharedCase;
  /** Opens the window for inviting; none for who may not. */
  readonly onInvite: (() => void) | undefined;
}

export function Members(props: MembersProps): JSX.Element {
  const { say } = useServices();
  const [lowered, setLowered] = createSignal<{ readonly device: string; readonly to: "viewer" | "out" }>();
  const line = (device: string): MemberLine | undefined => props.of.members().find((each) => each.device === device);
  const inside = steadyKeys(
    () => props.of.members().filter(({ role }) => role !== "out"),
    ({ device }) => device,
  );
  const outside = steadyKeys(
    () => props.of.members().filter(({ role }) => role === "out"),
    ({ device }) => device,
  );
  const Rows = (own: { readonly of: readonly string[] }): JSX.Element => (
    <ul class={styles["rows"]}>
      <For each={own.of}>
        {(device) => (
          <Show when={line(device)}>
            {(found) => <Member of={props.of} line={found()} onLower={(to) => setLowered({ device, to })} />}
          </Show>
        )}
      </For>
    </ul>
  );
  return (
    <section class={page["group"]} data-members="">
      <div class={styles["sectionHead"]}>
        <h2 class={page["subtitle"]} tabIndex={-1} data-part-head="members">
          {say.word("screen.share.members")}
        </h2>
        <Show when={props.onInvite}>
          {(invite) => (
            <Button tone="solid" icon={UserPlus} onClick={() => invite()()}>
              {say.word("screen.share.invite")}
            </Button>
          )}
        </Show>
      </div>
      <Rows of={inside()} />
      <Show when={outside().length > 0}>
        <details>
          <summary class={page["fold"]}>
            {say.word("screen.share.members.out")} {outside().length}
          </summary>
          <Rows of={outside()} />
        </details>
      </Show>
      <Show when={props.onInvite === undefined && props.of.role() !== "out"}>
        <p class={page["text"]}>{say.word("screen.share.by_owner")}</p>
      </Show>
      <LowerDialog
        of={props.of}
        line={line(lowered()?.device ?? "")}
        to={lowered()?.to}
        onClose={() => setLowered(undefined)}
      />
    </section>
  );
}

interface MemberProps {
  readonly of: SharedCase;
  readonly line: MemberLine;
  readonly onLower: (to: "viewer" | "out") => void;
}

function Member(props: MemberProps): JSX.Element {
  const { say } = useServices();
  const name = (): string => nameOf(say, props.line);
  /** Two of one name are told apart by their devices. */
  const isDoubled = createMemo(
    () => props.of.members().filter((each) => !each.isRecovery && each.name === props.line.name).length > 1,
  );
  const entries = (): readonly MenuEntry[] => [
    ...(props.line.role === "viewer"
      ? []
      : [
          {
            id: "viewer",
            label: say.word("screen.share.lower.viewer"),
            icon: Eye,
            run: () => props.onLower("viewer"),
          },
        ]),
    { id: "out", label: say.word("screen.share.lower.out"), icon: UserMinus, run: () => props.onLower("out") },
  ];
  return (
    <li class={styles["row"]} data-member={props.line.role} data-me={props.line.isMe ? "" : undefined}>
      <Icon icon={props.line.isRecovery ? KeyRound : icons[props.line.role]} />
      <div class={styles["rowMain"]}>
        <span class={page["chips"]}>
          <strong>{name()}</strong>
          <Show when={!props.line.isRecovery}>
            <Chip tone="line">{say.word(`screen.share.role.${props.line.role}`)}</Chip>
          </Show>
          <Show when={props.line.isMe}>
            <Chip icon={Smartphone}>{say.word("screen.share.me")}</Chip>
          </Show>
          <Show when={isDoubled()}>
            <small>{say.word("screen.share.device", { code: shortDevice(props.line.device) })}</small>
          </Show>
        </span>
        <Show when={props.line.role !== "out"}>
          <Standing line={props.line} />
        </Show>
      </div>
      <Show when={props.line.canChange}>
        <MenuButton label={say.word("screen.share.acts", { name: name() })} entries={entries()} />
      </Show>
    </li>
  );
}

/** What it has and when it said so. */
function Standing(props: { readonly line: MemberLine }): JSX.Element {
  const { say } = useServices();
  const has = (): string => {
    const { lacks } = props.line;
    if (lacks === undefined) return say.word("screen.share.has.unknown");
    return lacks === 0 ? say.word("screen.share.has.all") : say.word("screen.share.has.lacks", { n: lacks });
  };
  return (
    <>
      <Show when={!props.line.isRecovery} fallback={<small>{say.word("screen.share.recovery.text")}</small>}>
        <Show when={!props.line.isMe}>
          <small>
            <Show when={props.line.lastSeen} fallback={say.word("screen.share.seen.never")}>
              {(at) => (
                <>
                  {say.word("screen.share.seen")} <When at={at()} /> · {has()}
                </>
              )}
            </Show>
          </small>
        </Show>
      </Show>
      <For each={props.line.unaware}>
        {(name) => (
          <small class={styles["unaware"]}>
            <Icon icon={TriangleAlert} size="small" /> {say.word("screen.share.unaware", { name })}
          </small>
        )}
      </For>
    </>
  );
}

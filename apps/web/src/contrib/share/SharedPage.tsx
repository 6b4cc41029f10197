/**
 * A shared case: who asks to join, how it is connected, what is still to be done, who is on it (ME, JO, RE, P5).
 *
 * 1. Whoever waits on the telephone stands first.
 */
import type { Id } from "@recourse/core";
import { Icon } from "@recourse/ui";
import { ShieldAlert } from "lucide";
import { createEffect, createSignal, For, Show, type JSX } from "solid-js";
import { fakeHelperLine } from "../../parts/fake-helper-line.ts";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import { ViewerNotice } from "../../parts/ViewerNotice.tsx";
import { WhoIsHere } from "../../parts/WhoIsHere.tsx";
import type { SharedCase } from "../../services/sharing/sharing.ts";
import { Asks } from "./Asks.tsx";
import { DirectWays } from "./DirectWays.tsx";
import { EarlierCopy } from "./EarlierCopy.tsx";
import { HistoryList } from "./HistoryList.tsx";
import { InviteDialog, type Inviting } from "./InviteDialog.tsx";
import { Invites } from "./Invites.tsx";
import { LinkState } from "./LinkState.tsx";
import { Members } from "./Members.tsx";
import { RecoveryTask } from "./RecoveryTask.tsx";
import { Requests } from "./Requests.tsx";
import { SaveFileDialog, type LockedFile } from "./SaveFileDialog.tsx";
import { SetAside } from "./SetAside.tsx";
import { ShareFiles } from "./ShareFiles.tsx";
import { wishes } from "./share-wishes.ts";
import styles from "./Share.module.css";

export interface SharedPageProps {
  readonly caseId: Id;
  readonly of: SharedCase;
  readonly active: boolean;
}

export function SharedPage(props: SharedPageProps): JSX.Element {
  const { say } = useServices();
  const [inviting, setInviting] = createSignal<Inviting>();
  const [saving, setSaving] = createSignal<LockedFile>();
  const isOwner = (): boolean => props.of.role() === "owner";
  let body!: HTMLDivElement;
  createEffect(() => {
    const wish = wishes.now();
    if (!props.active || wish?.caseId !== props.caseId) return;
    wishes.done();
    if (wish.part === "invite" && isOwner()) setInviting({ role: "helper" });
    else requestAnimationFrame(() => body.querySelector<HTMLElement>("[data-part-head=members]")?.focus());
  });
  return (
    <div ref={body} class={styles["shared"]} data-shared={props.of.role()}>
      <Show when={props.of.role() === "viewer"}>
        <ViewerNotice caseId={props.caseId} />
      </Show>
      <Requests of={props.of} />
      <LinkState of={props.of} />
      <WhoIsHere caseId={props.caseId} />
      <Asks caseId={props.caseId} of={props.of} />
      <RecoveryTask of={props.of} onAdd={() => setInviting({ role: "owner" })} onSave={() => setSaving("recovery")} />
      <Members of={props.of} onInvite={isOwner() ? () => setInviting({ role: "helper" }) : undefined} />
      <Show when={isOwner()}>
        <Invites of={props.of} onShow={(link) => setInviting({ link })} />
      </Show>
      <EarlierCopy caseId={props.caseId} />
      <SetAside of={props.of} />
      <DirectWays of={props.of} />
      <ShareFiles of={props.of} onSave={setSaving} />
      <HistoryList of={props.of} />
      <details>
        <summary class={page["fold"]}>{say.word("screen.share.before.means")}</summary>
        <ul class={styles["meanings"]}>
          <For each={["sealed", "outside", "whole"]}>
            {(code) => <li>{say.word(`screen.share.before.${code}`)}</li>}
          </For>
        </ul>
      </details>
      <p class={styles["warning"]} role="note" data-fake-helpers="">
        <Icon icon={ShieldAlert} /> <span>{fakeHelperLine(say, "invite")}</span>
      </p>
      <InviteDialog of={props.of} what={inviting()} onChange={setInviting} />
      <SaveFileDialog of={props.of} what={saving()} onClose={() => setSaving()} />
    </div>
  );
}

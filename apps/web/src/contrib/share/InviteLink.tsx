/** An open link: to copy, to scan, to send, to print; and what happens next. Effects: clipboard, share sheet, printing. */
import { Button, Field, Icon } from "@recourse/ui";
import { CircleCheck, CloudUpload, Copy, Printer, Send, TriangleAlert } from "lucide";
import { createUniqueId, onMount, Show, type JSX } from "solid-js";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import type { InviteLine } from "../../services/sharing/sharing.ts";
import { canSend, copyLink, printPage, sendLink } from "./give-link.ts";
import { QrCode } from "./QrCode.tsx";
import { tell } from "./share-acts.ts";
import steps from "./Digits.module.css";
import own from "./InviteLink.module.css";

export interface InviteLinkProps {
  readonly line: InviteLine;
  readonly onDone: () => void;
}

export function InviteLink(props: InviteLinkProps): JSX.Element {
  const services = useServices();
  const { say } = services;
  const id = createUniqueId();
  let head!: HTMLHeadingElement;
  onMount(() => head.focus({ preventScroll: true }));
  const copy = async (link: string): Promise<void> => {
    const copied = await copyLink(link);
    tell(services, say.word(copied ? "screen.share.invite.copied" : "screen.share.invite.copy.failed"));
  };
  return (
    <div class={own["sheet"]} data-invite-link="">
      <h3 ref={head} id={id} class={page["subtitle"]} tabIndex={-1}>
        {say.word("screen.share.invites.line", { role: props.line.role })}
      </h3>
      <p class={page["text"]}>{say.word("screen.share.invite.until", { at: props.line.expiresAt })}</p>
      <Show when={props.line.link}>
        {(link) => (
          <>
            <QrCode text={link()} label={say.word("screen.share.invite.qr")} />
            <div class={own["printed"]}>
              <p>{link()}</p>
              <p>{say.word("screen.share.invite.step.call")}</p>
              <p>{say.word("screen.share.digits.never")}</p>
            </div>
            <p class={own["ready"]} role="status" data-ready={props.line.isOnRelay ? "" : undefined}>
              <Icon icon={props.line.isOnRelay ? CircleCheck : CloudUpload} size="small" />{" "}
              <span>
                {say.word(props.line.isOnRelay ? "screen.share.invite.ready" : "screen.share.invite.not_ready")}
              </span>
            </p>
            <div class={own["unprinted"]}>
              <Field label={say.word("screen.share.invite.link")}>
                {(control) => (
                  <input
                    {...control}
                    type="text"
                    readOnly
                    value={link()}
                    onFocus={(event) => event.currentTarget.select()}
                  />
                )}
              </Field>
            </div>
            <p class={`${page["acts"]} ${own["unprinted"]}`}>
              <Button tone="solid" icon={Copy} onClick={() => void copy(link())}>
                {say.word("screen.share.invite.copy")}
              </Button>
              <Show when={canSend()}>
                <Button icon={Send} onClick={() => void sendLink(say.word("screen.join.title"), link())}>
                  {say.word("screen.share.invite.send")}
                </Button>
              </Show>
              <Button icon={Printer} onClick={printPage}>
                {say.word("screen.share.invite.print")}
              </Button>
            </p>
          </>
        )}
      </Show>
      <ol class={`${steps["steps"]} ${own["unprinted"]}`}>
        <li>{say.word("screen.share.invite.step.give")}</li>
        <li>{say.word("screen.share.invite.step.wait")}</li>
        <li>{say.word("screen.share.invite.step.call")}</li>
      </ol>
      <p class={steps["caution"]}>
        <Icon icon={TriangleAlert} size="small" /> <span>{say.word("screen.share.invite.careful")}</span>
      </p>
      <p class={`${page["acts"]} ${own["unprinted"]}`}>
        <Button onClick={() => props.onDone()}>{say.word("screen.share.invite.done")}</Button>
      </p>
    </div>
  );
}

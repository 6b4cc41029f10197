/**
 * Removing a member, or letting him only view: asked beforehand, because it cannot be undone, with what it does and what it cannot do (RE4, EP2).
 */
import { Button, Dialog } from "@recourse/ui";
import { Eye, UserMinus } from "lucide";
import { createSignal, For, Show, type JSX } from "solid-js";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import type { MemberLine, SharedCase } from "../../services/sharing/sharing.ts";
import { nameOf } from "./member-names.ts";
import { settled } from "./share-acts.ts";

type To = "viewer" | "out";

const does: Readonly<Record<To, readonly string[]>> = { out: ["key", "late"], viewer: ["late"] };
const cannot: Readonly<Record<To, readonly string[]>> = {
  out: ["unread", "unaware", "back"],
  viewer: ["reads", "back"],
};

export interface LowerDialogProps {
  readonly of: SharedCase;
  readonly line: MemberLine | undefined;
  readonly to: To | undefined;
  readonly onClose: () => void;
}

export function LowerDialog(props: LowerDialogProps): JSX.Element {
  const services = useServices();
  const { say } = services;
  const [busy, setBusy] = createSignal(false);
  const to = (): To => props.to ?? "out";
  const name = (): string => (props.line === undefined ? "" : nameOf(say, props.line));
  const lower = async (): Promise<void> => {
    const { line } = props;
    if (line === undefined || busy()) return;
    setBusy(true);
    const said = say.word(`screen.share.lower.${to()}.done`, { name: name() });
    await settled(services, props.of.lower(line.device, to()), said);
    setBusy(false);
    props.onClose();
  };
  return (
    <Dialog
      open={props.line !== undefined && props.to !== undefined}
      title={say.word(`screen.share.lower.${to()}.title`, { name: name() })}
      closeLabel={say.word("screen.share.close")}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{say.word("screen.share.cancel")}</Button>
          <Button
            tone="danger"
            icon={to() === "out" ? UserMinus : Eye}
            aria-disabled={busy() ? "true" : undefined}
            onClick={() => void lower()}
          >
            {say.word(`screen.share.lower.${to()}`)}
          </Button>
        </>
      }
    >
      <Show when={props.to} keyed>
        {(kind) => (
          <div class={page["body"]} data-lower={kind}>
            <Part title="does" codes={does[kind].map((code) => `screen.share.lower.${kind}.does.${code}`)} />
            <Part title="cannot" codes={cannot[kind].map((code) => `screen.share.lower.${kind}.cannot.${code}`)} />
          </div>
        )}
      </Show>
    </Dialog>
  );
}

function Part(props: { readonly title: "does" | "cannot"; readonly codes: readonly string[] }): JSX.Element {
  const { say } = useServices();
  return (
    <section>
      <h3 class={page["label"]}>{say.word(`screen.share.lower.${props.title}`)}</h3>
      <ul class={page["lines"]}>
        <For each={props.codes}>{(code) => <li>{say.word(code)}</li>}</For>
      </ul>
    </section>
  );
}

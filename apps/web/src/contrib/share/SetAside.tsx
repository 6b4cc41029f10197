/** Changes of removed or doubled devices that are not in the case: readable, and taken over one by one or together (RE3). */
import { Button, Icon } from "@recourse/ui";
import { CircleCheck, FilePlus2 } from "lucide";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import { When } from "../../parts/When.tsx";
import type { Say } from "../../services/services.ts";
import type { SetAsideLine, SharedCase } from "../../services/sharing/sharing.ts";
import { settled } from "./share-acts.ts";
import styles from "./People.module.css";
import { steadyKeys } from "./steady.ts";

/** `订单 · 订单号`; what has no words is shown as it is stored. */
function fieldText(say: Pick<Say, "word" | "has">, stored: string): string {
  const [kind = "", field] = stored.split(".");
  const first = (codes: readonly string[], otherwise: string): string => {
    const code = codes.find((each) => say.has(each));
    return code === undefined ? otherwise : say.word(code);
  };
  const of = first([`screen.kind.${kind}`], kind);
  if (field === undefined) return of;
  // Amounts are stored in fen: words that say so come first.
  const codes = [`screen.archive.field.${field}`, `screen.field.${kind}.${field}`, `screen.field.${field}`];
  return `${of} · ${first(field.endsWith("Fen") ? codes.slice(0, 1) : codes, field)}`;
}

export function SetAside(props: { readonly of: SharedCase }): JSX.Element {
  const services = useServices();
  const { say } = services;
  const [busy, setBusy] = createSignal(false);
  const keys = steadyKeys(
    () => props.of.setAside(),
    ({ id }) => id,
  );
  const line = (id: string): SetAsideLine | undefined => props.of.setAside().find((each) => each.id === id);
  const open = createMemo(() => props.of.setAside().filter(({ adopted }) => !adopted));
  const mayWrite = (): boolean => props.of.role() === "owner" || props.of.role() === "helper";
  const adopt = async (ids: readonly string[]): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    await settled(services, props.of.adopt(ids), say.word("screen.share.aside.adopted"));
    setBusy(false);
  };
  return (
    <Show when={keys().length > 0}>
      <section class={page["group"]} data-set-aside="">
        <h2 class={page["subtitle"]}>{say.word("screen.share.aside")}</h2>
        <p class={page["text"]}>
          {say.word("screen.share.aside.text")} {mayWrite() ? say.word("screen.share.aside.may") : ""}
        </p>
        <ul class={styles["rows"]}>
          <For each={keys()}>
            {(id) => (
              <Show when={line(id)}>
                {(found) => (
                  <Item line={found()} onAdopt={mayWrite() ? () => void adopt([id]) : undefined} busy={busy()} />
                )}
              </Show>
            )}
          </For>
        </ul>
        <Show when={mayWrite() && open().length > 1}>
          <p class={page["acts"]}>
            <Button
              icon={FilePlus2}
              aria-disabled={busy() ? "true" : undefined}
              onClick={() => void adopt(open().map(({ id }) => id))}
            >
              {say.word("screen.share.aside.all", { n: open().length })}
            </Button>
          </p>
        </Show>
      </section>
    </Show>
  );
}

interface ItemProps {
  readonly line: SetAsideLine;
  readonly onAdopt: (() => void) | undefined;
  readonly busy: boolean;
}

function Item(props: ItemProps): JSX.Element {
  const { say } = useServices();
  const name = (): string => props.line.name ?? say.word("screen.share.unnamed");
  return (
    <li class={styles["row"]} data-aside={props.line.adopted ? "adopted" : "open"}>
      <div class={styles["rowMain"]}>
        <span>
          <strong>{name()}</strong>{" "}
          <small>
            <When at={props.line.at} /> · {say.word(`screen.share.aside.${props.line.why}`)}
          </small>
        </span>
        <dl class={styles["edits"]}>
          <For each={props.line.edits}>
            {(edit) => (
              <div>
                <dt>{fieldText(say, edit.field)}</dt>
                <dd>
                  <q>{edit.value}</q>
                </dd>
              </div>
            )}
          </For>
        </dl>
      </div>
      <Show
        when={!props.line.adopted}
        fallback={
          <small class={styles["adopted"]}>
            <Icon icon={CircleCheck} size="small" /> {say.word("screen.share.aside.adopted")}
          </small>
        }
      >
        <Show when={props.onAdopt}>
          {(adopt) => (
            <Button
              aria-label={say.word("screen.share.aside.adopt.of", { name: name() })}
              aria-disabled={props.busy ? "true" : undefined}
              onClick={() => adopt()()}
            >
              {say.word("screen.share.aside.adopt")}
            </Button>
          )}
        </Show>
      </Show>
    </li>
  );
}

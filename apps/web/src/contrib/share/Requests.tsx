/**
 * Who wants to join: the digits to compare, and nobody let in before (JO2, JO3).
 *
 * 1. Two who came by one link are both shown with the warning, whoever was first.
 * 2. Whoever was let in stands among the members; a refusal stays in sight as long as its link still works.
 * 3. Comparing can be left out for viewers alone, by a button that says so, and never while two are there.
 */
import { Button, Chip, Icon } from "@recourse/ui";
import { Check, CircleX, OctagonAlert, UserPlus, X } from "lucide";
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from "solid-js";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import type { RequestLine, SharedCase } from "../../services/sharing/sharing.ts";
import { Digits } from "./Digits.tsx";
import { settled } from "./share-acts.ts";
import { isWaiting } from "./share-status.ts";
import styles from "./People.module.css";
import { steadyKeys } from "./steady.ts";

export function Requests(props: { readonly of: SharedCase }): JSX.Element {
  const { say } = useServices();
  const isOpen = (invite: string): boolean => props.of.invites().some(({ id }) => id === invite);
  const keys = steadyKeys(
    () => props.of.requests().filter((each) => isWaiting(each) || (each.is === "refused" && isOpen(each.invite))),
    (each) => each.joiner,
  );
  const line = (joiner: string): RequestLine | undefined => props.of.requests().find((each) => each.joiner === joiner);
  /** Links that more than one came by. */
  const doubled = createMemo<ReadonlySet<string>>(
    () => new Set(props.of.requests().flatMap((each) => (each.isAnother ? [each.invite] : []))),
  );
  return (
    <Show when={keys().length > 0}>
      <section class={page["group"]} aria-label={say.word("screen.share.asks")} data-requests="">
        <For each={keys()}>
          {(joiner) => (
            <Show when={line(joiner)}>
              {(found) => <Request of={props.of} line={found()} isDoubled={doubled().has(found().invite)} />}
            </Show>
          )}
        </For>
      </section>
    </Show>
  );
}

interface RequestProps {
  readonly of: SharedCase;
  readonly line: RequestLine;
  readonly isDoubled: boolean;
}

function Request(props: RequestProps): JSX.Element {
  const { say } = useServices();
  const name = (): string => (props.line.name.trim() === "" ? say.word("screen.share.unnamed") : props.line.name);
  return (
    <Show when={isWaiting(props.line)} fallback={<Refused name={name()} />}>
      <article class={styles["request"]} data-request={props.line.is} data-doubled={props.isDoubled ? "" : undefined}>
        <h2 class={styles["requestTitle"]}>
          <Icon icon={UserPlus} />
          <span>{say.word("screen.share.asks.name", { name: name() })}</span>
          <Chip tone="line">{say.word(`screen.share.role.${props.line.role}`)}</Chip>
        </h2>
        <Show when={props.isDoubled}>
          <div class={styles["danger"]} role="alert">
            <Icon icon={OctagonAlert} size="large" />
            <div>
              <strong>{say.word("screen.share.another")}</strong>
              <p>{say.word("screen.share.another.text")}</p>
            </div>
          </div>
        </Show>
        <Show
          when={props.line.is === "comparing" ? props.line.code : undefined}
          fallback={<p class={page["text"]}>{say.word("screen.share.asks.calling")}</p>}
        >
          {(code) => (
            <Compare of={props.of} line={props.line} isDoubled={props.isDoubled} name={name()} code={code()} />
          )}
        </Show>
      </article>
    </Show>
  );
}

function Compare(props: RequestProps & { readonly name: string; readonly code: string }): JSX.Element {
  const services = useServices();
  const { say, desk } = services;
  const [busy, setBusy] = createSignal(false);
  createEffect(
    on(
      () => props.code,
      (code) =>
        desk.announce(
          `${say.word("screen.share.asks.name", { name: props.name })} ${say.word("screen.share.digits.spoken", { digits: [...code].join(" ") })}`,
        ),
    ),
  );
  const decide = async (same: boolean): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    const { name } = props;
    await settled(
      services,
      props.of.decide(props.line.joiner, same),
      say.word(same ? "screen.share.admitted" : "screen.share.turned_away", { name }),
    );
    setBusy(false);
  };
  const waits = (): "true" | undefined => (busy() ? "true" : undefined);
  return (
    <>
      <Digits code={props.code}>
        <li>{say.word("screen.share.digits.call")}</li>
        <li>{say.word("screen.share.digits.read")}</li>
        <li>{say.word("screen.share.digits.owner")}</li>
      </Digits>
      <div class={styles["verdict"]}>
        <Button
          tone={props.isDoubled ? "ghost" : "solid"}
          size="large"
          icon={Check}
          aria-disabled={waits()}
          onClick={() => void decide(true)}
        >
          {say.word("screen.share.same")}
        </Button>
        <Button tone="danger" size="large" icon={X} aria-disabled={waits()} onClick={() => void decide(false)}>
          {say.word("screen.share.differ")}
        </Button>
      </div>
      <p class={page["text"]}>{say.word("screen.share.asks.claimed")}</p>
      <Show when={props.line.role === "viewer" && !props.isDoubled}>
        <div class={styles["skip"]}>
          <Button tone="plain" aria-disabled={waits()} onClick={() => void decide(true)}>
            {say.word("screen.share.skip")}
          </Button>
          <p class={page["text"]}>{say.word("screen.share.skip.text")}</p>
        </div>
      </Show>
    </>
  );
}

function Refused(props: { readonly name: string }): JSX.Element {
  const { say } = useServices();
  return (
    <p class={styles["answered"]} data-request="refused">
      <Icon icon={CircleX} size="small" />
      <span>
        <strong>{say.word("screen.share.turned_away", { name: props.name })}</strong>
        <br />
        {say.word("screen.share.turned_away.text")}
      </span>
    </p>
  );
}

/**
 * A case that was never shared: what sharing means, whom to beware of, and the start of it (P5, G2).
 *
 * 1. Nothing leaves the device before the button is pressed.
 */
import type { Id } from "@recourse/core";
import { Button, Field, Icon } from "@recourse/ui";
import { CircleAlert, ShieldAlert, Users } from "lucide";
import { createSignal, For, Show, type JSX } from "solid-js";
import { fakeHelperLine } from "../../parts/fake-helper-line.ts";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import type { ShareTrouble } from "../../services/sharing/sharing.ts";
import { tell, troubleText } from "./share-acts.ts";
import styles from "./Share.module.css";
import { WhatHelpersSee } from "./WhatHelpersSee.tsx";

const meanings = ["sealed", "outside", "whole", "nobody", "stays"] as const;

export interface BeforeSharingProps {
  readonly caseId: Id;
}

export function BeforeSharing(props: BeforeSharingProps): JSX.Element {
  const services = useServices();
  const { say, sharing, cases, me } = services;
  const [name, setName] = createSignal(me.name());
  const [ticked, setTicked] = createSignal(false);
  const [tried, setTried] = createSignal(false);
  const [step, setStep] = createSignal<{ readonly done: number; readonly of: number }>();
  const [trouble, setTrouble] = createSignal<ShareTrouble>();
  const tells = (): boolean => cases.book.row(props.caseId)?.category === "engagement";
  let form!: HTMLFormElement;
  const begin = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (step() !== undefined) return;
    setTried(true);
    if (tells() && !ticked()) {
      form.querySelector<HTMLElement>("[type=checkbox]")?.focus();
      return;
    }
    const called = name().trim();
    if (called !== "" && called !== me.name()) me.rename(called);
    setTrouble(undefined);
    setStep({ done: 0, of: 0 });
    const begun = await sharing.begin(props.caseId, (done, of) => setStep({ done, of }));
    if (begun.ok) {
      // It is under way until the case has opened again, as a shared one.
      tell(services, say.word("screen.share.begun"));
    } else {
      setStep(undefined);
      setTrouble(begun.error);
    }
  };
  return (
    <>
      <section class={page["group"]} aria-label={say.word("screen.share.before.means")}>
        <ul class={styles["meanings"]}>
          <For each={meanings}>{(code) => <li>{say.word(`screen.share.before.${code}`)}</li>}</For>
        </ul>
      </section>
      <p class={styles["warning"]} role="note" data-fake-helpers="">
        <Icon icon={ShieldAlert} /> <span>{fakeHelperLine(say, "invite")}</span>
      </p>
      <Show when={sharing.isPossible() !== false} fallback={<Refused trouble={{ kind: "unsupported" }} />}>
        <form ref={form} class={page["form"]} noValidate onSubmit={(event) => void begin(event)}>
          <Show when={tells()}>
            <WhatHelpersSee
              live={cases.live(props.caseId)}
              ticked={ticked()}
              onTick={setTicked}
              error={tried() && !ticked() ? say.word("screen.share.sees.needed") : undefined}
            />
          </Show>
          <div class={page["short"]}>
            <Field label={say.word("screen.join.name")} hint={say.word("screen.share.name.hint")}>
              {(control) => (
                <input
                  {...control}
                  type="text"
                  autocomplete="name"
                  maxLength={60}
                  value={name()}
                  onInput={(event) => setName(event.currentTarget.value)}
                />
              )}
            </Field>
          </div>
          <div role="alert">
            <Show when={trouble()}>{(found) => <Refused trouble={found()} />}</Show>
          </div>
          <p class={page["acts"]}>
            <Button tone="solid" type="submit" icon={Users} aria-disabled={step() === undefined ? undefined : "true"}>
              {say.word(trouble() === undefined ? "screen.share.begin" : "screen.share.again")}
            </Button>
          </p>
          <div class={styles["progress"]} role="status">
            <Show when={step()}>
              {(now) => (
                <p>
                  {say.word("screen.share.beginning", now().of === 0 ? {} : now())}{" "}
                  {say.word("screen.share.beginning.text")}
                  <progress
                    aria-label={say.word("screen.share.begin")}
                    max={Math.max(1, now().of)}
                    value={now().done}
                  />
                </p>
              )}
            </Show>
          </div>
        </form>
      </Show>
    </>
  );
}

function Refused(props: { readonly trouble: ShareTrouble }): JSX.Element {
  const { say } = useServices();
  return (
    <p class={styles["refused"]} data-trouble={props.trouble.kind}>
      <Icon icon={CircleAlert} /> <span>{troubleText(say, props.trouble)}</span>
    </p>
  );
}

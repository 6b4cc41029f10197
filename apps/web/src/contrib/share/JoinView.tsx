/**
 * Joining a case by a link: what it is, a name, the digits, and how it ended, each with what to do next (JO1–JO4, G2).
 *
 * 1. Nothing is said to anybody before the button is pressed.
 * 2. Nobody is named as the one who invites before the digits were compared: until then it is not known.
 * 3. The case opens by itself once, when it has come while this was looked at.
 */
import { Button, Field, Icon, type ViewProps } from "@recourse/ui";
import { CircleAlert, Home, LogIn, ShieldAlert, Undo2, X } from "lucide";
import { createEffect, createMemo, createSignal, Match, on, Show, Switch, type JSX } from "solid-js";
import page from "../../parts/Page.module.css";
import { InView, PageHead } from "../../parts/PageHead.tsx";
import { Served, useServices } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import type { JoinState } from "../../services/sharing/sharing.ts";
import { Digits } from "./Digits.tsx";
import { JoinPanel } from "./JoinPanel.tsx";
import { TakeFile } from "./TakeFile.tsx";
import own from "./Join.module.css";
import styles from "./Share.module.css";

export function JoinView(props: ViewProps<Services>): JSX.Element {
  const { say } = props.services;
  return (
    <Served services={props.services}>
      <InView active={props.active}>
        <div class={`${page["page"]} ${own["join"]}`} data-join={props.services.sharing.join.state().is}>
          <PageHead title={say.word("screen.join.title")} />
          <Join active={props.active} />
        </div>
      </InView>
    </Served>
  );
}

const only = <K extends JoinState["is"]>(state: JoinState, is: K): Extract<JoinState, { is: K }> | undefined =>
  isOf(state, is) ? state : undefined;
const isOf = <K extends JoinState["is"]>(state: JoinState, is: K): state is Extract<JoinState, { is: K }> =>
  state.is === is;

function Join(props: { readonly active: boolean }): JSX.Element {
  const { say, desk, sharing, me } = useServices();
  const { join } = sharing;
  const state = createMemo(() => join.state());
  const [name, setName] = createSignal(me.name());
  createEffect(
    on(
      () => state().is,
      (is, before) => {
        const joined = only(state(), "joined");
        if (joined !== undefined && before !== undefined && before !== is && props.active)
          desk.exec("case.open", { caseId: joined.caseId });
      },
    ),
  );
  const Leave = (): JSX.Element => (
    <Button tone="plain" icon={Undo2} onClick={() => join.leave()}>
      {say.word("screen.join.leave")}
    </Button>
  );
  return (
    <Switch>
      <Match when={only(state(), "ready")}>
        <Ready name={name()} onName={setName} />
      </Match>
      <Match when={only(state(), "comparing")}>
        {(comparing) => (
          <JoinPanel is="comparing">
            <Digits code={comparing().code}>
              <li>{say.word("screen.join.digits.call")}</li>
              <li>{say.word("screen.share.digits.read")}</li>
              <li>{say.word("screen.join.digits.same")}</li>
              <li>{say.word("screen.join.digits.differ")}</li>
            </Digits>
            <p class={page["text"]}>{say.word("screen.join.keep_open")}</p>
            <p class={page["acts"]}>
              <Button tone="danger" icon={X} onClick={() => join.leave()}>
                {say.word("screen.join.differ")}
              </Button>
            </p>
          </JoinPanel>
        )}
      </Match>
      <Match when={only(state(), "joined")}>
        {(joined) => (
          <JoinPanel is="joined" text={say.word(`screen.join.joined.${joined().role}`)}>
            <p class={page["acts"]}>
              <Button tone="solid" icon={LogIn} onClick={() => desk.exec("case.open", { caseId: joined().caseId })}>
                {say.word("screen.join.open")}
              </Button>
            </p>
          </JoinPanel>
        )}
      </Match>
      <Match when={state().is === "calling" || state().is === "asking" || state().is === "fetching"}>
        <JoinPanel is={state().is} text={say.word(`screen.join.is.${state().is}.text`)} isWaiting>
          <p class={page["text"]}>{say.word("screen.join.keep_open")}</p>
          <Show when={state().is !== "fetching"}>
            <p class={page["acts"]}>
              <Leave />
            </p>
          </Show>
        </JoinPanel>
      </Match>
      <Match when={only(state(), "offline")}>
        <JoinPanel is="offline" text={say.word("screen.join.is.offline.text")}>
          <p class={page["acts"]}>
            <Button tone="solid" onClick={() => join.ask(name().trim())}>
              {say.word("screen.join.again")}
            </Button>
            <Leave />
          </p>
        </JoinPanel>
      </Match>
      <Match when={true}>
        <JoinPanel is={state().is} text={say.word(`screen.join.is.${state().is}.text`)}>
          <p class={page["acts"]}>
            <Button icon={Home} onClick={() => desk.open("today")}>
              {say.word("screen.join.home")}
            </Button>
          </p>
        </JoinPanel>
        <Show when={state().is === "no_invite"}>
          <section class={page["group"]}>
            <h2 class={page["subtitle"]}>{say.word("screen.casebox.title")}</h2>
            <TakeFile />
          </section>
        </Show>
      </Match>
    </Switch>
  );
}

interface ReadyProps {
  readonly name: string;
  readonly onName: (name: string) => void;
}

function Ready(props: ReadyProps): JSX.Element {
  const { say, sharing } = useServices();
  const [tried, setTried] = createSignal(false);
  let form!: HTMLFormElement;
  const ask = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    const name = props.name.trim();
    if (name === "") form.querySelector<HTMLElement>("input")?.focus();
    else sharing.join.ask(name);
  };
  return (
    <>
      <p>{say.word("screen.join.ready")}</p>
      <div class={styles["warning"]} role="note" data-unknown="">
        <Icon icon={CircleAlert} />
        <strong>{say.word("screen.join.unknown")}</strong>
      </div>
      <div class={styles["warning"]} role="note" data-fake-helpers="">
        <Icon icon={ShieldAlert} />
        <div>
          <p>{say.word("screen.join.scam")}</p>
          <p>{say.word("G2.never")}</p>
        </div>
      </div>
      <form ref={form} class={page["form"]} noValidate onSubmit={ask}>
        <div class={page["short"]}>
          <Field
            label={say.word("screen.join.name")}
            hint={say.word("screen.join.name.hint")}
            error={tried() && props.name.trim() === "" ? say.word("screen.join.name.needed") : undefined}
          >
            {(control) => (
              <input
                {...control}
                type="text"
                autocomplete="name"
                maxLength={60}
                value={props.name}
                onInput={(event) => props.onName(event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
        <p class={page["acts"]}>
          <Button tone="solid" type="submit" icon={LogIn}>
            {say.word("screen.join.ask")}
          </Button>
          <Button tone="plain" onClick={() => sharing.join.leave()}>
            {say.word("screen.join.leave")}
          </Button>
        </p>
      </form>
    </>
  );
}

/**
 * Making a bundle: for whom it is, what goes in, what stays out and what it discloses; packing with progress and a stop, then the download.
 *
 * 1. Argument: `<case>`, `<case>/<profile>` or `<case>/<profile>/<filing>`; the channel of a filing decides the profile.
 * 2. Nothing is packed before the list was shown; rows of other matters are named with their number.
 */
import { RedactionProfileSchema, type Id } from "@recourse/core";
import { Button, EmptyState, Icon, type ViewProps } from "@recourse/ui";
import { CircleAlert, Download, FilePenLine, PackageOpen, Square } from "lucide";
import { createEffect, createMemo, createSignal, on, onCleanup, Show, type JSX } from "solid-js";
import { CasePage } from "../../../parts/CasePage.tsx";
import { NoticeBar } from "../../../parts/NoticeBar.tsx";
import { useCase, useServices } from "../../../parts/served.tsx";
import type { BundleChoice, BundlePlan, DossierError, MadeFile } from "../../../services/dossier.ts";
import type { Services } from "../../../services/services.ts";
import { dossierTrouble } from "../trouble.ts";
import { BundleContents } from "./BundleContents.tsx";
import { BundleReader } from "./BundleReader.tsx";
import styles from "./BundleView.module.css";
import { HowToCheck } from "./HowToCheck.tsx";
import { MaskedText } from "./MaskedText.tsx";

export function BundleView(props: ViewProps<Services>): JSX.Element {
  return <CasePage {...props}>{() => <Bundle arg={props.arg ?? ""} />}</CasePage>;
}

type Doing =
  | { readonly kind: "rest" }
  | { readonly kind: "packing"; readonly done: number; readonly total: number; readonly stop: () => void }
  | { readonly kind: "done"; readonly made: MadeFile }
  | { readonly kind: "failed"; readonly error: DossierError };

/** What the address asks for. */
function choiceIn(arg: string, filing: Id | undefined): BundleChoice {
  const profile = RedactionProfileSchema.safeParse(arg.split("/")[1]);
  return {
    ...(profile.success ? { profile: profile.data } : {}),
    ...(filing === undefined ? {} : { filing }),
  };
}

function Bundle(props: { readonly arg: string }): JSX.Element {
  const { say, dossier, desk, download } = useServices();
  const live = useCase();
  const filing = live.record("filing", props.arg.split("/")[2])?.id;
  const [choice, setChoice] = createSignal<BundleChoice>(choiceIn(props.arg, filing));
  const [plan, setPlan] = createSignal<BundlePlan>();
  const [refused, setRefused] = createSignal<DossierError>();
  const [doing, setDoing] = createSignal<Doing>({ kind: "rest" });
  /** What is for publication holds text and needs no exhibit. */
  const empty = createMemo(() => live.ids("exhibit").length === 0 && choice().profile !== "public");
  let asked = 0;
  createEffect(
    on([live.whole, choice], () => {
      const mine = (asked += 1);
      void dossier.plan(live.caseId, choice()).then((made) => {
        if (mine !== asked) return;
        setRefused(made.ok ? undefined : made.error);
        setPlan(made.ok ? made.value : undefined);
      });
    }),
  );
  onCleanup(() => {
    asked += 1;
    const now = doing();
    if (now.kind === "packing") now.stop();
  });
  const choose = (next: BundleChoice): void => {
    setDoing({ kind: "rest" });
    setChoice(next);
  };
  const pack = async (): Promise<void> => {
    const stopper = new AbortController();
    const stop = (): void => stopper.abort();
    setDoing({ kind: "packing", done: 0, total: 0, stop });
    const made = await dossier.bundle(live.caseId, choice(), {
      signal: stopper.signal,
      onProgress: ({ done, total }) => setDoing({ kind: "packing", done, total, stop }),
    });
    if (!made.ok) {
      setDoing({ kind: "failed", error: made.error });
      return;
    }
    setPlan(made.value);
    setDoing({ kind: "done", made: made.value });
    download(made.value.name, made.value.blob);
    desk.announce(say.word("screen.bundle.done", { name: made.value.name }));
  };
  const packing = createMemo(() => {
    const now = doing();
    return now.kind === "packing" ? now : undefined;
  });
  const done = createMemo(() => {
    const now = doing();
    return now.kind === "done" ? now.made : undefined;
  });
  const failure = createMemo(() => {
    const now = doing();
    return now.kind === "failed" ? now.error : undefined;
  });
  return (
    <div class={styles["view"]} data-bundle="" tabIndex={-1}>
      <NoticeBar notices={live.notices()} brief />
      <h1 class={styles["title"]}>{say.word("screen.bundle.name")}</h1>
      <p class={styles["text"]}>
        {say.word(choice().profile === "public" ? "screen.bundle.text.public" : "screen.bundle.text")}
      </p>
      <BundleReader choice={choice()} plan={plan()} onChoose={choose} />
      <Show
        when={!empty()}
        fallback={
          <EmptyState
            icon={PackageOpen}
            title={say.word("screen.bundle.empty.title")}
            text={say.word("screen.bundle.empty.text")}
          >
            <Button tone="solid" onClick={() => desk.exec("inbox.add", { caseId: live.caseId })}>
              {say.word("screen.bundle.empty.do")}
            </Button>
          </EmptyState>
        }
      >
        <Show when={refused()}>{(error) => <Refused error={error()} />}</Show>
        <Show
          when={plan()}
          fallback={
            <Show when={refused() === undefined}>
              <p role="status">{say.word("screen.bundle.planning")}</p>
            </Show>
          }
        >
          {(now) => (
            <>
              <Show when={now().redaction}>{(masked) => <MaskedText of={masked()} />}</Show>
              <BundleContents plan={now()} engagement={live.notices().some((n) => n.code === "L1.discloses")} />
            </>
          )}
        </Show>
        <Show when={packing()}>
          {(now) => (
            <div class={styles["progress"]} role="status">
              <progress max={Math.max(1, now().total)} value={now().done} aria-label={say.word("screen.bundle.name")} />
              {say.word("screen.bundle.progress", { done: now().done, total: now().total })}
            </div>
          )}
        </Show>
        <Show when={failure()}>
          {(error) => (
            <p class={styles["bad"]} role="alert">
              <Icon icon={CircleAlert} /> {dossierTrouble(say, error())}
            </p>
          )}
        </Show>
        <div class={styles["actions"]}>
          <Show
            when={packing()}
            fallback={
              <Button
                tone={done() === undefined ? "solid" : "ghost"}
                icon={PackageOpen}
                disabled={plan() === undefined}
                data-pack=""
                onClick={() => void pack()}
              >
                {say.word(done() === undefined ? "screen.bundle.start" : "screen.bundle.again")}
              </Button>
            }
          >
            {(now) => (
              <Button tone="danger" icon={Square} onClick={() => now().stop()}>
                {say.word("screen.bundle.stop")}
              </Button>
            )}
          </Show>
          <Show when={done()}>
            {(made) => (
              <Button tone="solid" icon={Download} onClick={() => download(made().name, made().blob)}>
                {say.word("screen.bundle.save")}
              </Button>
            )}
          </Show>
        </div>
        <Show when={done()}>{(made) => <HowToCheck name={made().name} />}</Show>
      </Show>
    </div>
  );
}

/** Why this reader gets none, and the way to the letter where that is what is left to do. */
function Refused(props: { readonly error: DossierError }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const draft = (): Id | undefined => (props.error.kind === "refused" ? props.error.draft : undefined);
  const unwritten = (): boolean => props.error.kind === "refused" && props.error.refusal.kind === "no_letter";
  return (
    <div class={styles["refused"]} role="alert" data-refused="">
      <p class={styles["bad"]}>
        <Icon icon={CircleAlert} /> {dossierTrouble(say, props.error)}
      </p>
      <Show when={draft()}>
        {(of) => (
          <Button
            icon={FilePenLine}
            onClick={() => desk.exec("letter.open", { caseId: live.caseId, draft: of(), where: "here" })}
          >
            {say.word("screen.bundle.refused.letter")}
          </Button>
        )}
      </Show>
      <Show when={unwritten()}>
        <Button
          icon={FilePenLine}
          onClick={() => desk.exec("letter.open", { caseId: live.caseId, kind: "post", where: "here" })}
        >
          {say.word("screen.bundle.refused.write")}
        </Button>
      </Show>
    </div>
  );
}

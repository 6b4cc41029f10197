/**
 * The letter of a case: notices above, the paper, what the platform's form needs below; after sending, the sent version.
 *
 * 1. Argument: `<case>/<draft>` or `<case>`; without a draft it is the newest one, else the newest that was sent.
 * 2. The notices of a category stand above every letter and cannot be put away (L1).
 */
import { isFormKind, type Id, type RecordOf } from "@recourse/core";
import { Button, EmptyState, Icon, type ViewProps } from "@recourse/ui";
import { ClipboardList, FilePenLine, RefreshCw } from "lucide";
import { createEffect, createMemo, createSignal, on, Show, type JSX } from "solid-js";
import { NoticeBar } from "../../parts/NoticeBar.tsx";
import { InCase, Served } from "../../parts/served.tsx";
import type { CaseLive, Services } from "../../services/services.ts";
import { Attachments } from "./Attachments.tsx";
import { draftOf } from "./draft-of.ts";
import { Held } from "./Held.tsx";
import { createLetter, runTold, type LetterLive } from "./letter-live.ts";
import { nameTab } from "./letter-tabs.ts";
import { LetterBar } from "./LetterBar.tsx";
import styles from "./LetterEditor.module.css";
import { LetterPaper } from "./LetterPaper.tsx";
import { ReasonPicker } from "./ReasonPicker.tsx";
import { SendDialog } from "./SendDialog.tsx";
import { SentPaper } from "./SentPaper.tsx";

export function LetterEditor(props: ViewProps<Services>): JSX.Element {
  const { services } = props;
  const parts = createMemo(() => (props.arg ?? "").split("/"));
  const live = createMemo(() => services.cases.live(parts()[0]));
  return (
    <Served services={services}>
      <Show when={live()} keyed fallback={<Opening services={services} caseId={parts()[0]} />}>
        {(open) => (
          <InCase live={open}>
            <LetterOf live={open} services={services} draft={parts()[1]} arg={props.arg} active={props.active} />
          </InCase>
        )}
      </Show>
    </Served>
  );
}

function Opening(props: { readonly services: Services; readonly caseId: string | undefined }): JSX.Element {
  const { say, cases } = props.services;
  const trouble = (): string | undefined => cases.trouble(props.caseId)?.kind;
  return (
    <p class={styles["opening"]} role="status">
      {trouble() === undefined ? say.word("screen.letter.opening") : say.word(`screen.open.${trouble() ?? ""}`)}
    </p>
  );
}

interface LetterOfProps {
  readonly live: CaseLive;
  readonly services: Services;
  readonly draft: string | undefined;
  readonly arg: string | undefined;
  readonly active: boolean;
}

function LetterOf(props: LetterOfProps): JSX.Element {
  const { live, services } = props;
  const { say } = services;
  const draft = createMemo<RecordOf<"draft"> | undefined>(() => draftOf(live, props.draft), undefined, {
    equals: (a, b) => a?.id === b?.id,
  });
  const sent = createMemo(() => live.all("sentVersion").find((v) => v.draft === draft()?.id));
  createEffect(() => {
    const kind = draft()?.kind;
    if (kind !== undefined && props.arg !== undefined) nameTab(props.arg, kind);
  });
  const start = (): void => {
    runTold(services, live, "draft.start", { kind: "application" });
  };
  return (
    <div class={styles["screen"]}>
      <div class={styles["notices"]}>
        <NoticeBar notices={live.notices()} brief />
      </div>
      <Show
        when={draft()?.id}
        keyed
        fallback={
          <EmptyState
            icon={FilePenLine}
            title={say.word("screen.letter.start.title")}
            text={say.word("screen.letter.start.text")}
          >
            <Button tone="solid" disabled={live.readOnly()} onClick={start}>
              {say.word("screen.letter.start.do")}
            </Button>
            <Button tone="ghost" onClick={() => services.desk.exec("letter.write", { caseId: live.caseId })}>
              {say.word("screen.letter.write")}
            </Button>
          </EmptyState>
        }
      >
        {(id: Id) => (
          <Show
            when={sent()}
            fallback={
              <OpenLetter letter={createLetter(services, live, id)} services={services} active={props.active} />
            }
          >
            {(version) => <SentPaper live={live} version={version()} />}
          </Show>
        )}
      </Show>
    </div>
  );
}

interface OpenLetterProps {
  readonly letter: LetterLive;
  readonly services: Services;
  readonly active: boolean;
}

function OpenLetter(props: OpenLetterProps): JSX.Element {
  const { letter, services } = props;
  const { say } = services;
  const [sending, setSending] = createSignal(false);
  let screen!: HTMLDivElement;
  const toFirstBlock = (): void => {
    const card = screen.querySelector<HTMLElement>('[data-severity="block"]');
    card?.scrollIntoView({ block: "center" });
    const way =
      card?.querySelector<HTMLElement>("button") ??
      card?.closest("[data-sentence]")?.querySelector<HTMLElement>("[data-sentence-text]");
    way?.focus();
  };
  // A sentence named by the address is gone to once; the address then says only which letter.
  createEffect(
    on(
      () => (props.active ? services.desk.query()["at"] : undefined),
      (at) => {
        if (at === undefined) return;
        requestAnimationFrame(() => {
          const sentence = screen.querySelector<HTMLElement>(
            `[data-sentence="${CSS.escape(at)}"] [data-sentence-text]`,
          );
          sentence?.scrollIntoView({ block: "center" });
          sentence?.focus();
          services.desk.setQuery({ at: undefined });
        });
      },
    ),
  );
  return (
    <div ref={screen} class={styles["letter"]}>
      <Held letter={letter} />
      <LetterBar letter={letter} onSend={() => setSending(true)} onBlocked={toFirstBlock} />
      <Show when={letter.stale()}>
        <p class={styles["stale"]} role="status">
          {say.word("screen.letter.stale")}
          <Button
            tone="ghost"
            icon={RefreshCw}
            data-refresh=""
            onClick={() => letter.run("draft.compose", { draft: letter.draft }, { said: "screen.letter.refreshed" })}
          >
            {say.word("screen.letter.refresh")}
          </Button>
        </p>
      </Show>
      <Show when={letter.live.readOnly()}>
        <p class={styles["stale"]}>{say.word("screen.letter.read_only")}</p>
      </Show>
      <Show when={isFormKind(letter.kind())}>
        <p class={styles["has_form"]}>
          <Icon icon={ClipboardList} size="small" /> {say.word("screen.paper.has_form")}
        </p>
      </Show>
      <LetterPaper letter={letter} />
      <div class={styles["below"]}>
        <Show when={letter.kind() === "application"}>
          <ReasonPicker letter={letter} />
        </Show>
        <Show when={letter.spec().needs.includes("evidence") && letter.spec().audience !== "public"}>
          <Attachments letter={letter} />
        </Show>
      </div>
      <SendDialog letter={letter} open={sending()} onClose={() => setSending(false)} />
    </div>
  );
}

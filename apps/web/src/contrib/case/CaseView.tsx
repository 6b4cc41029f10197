/**
 * The case on one page: what to read first, the four questions, the next step, the proof table, and everything it is made of (L10, E1–E9).
 *
 * 1. Sections stand in one fixed order and stay mounted while the case changes: a remote edit never takes the focus away.
 */
import { isId, type Id } from "@recourse/core";
import { Button, EmptyState, type ViewProps } from "@recourse/ui";
import { FolderOpen, TriangleAlert } from "lucide";
import { createSignal, onMount, Show, untrack, type JSX } from "solid-js";
import { carriesFiles, filesIn } from "../../parts/dropped.ts";
import { InCase, Served, useCase, useServices } from "../../parts/served.tsx";
import { TakenReport } from "../../parts/TakenReport.tsx";
import { ViewerNotice } from "../../parts/ViewerNotice.tsx";
import type { Services } from "../../services/services.ts";
import type { TakenFile } from "../../services/taken-file.ts";
import { asking } from "./asking.ts";
import { CaseHead } from "./CaseHead.tsx";
import { CaseNotes } from "./CaseNotes.tsx";
import styles from "./CaseView.module.css";
import { Chart } from "./Chart.tsx";
import { Deadlines } from "./Deadlines.tsx";
import { Exhibits } from "./Exhibits.tsx";
import { Facts } from "./Facts.tsx";
import { FileProgress } from "./FileProgress.tsx";
import { Filings } from "./Filings.tsx";
import { FourQuestions } from "./FourQuestions.tsx";
import { Grounds } from "./Grounds.tsx";
import { Letters } from "./Letters.tsx";
import { Matrix } from "./Matrix.tsx";
import { Notices } from "./Notices.tsx";
import { Offers } from "./Offers.tsx";
import { SafetyCards } from "./SafetyCards.tsx";
import { Settlement } from "./Settlement.tsx";
import { TheStep } from "./TheStep.tsx";
import { Timeline } from "./Timeline.tsx";
import { followPlace } from "./place.ts";
import { countWhileShown } from "./shown-cases.ts";

export function CaseView(props: ViewProps<Services>): JSX.Element {
  const caseId = (): Id | undefined => (props.arg !== undefined && isId(props.arg) ? props.arg : undefined);
  return (
    <Served services={props.services}>
      <Show when={props.services.cases.live(caseId())} keyed fallback={<NotOpen caseId={caseId()} />}>
        {(live) => (
          <InCase live={live}>
            <Page active={props.active} />
          </InCase>
        )}
      </Show>
    </Served>
  );
}

function NotOpen(props: { readonly caseId: Id | undefined }): JSX.Element {
  const { say, cases, desk } = useServices();
  return (
    <Show
      when={cases.trouble(props.caseId)}
      fallback={<EmptyState icon={FolderOpen} title={say.word("screen.case.opening")} />}
    >
      {(trouble) => (
        <EmptyState
          icon={TriangleAlert}
          title={say.word("screen.open.title")}
          text={say.word(say.has(`screen.open.${trouble().kind}`) ? `screen.open.${trouble().kind}` : "screen.open.io")}
        >
          <Button onClick={() => desk.open("today")}>{say.word("screen.today")}</Button>
        </EmptyState>
      )}
    </Show>
  );
}

function Page(props: { readonly active: boolean }): JSX.Element {
  const { say, intake, desk } = useServices();
  const live = useCase();
  // An address that names a section, opened from outside: nobody asked by command.
  onMount(() => {
    const { view } = untrack(desk.query);
    if (
      view !== undefined &&
      untrack(() => desk.activeCase()) === live.caseId &&
      untrack(asking.place)?.caseId !== live.caseId
    )
      asking.go({ caseId: live.caseId, section: view, target: undefined });
  });
  const [over, setOver] = createSignal(false);
  const [stepGone, setStepGone] = createSignal(false);
  const [taken, setTaken] = createSignal<readonly TakenFile[]>([]);
  let page!: HTMLElement;
  countWhileShown(() => props.active);
  followPlace(
    () => page,
    live.caseId,
    () => props.active,
  );
  const take = async (data: DataTransfer): Promise<void> => {
    const files = await filesIn(data);
    if (files.length === 0) return;
    const result = await intake.take(files, live.caseId);
    setTaken((before) => [...result, ...before]);
  };
  const inDialog = (event: Event): boolean =>
    event.target instanceof Element && event.target.closest("dialog, input, textarea") !== null;
  return (
    <article
      ref={page}
      class={`${styles["page"]} ${over() ? styles["over"] : ""}`}
      tabIndex={-1}
      data-focus-home
      onDragOver={(event) => {
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (
          event.relatedTarget === null ||
          !(event.relatedTarget instanceof Node && page.contains(event.relatedTarget))
        )
          setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (event.dataTransfer === null || !carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        void take(event.dataTransfer);
      }}
      onPaste={(event) => {
        if (inDialog(event) || !carriesFiles(event.clipboardData) || event.clipboardData === null) return;
        event.preventDefault();
        void take(event.clipboardData);
      }}
    >
      <CaseHead stepGone={stepGone()} />
      <ViewerNotice caseId={live.caseId} />
      <div class={styles["body"]}>
        <Show when={over()}>
          <p class={styles["drop"]} role="status">
            {say.word("screen.case.drop_here")}
          </p>
        </Show>
        <FileProgress />
        <Show when={taken().length > 0}>
          <section class={styles["report"]} aria-label={say.word("screen.case.just_added")}>
            <TakenReport files={taken()} />
            <Button tone="plain" onClick={() => setTaken([])}>
              {say.word("screen.case.report_close")}
            </Button>
          </section>
        </Show>
        <Notices />
        <SafetyCards />
        <FourQuestions />
        <TheStep onGone={setStepGone} />
        <Matrix />
        <Grounds />
        <Facts />
        <Exhibits />
        <Chart />
        <Deadlines />
        <Timeline />
        <CaseNotes />
        <Letters />
        <Filings />
        <Offers />
        <Settlement />
      </div>
    </article>
  );
}

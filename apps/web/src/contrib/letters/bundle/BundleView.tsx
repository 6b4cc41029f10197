/**
 * Making a bundle: what goes in and what it discloses, packing with progress and a stop, then the download and how to check it.
 *
 * 1. Nothing is packed before the list was shown; rows of other matters are named with their number.
 */
import { Button, EmptyState, Icon, type ViewProps } from "@recourse/ui";
import { CircleAlert, CircleCheck, Download, Info, PackageOpen, Square, TriangleAlert } from "lucide";
import { createEffect, createMemo, createSignal, For, on, onCleanup, Show, type JSX } from "solid-js";
import { NoticeBar } from "../../../parts/NoticeBar.tsx";
import { Served } from "../../../parts/served.tsx";
import type { BundlePlan, DossierError, MadeFile } from "../../../services/dossier.ts";
import type { CaseLive, Services } from "../../../services/services.ts";
import { dossierTrouble } from "../trouble.ts";
import styles from "./BundleView.module.css";

export function BundleView(props: ViewProps<Services>): JSX.Element {
  const { services } = props;
  const live = createMemo(() => services.cases.live(props.arg?.split("/")[0]));
  return (
    <Served services={services}>
      <Show when={live()} keyed fallback={<p class={styles["view"]}>{services.say.word("screen.letter.opening")}</p>}>
        {(open) => <Bundle live={open} services={services} />}
      </Show>
    </Served>
  );
}

type Doing =
  | { readonly kind: "rest" }
  | { readonly kind: "packing"; readonly done: number; readonly total: number; readonly stop: () => void }
  | { readonly kind: "done"; readonly made: MadeFile }
  | { readonly kind: "failed"; readonly error: DossierError };

function Bundle(props: { readonly live: CaseLive; readonly services: Services }): JSX.Element {
  const { live, services } = props;
  const { say, dossier, desk, download } = services;
  const [plan, setPlan] = createSignal<BundlePlan | undefined>(undefined);
  const [doing, setDoing] = createSignal<Doing>({ kind: "rest" });
  const empty = createMemo(() => live.ids("exhibit").length === 0);
  let asked = 0;
  createEffect(
    on(live.whole, () => {
      const mine = (asked += 1);
      void dossier.plan(live.caseId).then((made) => {
        if (mine !== asked) return;
        if (made.ok) setPlan(made.value);
        else setDoing({ kind: "failed", error: made.error });
      });
    }),
  );
  onCleanup(() => {
    asked += 1;
    const now = doing();
    if (now.kind === "packing") now.stop();
  });
  const pack = async (): Promise<void> => {
    const stopper = new AbortController();
    const stop = (): void => stopper.abort();
    setDoing({ kind: "packing", done: 0, total: 0, stop });
    const made = await dossier.bundle(live.caseId, {
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
    <div class={styles["view"]} data-bundle="">
      <NoticeBar notices={live.notices()} brief />
      <h1 class={styles["title"]}>{say.word("screen.bundle.name")}</h1>
      <p class={styles["text"]}>{say.word("screen.bundle.text")}</p>
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
        <Show when={plan()} fallback={<p role="status">{say.word("screen.bundle.planning")}</p>}>
          {(now) => (
            <PlanTable
              plan={now()}
              engagement={live.notices().some((n) => n.code === "L1.discloses")}
              services={services}
            />
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
        <Show when={done()}>
          {(made) => (
            <section class={styles["check"]} aria-label={say.word("screen.bundle.check.title")}>
              <p class={styles["good"]}>
                <Icon icon={CircleCheck} /> {say.word("screen.bundle.done", { name: made().name })}
              </p>
              <h2 class={styles["heading"]}>{say.word("screen.bundle.check.title")}</h2>
              <p class={styles["text"]}>{say.word("screen.bundle.check.text")}</p>
              <code class={styles["command"]}>sha256sum -c manifest-sha256.txt</code>
              <p class={styles["text"]}>{say.word("screen.bundle.check.limit")}</p>
              <Button tone="ghost" onClick={() => desk.exec("bundle.verify")}>
                {say.word("screen.verify.name")}
              </Button>
            </section>
          )}
        </Show>
      </Show>
    </div>
  );
}

interface PlanTableProps {
  readonly plan: BundlePlan;
  readonly engagement: boolean;
  readonly services: Services;
}

/** Name of a file without the folders of the bag. */
const shortName = (path: string): string => path.replace(/^data\//, "");

function PlanTable(props: PlanTableProps): JSX.Element {
  const { say } = props.services;
  const payload = (): BundlePlan["files"] => props.plan.files.filter((f) => f.path.startsWith("data/"));
  return (
    <>
      <Show when={props.plan.letter !== "in"}>
        <p class={styles["note"]}>
          <Icon icon={Info} size="small" />{" "}
          {say.word(props.plan.letter === "none" ? "screen.bundle.no_letter" : "screen.bundle.letter_blocked")}
        </p>
      </Show>
      <Show when={props.engagement}>
        <p class={styles["warn"]} role="note">
          <Icon icon={TriangleAlert} size="small" /> {say.word("screen.bundle.discloses.engagement")}
        </p>
      </Show>
      <For each={props.plan.withheld}>
        {(name) => (
          <p class={styles["note"]}>
            <Icon icon={Info} size="small" /> {say.word("screen.bundle.withheld", { name })}
          </p>
        )}
      </For>
      <For each={props.plan.disclosures}>
        {(d) => (
          <p class={styles["warn"]} role="note">
            <Icon icon={TriangleAlert} size="small" />{" "}
            {say.word("screen.bundle.discloses", { file: shortName(d.path), rows: d.otherRows })}
          </p>
        )}
      </For>
      <h2 class={styles["heading"]}>{say.word("screen.bundle.contents")}</h2>
      <div class={styles["scroll"]} tabIndex={0} role="group" aria-label={say.word("screen.bundle.contents")}>
        <table class={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">{say.word("screen.bundle.file")}</th>
              <th scope="col" class={styles["number"]}>
                {say.word("screen.bundle.size")}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={payload()}>
              {(file) => (
                <tr>
                  <td class={styles["name"]}>{shortName(file.path)}</td>
                  <td class={styles["number"]}>{say.word("screen.size", { bytes: file.size })}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <p class={styles["text"]}>{say.word("screen.bundle.total", { n: payload().length, bytes: props.plan.size })}</p>
    </>
  );
}

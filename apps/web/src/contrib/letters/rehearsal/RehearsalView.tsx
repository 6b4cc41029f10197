/**
 * Before a letter goes out: what they will probably say, and what answers it with the facts of this case (X6, G1).
 *
 * 1. Argument: `<case>` or `<case>/<draft>`.
 * 2. Nothing here is sent or stored: an answer goes into a letter only by writing one.
 */
import type { Id } from "@recourse/core";
import { Button, EmptyState, type ViewProps } from "@recourse/ui";
import { FilePenLine, MessagesSquare } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { CasePage } from "../../../parts/CasePage.tsx";
import { NoticeBar } from "../../../parts/NoticeBar.tsx";
import page from "../../../parts/Page.module.css";
import { useCase, useServices } from "../../../parts/served.tsx";
import type { Services } from "../../../services/services.ts";
import { ExcuseCard } from "./ExcuseCard.tsx";
import { likelySaid, type LikelySaid } from "./likely-said.ts";

export function RehearsalView(props: ViewProps<Services>): JSX.Element {
  return <CasePage {...props}>{() => <Rehearsal draft={props.arg?.split("/")[1]} />}</CasePage>;
}

/** How many are unfolded at first, beside what they have said and what is a danger. */
const OPEN = 2;

function Rehearsal(props: { readonly draft: string | undefined }): JSX.Element {
  const services = useServices();
  const { say, desk, reference } = services;
  const live = useCase();
  const draft = createMemo<Id | undefined>(() => live.record("draft", props.draft)?.id);
  const list = createMemo<readonly LikelySaid[] | undefined>(() => {
    const book = reference.excuses();
    return book === undefined ? undefined : likelySaid(services, live, book, draft());
  });
  const byId = createMemo(() => new Map(list()?.map((each) => [each.said.excuse, each])));
  const ids = createMemo<readonly string[]>(() => list()?.map((each) => each.said.excuse) ?? [], [], {
    equals: (a, b) => a.length === b.length && a.every((id, n) => id === b[n]),
  });
  return (
    <div class={page["page"]} data-rehearsal="" tabIndex={-1}>
      <NoticeBar notices={live.notices()} brief />
      <header class={page["head"]}>
        <h1 class={page["title"]}>{say.word("screen.rehearse.title")}</h1>
        <p class={page["text"]}>{say.word("screen.rehearse.text")}</p>
        <Show when={draft()}>
          {(of) => (
            <p class={page["acts"]}>
              <Button
                icon={FilePenLine}
                onClick={() => desk.exec("letter.open", { caseId: live.caseId, draft: of(), where: "here" })}
              >
                {say.word("screen.rehearse.back")}
              </Button>
            </p>
          )}
        </Show>
      </header>
      <Show when={list() !== undefined} fallback={<p role="status">{say.word("screen.rehearse.loading")}</p>}>
        <Show
          when={ids().length > 0}
          fallback={<EmptyState icon={MessagesSquare} title={say.word("screen.rehearse.none")} />}
        >
          <ul class={page["cards"]}>
            <For each={ids()}>
              {(id, n) => (
                <Show when={byId().get(id)}>
                  {(each) => (
                    <li>
                      <ExcuseCard of={each()} open={n() < OPEN} />
                    </li>
                  )}
                </Show>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </div>
  );
}

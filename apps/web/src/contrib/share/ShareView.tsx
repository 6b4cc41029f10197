/**
 * Sharing one case: before it ever was, what that means; afterwards, its people (P5, G2).
 *
 * 1. Giving a case its log closes it and opens it again: the screen stays, with what was typed on it.
 */
import { isId, type Id } from "@recourse/core";
import type { ViewProps } from "@recourse/ui";
import { createEffect, createMemo, onCleanup, Show, type JSX } from "solid-js";
import { CasePage } from "../../parts/CasePage.tsx";
import page from "../../parts/Page.module.css";
import { InView, PageHead } from "../../parts/PageHead.tsx";
import { Served } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import { BeforeSharing } from "./BeforeSharing.tsx";
import { SharedPage } from "./SharedPage.tsx";
import { shownCases, wishes } from "./share-wishes.ts";

export function ShareView(props: ViewProps<Services>): JSX.Element {
  const { services } = props;
  const { cases, sharing } = services;
  const caseId = (): Id | undefined => (props.arg !== undefined && isId(props.arg) ? props.arg : undefined);
  /** Once it was open it stays on the screen. */
  const ready = createMemo<Id | undefined>((before) => {
    const id = caseId();
    // Asked even where it is known: asking opens it again.
    const isOpen = cases.live(id) !== undefined;
    return isOpen || id === before ? id : undefined;
  });
  createEffect(() => {
    const id = caseId();
    if (id === undefined || !props.active) return;
    shownCases.show(id, true);
    onCleanup(() => shownCases.show(id, false));
  });
  return (
    <Show when={ready()} keyed fallback={<CasePage {...props}>{() => null}</CasePage>}>
      {(id) => (
        <Served services={services}>
          <InView active={props.active}>
            <div class={page["page"]} data-share="">
              <Show
                when={sharing.of(id)}
                keyed
                fallback={<Before services={services} caseId={id} active={props.active} />}
              >
                {(of) => (
                  <>
                    <Head services={services} caseId={id} />
                    <SharedPage caseId={id} of={of} active={props.active} />
                  </>
                )}
              </Show>
            </div>
          </InView>
        </Served>
      )}
    </Show>
  );
}

interface HeadProps {
  readonly services: Services;
  readonly caseId: Id;
  /** What this is about, where it is not known yet. */
  readonly about?: string;
}

function Head(props: HeadProps): JSX.Element {
  const { say, cases } = props.services;
  return (
    <PageHead title={say.word("screen.share.title")}>
      <p class={page["text"]}>{props.about ?? cases.book.row(props.caseId)?.title}</p>
    </PageHead>
  );
}

interface BeforeProps {
  readonly services: Services;
  readonly caseId: Id;
  readonly active: boolean;
}

function Before(props: BeforeProps): JSX.Element {
  const { say } = props.services;
  // Whoever wanted to invite is where that begins; the wish is not kept for later.
  createEffect(() => {
    if (props.active && wishes.now()?.caseId === props.caseId) wishes.done();
  });
  return (
    <>
      <Head services={props.services} caseId={props.caseId} about={say.word("screen.share.before.text")} />
      <BeforeSharing caseId={props.caseId} />
    </>
  );
}

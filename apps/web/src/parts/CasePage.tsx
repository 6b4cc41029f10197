/** A page about one open case: waits until it is open, and says so; where it cannot be opened it says why. */
import { EmptyState, type ViewProps } from "@recourse/ui";
import { FolderOpen, TriangleAlert } from "lucide";
import { Show, type JSX } from "solid-js";
import { InView } from "./PageHead.tsx";
import { InCase, Served } from "./served.tsx";
import type { CaseLive, Services } from "../services/services.ts";

export interface CasePageProps extends ViewProps<Services> {
  readonly children: (live: CaseLive) => JSX.Element;
}

export function CasePage(props: CasePageProps): JSX.Element {
  const caseId = (): string | undefined => props.arg?.split("/")[0];
  const { say, cases } = props.services;
  const why = (kind: string): string =>
    say.word(say.has(`screen.open.${kind}`) ? `screen.open.${kind}` : "screen.open.io");
  return (
    <Served services={props.services}>
      <InView active={props.active}>
        <Show
          when={cases.live(caseId())}
          keyed
          fallback={
            <Show
              when={cases.trouble(caseId())}
              fallback={<EmptyState icon={FolderOpen} title={say.word("screen.letter.opening")} />}
            >
              {(trouble) => (
                <EmptyState icon={TriangleAlert} title={say.word("screen.open.title")} text={why(trouble().kind)} />
              )}
            </Show>
          }
        >
          {(live) => <InCase live={live}>{props.children(live)}</InCase>}
        </Show>
      </InView>
    </Served>
  );
}

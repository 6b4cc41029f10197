/** A page about one open case: waits until it is open, and says so. */
import type { ViewProps } from "@recourse/ui";
import { Show, type JSX } from "solid-js";
import { InCase, Served } from "../../parts/served.tsx";
import type { CaseLive, Services } from "../../services/services.ts";
import styles from "./Doors.module.css";

export interface CasePageProps extends ViewProps<Services> {
  readonly children: (live: CaseLive) => JSX.Element;
}

export function CasePage(props: CasePageProps): JSX.Element {
  return (
    <Served services={props.services}>
      <Show
        when={props.services.cases.live(props.arg?.split("/")[0])}
        keyed
        fallback={<p class={styles["page"]}>{props.services.say.word("screen.letter.opening")}</p>}
      >
        {(live) => <InCase live={live}>{props.children(live)}</InCase>}
      </Show>
    </Served>
  );
}

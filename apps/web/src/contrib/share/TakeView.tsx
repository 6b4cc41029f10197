/** The page for opening a `.casebox` file (FI2, FI3). */
import type { ViewProps } from "@recourse/ui";
import type { JSX } from "solid-js";
import page from "../../parts/Page.module.css";
import { InView, PageHead } from "../../parts/PageHead.tsx";
import { Served } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import own from "./Join.module.css";
import { TakeFile } from "./TakeFile.tsx";

export function TakeView(props: ViewProps<Services>): JSX.Element {
  const { say } = props.services;
  return (
    <Served services={props.services}>
      <InView active={props.active}>
        <div class={`${page["page"]} ${own["join"]}`}>
          <PageHead title={say.word("screen.casebox.title")} />
          <TakeFile />
        </div>
      </InView>
    </Served>
  );
}

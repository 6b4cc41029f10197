/**
 * Today: mine now, waiting for them, coming up, put off. What a new person sees is here; the lists come with the first case.
 */
import type { ViewProps } from "@recourse/ui";
import { lazy, Show, type JSX } from "solid-js";
import { Welcome } from "../../live/Welcome.tsx";
import { Served } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";

const TodayLists = lazy(async () => ({ default: (await import("./TodayLists.tsx")).TodayLists }));

export function TodayView(props: ViewProps<Services>): JSX.Element {
  const { services } = props;
  const { cases } = services;
  return (
    <Served services={services}>
      <Show
        when={cases.book.count() > 0}
        fallback={<Show when={cases.known()}>{<Welcome services={services} />}</Show>}
      >
        <TodayLists active={props.active} />
      </Show>
    </Served>
  );
}

/** A list that draws its beginning and the rest on request: nobody reads five thousand cards from the top. */
import { Button } from "@recourse/ui";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { useServices } from "../parts/served.tsx";
import { sameIds } from "./row-list.ts";

/** Entries drawn at first, and added by each press. */
const STEP = 40;

export interface LongListProps<T extends string> {
  readonly ids: readonly T[];
  readonly fallback?: JSX.Element;
  /** Renders one `<li>`. */
  children(id: T): JSX.Element;
}

export function LongList<T extends string>(props: LongListProps<T>): JSX.Element {
  const { say } = useServices();
  const [drawn, setDrawn] = createSignal(STEP);
  const shown = createMemo(() => props.ids.slice(0, drawn()), [], { equals: sameIds });
  const rest = (): number => props.ids.length - shown().length;
  return (
    <>
      <For each={shown()} fallback={props.fallback}>
        {(id) => props.children(id)}
      </For>
      <Show when={rest() > 0}>
        <li>
          <Button tone="plain" onClick={() => setDrawn((n) => n + STEP)}>
            {say.word("screen.more", { n: rest() })}
          </Button>
        </li>
      </Show>
    </>
  );
}

/**
 * The editor area: all groups as one flat list, placed by `places.ts`, and the borders between them.
 * On a phone only the group used last is shown.
 */
import { FolderOpen } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { Button } from "../primitives/Button.tsx";
import { EmptyState } from "../primitives/EmptyState.tsx";
import { EditorGroup } from "./EditorGroup.tsx";
import styles from "./EditorArea.module.css";
import { resizeBranch, SMALLEST_SHARE } from "./groups.ts";
import type { Border } from "./places.ts";
import { Sash } from "./Sash.tsx";
import { useShell } from "./shell.ts";

const percent = (share: number): string => `${(share * 100).toFixed(4)}%`;

export function EditorArea(): JSX.Element {
  const shell = useShell();
  const { wb, layout } = shell;
  let area!: HTMLDivElement;
  const ids = createMemo(() => layout.leaves().map((leaf) => leaf.id));
  const placeOf = (id: string): Readonly<Record<string, string>> => {
    const place = layout.places().groups.get(id);
    if (place === undefined || shell.phone()) return { left: "0%", top: "0%", width: "100%", height: "100%" };
    return {
      left: percent(place.left),
      top: percent(place.top),
      width: percent(place.width),
      height: percent(place.height),
    };
  };
  const borders = createMemo(() => (shell.phone() ? [] : layout.places().borders.map((border) => border.id)));
  const Between = (props: { readonly id: string }): JSX.Element => {
    const border = createMemo(() => layout.places().borders.find((other) => other.id === props.id));
    return <Show when={border()}>{(found) => <BorderSash border={found()} />}</Show>;
  };
  const BorderSash = (props: { readonly border: Border }): JSX.Element => {
    const beside = (): boolean => props.border.direction === "row";
    const place = (): Readonly<Record<string, string>> => {
      const { within, start, share } = props.border;
      return beside()
        ? {
            left: percent(within.left + within.width * (start + share)),
            top: percent(within.top),
            height: percent(within.height),
          }
        : {
            top: percent(within.top + within.height * (start + share)),
            left: percent(within.left),
            width: percent(within.width),
          };
    };
    const fromPointer = (event: PointerEvent): number => {
      const box = area.getBoundingClientRect();
      const { within, start } = props.border;
      const at = beside()
        ? ((event.clientX - box.left) / box.width - within.left) / within.width
        : ((event.clientY - box.top) / box.height - within.top) / within.height;
      return (at - start) * 100;
    };
    const low = (): number => Math.min(SMALLEST_SHARE, props.border.room / 2) * 100;
    return (
      <Sash
        label={wb.word("ui.sash.group")}
        orientation={beside() ? "vertical" : "horizontal"}
        value={props.border.share * 100}
        least={low()}
        most={props.border.room * 100 - low()}
        usual={props.border.room * 50}
        step={2}
        place={place()}
        fromPointer={fromPointer}
        onChange={(value) =>
          layout.edit((groups) => resizeBranch(groups, props.border.branch, props.border.index, value / 100))
        }
      />
    );
  };
  return (
    <div ref={area} class={styles["area"]}>
      <Show
        when={layout.leaves().some((leaf) => leaf.tabs.length > 0)}
        fallback={
          <EmptyState icon={FolderOpen} title={wb.word("ui.editor.empty.title")} text={wb.word("ui.editor.empty.text")}>
            <Button onClick={() => shell.quick.open()}>
              {[wb.word("ui.quick.open"), shell.phone() ? undefined : wb.keyFor("ui.quick.open")]
                .filter(Boolean)
                .join(" · ")}
            </Button>
          </EmptyState>
        }
      >
        <For each={ids()}>
          {(id, index) => (
            <EditorGroup
              id={id}
              number={index() + 1}
              place={placeOf(id)}
              hidden={shell.phone() && layout.groups().focus !== id}
            />
          )}
        </For>
        <For each={borders()}>{(id) => <Between id={id} />}</For>
      </Show>
    </div>
  );
}

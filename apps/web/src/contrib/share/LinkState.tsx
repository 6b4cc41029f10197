/** How a shared case is connected, and how far what was written here has come: three stations, each with a sign and a word (I6, I10, I12). */
import { Button, Icon } from "@recourse/ui";
import { Circle, CircleCheck, CircleX, RefreshCw } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import page from "../../parts/Page.module.css";
import { useSay } from "../../parts/served.tsx";
import type { Linking, SharedCase } from "../../services/sharing/sharing.ts";
import { linkIcons } from "./share-status.ts";
import styles from "./Share.module.css";

/** States in which trying at once may help. */
const retried: ReadonlySet<Linking> = new Set<Linking>(["local", "silent", "offline", "refused"]);
/** States that a person should read. */
const grave: ReadonlySet<Linking> = new Set<Linking>(["rolled_back", "removed", "refused"]);

export function LinkState(props: { readonly of: SharedCase }): JSX.Element {
  const say = useSay();
  const linking = (): Linking => props.of.linking();
  const why = (): string | undefined => {
    const code = `screen.share.refused.${props.of.refusal() ?? ""}`;
    return linking() === "refused" && say.has(code) ? say.word(code) : undefined;
  };
  return (
    <section
      class={styles["link"]}
      aria-label={say.word("screen.share.link")}
      data-linking={linking()}
      data-grave={grave.has(linking()) ? "" : undefined}
    >
      <div class={styles["linkHead"]}>
        <Icon icon={linkIcons[linking()]} size="large" />
        <div class={styles["linkText"]} role="status">
          <strong>{say.word(`screen.share.linking.${linking()}`)}</strong>
          <p>
            {why()} {say.word(`screen.share.linking.${linking()}.more`)}
          </p>
        </div>
        <Show when={retried.has(linking())}>
          <Button icon={RefreshCw} onClick={() => props.of.reconnect()}>
            {say.word("screen.share.reconnect")}
          </Button>
        </Show>
      </div>
      <Show when={linking() !== "removed" && props.of.role() !== "viewer"}>
        <Stations of={props.of} />
      </Show>
    </section>
  );
}

interface Station {
  readonly is: "done" | "open" | "failed";
  readonly text: string;
}

function Stations(props: { readonly of: SharedCase }): JSX.Element {
  const say = useSay();
  const stations = createMemo<readonly Station[]>(() => {
    const { is, unsent, seenBy } = props.of.reach();
    const isHere = is === "here" || is === "relay" || is === "seen";
    const isSent = is === "relay" || is === "seen";
    const here = is === "saving" || is === "failed" ? is : "here";
    const relay = isSent ? "relay" : "relay.not";
    return [
      { is: is === "failed" ? "failed" : isHere ? "done" : "open", text: say.word(`screen.share.reach.${here}`) },
      {
        is: isSent ? "done" : "open",
        text:
          unsent > 0 && !isSent
            ? say.word("screen.share.reach.unsent", { n: unsent })
            : say.word(`screen.share.reach.${relay}`),
      },
      {
        is: seenBy > 0 ? "done" : "open",
        text: seenBy > 0 ? say.word("screen.share.reach.seen", { n: seenBy }) : say.word("screen.share.reach.seen.not"),
      },
    ];
  });
  const icons = { done: CircleCheck, open: Circle, failed: CircleX } as const;
  return (
    <>
      <p class={page["label"]}>{say.word("screen.share.reach")}</p>
      <ol class={styles["stations"]}>
        <For each={stations()}>
          {(station) => (
            <li data-is={station.is}>
              <Icon icon={icons[station.is]} size="small" /> {station.text}
            </li>
          )}
        </For>
      </ol>
    </>
  );
}

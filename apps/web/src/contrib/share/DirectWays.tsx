/** Ways straight to other members: off until it is switched on, on this device and for this case, and what that tells them (FR6). */
import { Icon } from "@recourse/ui";
import { Cable } from "lucide";
import { createSignal, Show, type JSX } from "solid-js";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import type { SharedCase } from "../../services/sharing/sharing.ts";
import styles from "./Share.module.css";

export function DirectWays(props: { readonly of: SharedCase }): JSX.Element {
  const { say } = useServices();
  const [failed, setFailed] = createSignal(false);
  const is = (): "off" | "on" | "impossible" => props.of.direct().is;
  const names = (): readonly string[] =>
    props.of.direct().joined.map((name) => (name?.trim() ? name : say.word("screen.share.unnamed")));
  const set = async (box: HTMLInputElement): Promise<void> => {
    const kept = await props.of.setDirect(box.checked);
    setFailed(!kept.ok);
    if (!kept.ok) box.checked = is() === "on";
  };
  return (
    <Show when={props.of.role() !== "out"}>
      <section class={page["group"]} aria-label={say.word("screen.share.direct")} data-direct={is()}>
        <h2 class={page["subtitle"]}>{say.word("screen.share.direct")}</h2>
        <Show when={is() !== "impossible"} fallback={<p>{say.word("screen.share.direct.impossible")}</p>}>
          <label class={styles["tick"]}>
            <input type="checkbox" checked={is() === "on"} onChange={(event) => void set(event.currentTarget)} />
            {say.word("screen.share.direct.on")}
          </label>
          <p class={page["text"]}>{say.word("screen.share.direct.text")}</p>
          <p role="status" data-joined={names().length}>
            <Show when={is() === "on"}>
              <Icon icon={Cable} size="small" />{" "}
              {names().length > 0
                ? say.word("screen.share.direct.joined", { names: names() })
                : say.word("screen.share.direct.waiting")}
            </Show>
          </p>
          <Show when={failed()}>
            <p role="alert">{say.word("screen.share.direct.failed")}</p>
          </Show>
        </Show>
      </section>
    </Show>
  );
}

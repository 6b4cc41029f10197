/** How long a channel takes: periods of the law with their length, or that there is none. */
import { For, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import type { Channel } from "../../services/reference.ts";
import detail from "./Detail.module.css";
import { pick } from "../../parts/provision-words.ts";

export function ChannelTime(props: { readonly channel: Channel }): JSX.Element {
  const { say, pack } = useServices();
  const words = ({ rule, otherwise, noteZh, noteEn }: Channel["clocks"][number]): string => {
    const found = pack.rules.find((each) => each.id === rule);
    const open = `screen.rules.clock.${rule}`;
    const span = found?.amount == null ? undefined : say.word(`screen.rules.span.${found.unit}`, { n: found.amount });
    const label =
      found === undefined ? (say.has(open) ? say.word(open) : rule) : pick(say.lang(), found.label_zh, found.label_en);
    const note = noteZh === undefined || noteEn === undefined ? undefined : pick(say.lang(), noteZh, noteEn);
    const set = otherwise === undefined ? undefined : say.word("screen.rules.clock.otherwise");
    return [span, label, note, set].filter((each) => each !== undefined).join(" · ");
  };
  return (
    <Show when={props.channel.clocks.length > 0}>
      <div data-fact="time">
        <dt>{say.word("screen.rules.channel.time")}</dt>
        <dd>
          <ul class={detail["lines"]}>
            <For each={props.channel.clocks}>{(clock) => <li>{words(clock)}</li>}</For>
          </ul>
        </dd>
      </div>
    </Show>
  );
}

/** Channels as information (X7, L7): the list by kind on one side, on the other the one that is open, or which comes first. */
import { EmptyState, Icon, Row, Section, type RowTone } from "@recourse/ui";
import {
  Ban,
  CircleHelp,
  CircleStop,
  Compass,
  Eye,
  Handshake,
  Landmark,
  LifeBuoy,
  ListOrdered,
  ShieldCheck,
  type IconNode,
} from "lucide";
import { createEffect, createMemo, For, on, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import type { Channel } from "../../services/reference.ts";
import { channelLine, channelName, grouped, groupOf, said, type ChannelGroup } from "./channel-words.ts";
import { ChannelDetail } from "./ChannelDetail.tsx";
import styles from "./ChannelsPart.module.css";
import detail from "./Detail.module.css";
import { Panes } from "./Panes.tsx";
import { OVERVIEW } from "./place.ts";
import { spelt } from "../../parts/provision-words.ts";
import { useRules } from "./rules-desk.tsx";

const ICONS: Readonly<Record<ChannelGroup, IconNode>> = {
  protect: ShieldCheck,
  talk: Handshake,
  third: Landmark,
  decide: CircleStop,
  support: LifeBuoy,
  report: Eye,
};

export function ChannelsPart(): JSX.Element {
  const { say, reference } = useServices();
  const { place, go } = useRules();
  const open = (): string | undefined => place().channel;
  const items = (): readonly Channel[] => reference.channels()?.items ?? [];
  const found = createMemo(() => items().find((channel) => channel.id === open()));
  return (
    <Panes
      open={open()}
      back={say.word("screen.rules.back.channels")}
      onBack={() => go({ part: "channels" })}
      list={<ChannelRows />}
      detail={
        <Show
          when={found()}
          keyed
          fallback={
            <Show
              when={open() === OVERVIEW || items().length === 0}
              fallback={<EmptyState icon={CircleHelp} title={say.word("screen.rules.found.none")} />}
            >
              <Overview />
            </Show>
          }
        >
          {(channel) => <ChannelDetail channel={channel} />}
        </Show>
      }
      empty={<Overview />}
    />
  );
}

function ChannelRows(): JSX.Element {
  const { say, reference } = useServices();
  const { place, go } = useRules();
  const groups = createMemo(() => grouped(reference.channels()?.items ?? []));
  const tone = (channel: Channel): RowTone => (!channel.enabled ? "danger" : channel.public ? "mine" : "quiet");
  let rows!: HTMLDivElement;
  // What is opened from elsewhere is found in the list as well.
  createEffect(
    on([() => place().channel, groups], ([channel]) => {
      if (channel === undefined) return;
      requestAnimationFrame(() => rows.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" }));
    }),
  );
  return (
    <div ref={rows} class={styles["rows"]} tabIndex={-1} data-focus-here>
      <ul>
        <Row
          icon={Compass}
          title={say.word("screen.rules.channels.title")}
          current={place().channel === OVERVIEW}
          onPress={() => go({ part: "channels", channel: OVERVIEW })}
        />
      </ul>
      <For each={groups()}>
        {({ group, channels }) => (
          <Section title={say.word(`screen.rules.group.${group}`)} count={channels.length}>
            <For each={channels}>
              {(channel) => (
                <Row
                  icon={channel.enabled ? ICONS[groupOf(channel)] : Ban}
                  tone={tone(channel)}
                  title={channelName(channel, say.lang())}
                  detail={channelLine(channel, say)}
                  {...(channel.enabled ? {} : { aside: say.word("screen.rules.channel.off") })}
                  current={place().channel === channel.id}
                  onPress={() => go({ part: "channels", channel: channel.id })}
                />
              )}
            </For>
          </Section>
        )}
      </For>
    </div>
  );
}

/** Which door comes first, by situation (X16). */
function Overview(): JSX.Element {
  const { say, pack, reference } = useServices();
  const { go } = useRules();
  const channel = (id: string): Channel | undefined => reference.channels()?.items.find((each) => each.id === id);
  return (
    <article class={detail["page"]}>
      <header class={detail["head"]}>
        <h2 class={detail["title"]} tabIndex={-1} data-focus-here>
          {say.word("screen.rules.channels.title")}
        </h2>
        <p class={detail["small"]}>{say.word("screen.rules.channels.text")}</p>
      </header>
      <ul class={styles["ways"]}>
        <For each={reference.channels()?.sequence ?? []}>
          {(way) => (
            <li class={styles["way"]}>
              <p>
                <Icon icon={ListOrdered} size="small" /> {spelt(said(way, say.lang()), pack.provisions, say.lang())}
              </p>
              <ol class={styles["steps"]}>
                <For each={way.channels.flatMap((id) => channel(id) ?? [])}>
                  {(step) => (
                    <li>
                      <button
                        type="button"
                        class={detail["link"]}
                        onClick={() => go({ part: "channels", channel: step.id })}
                      >
                        {channelName(step, say.lang())}
                      </button>
                    </li>
                  )}
                </For>
              </ol>
            </li>
          )}
        </For>
      </ul>
      <p>{say.word("screen.rules.channels.equal")}</p>
    </article>
  );
}

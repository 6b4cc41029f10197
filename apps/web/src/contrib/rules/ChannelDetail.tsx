/** One channel: what it handles and does not, who may file, cost, time, what it closes and what closes it, warnings for the kind of order (X7–X10, L1). */
import { Chip, Icon } from "@recourse/ui";
import {
  Ban,
  CircleCheck,
  CircleHelp,
  Eye,
  EyeOff,
  Info,
  OctagonAlert,
  TriangleAlert,
  UserRoundCheck,
  type IconNode,
} from "lucide";
import { For, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import type { Channel } from "../../services/reference.ts";
import { channelName, said } from "./channel-words.ts";
import { ChannelTime } from "./ChannelTime.tsx";
import styles from "./ChannelDetail.module.css";
import detail from "./Detail.module.css";
import { ProvisionChip } from "../../parts/ProvisionChip.tsx";
import { pick, spelt } from "../../parts/provision-words.ts";

type Level = Channel["policy"]["engagement"]["level"];

const LEVELS: Readonly<Record<Level, { readonly icon: IconNode; readonly tone: "good" | "line" | "mine" | "danger" }>> =
  {
    allow: { icon: CircleCheck, tone: "line" },
    recommend: { icon: CircleCheck, tone: "good" },
    notice: { icon: Info, tone: "mine" },
    warn: { icon: TriangleAlert, tone: "mine" },
    strong_warn: { icon: OctagonAlert, tone: "danger" },
    block: { icon: Ban, tone: "danger" },
    guardian: { icon: UserRoundCheck, tone: "line" },
    not_applicable: { icon: CircleHelp, tone: "line" },
  };

export function ChannelDetail(props: { readonly channel: Channel }): JSX.Element {
  const { say, pack, reference } = useServices();
  const { channel } = props;
  const lang = say.lang;
  const nameOf = (id: string): string => {
    const other = reference.channels()?.items.find((each) => each.id === id);
    return other === undefined ? id : channelName(other, lang());
  };
  const who = (): readonly string[] => [
    ...(channel.whoMayFile.claimant ? [say.word("screen.rules.channel.who.self")] : []),
    ...(channel.whoMayFile.guardian === "no"
      ? []
      : [say.word(`screen.rules.channel.who.guardian.${channel.whoMayFile.guardian}`)]),
    said(channel.whoMayFile.helper, lang()),
  ];
  const notes = (): string => spelt(pick(lang(), channel.notes_zh, channel.notes_en), pack.provisions, lang());
  return (
    <article class={detail["page"]} data-channel-open={channel.id}>
      <header class={detail["head"]}>
        <h2 class={detail["title"]} tabIndex={-1} data-focus-here>
          {channelName(channel, lang())}
        </h2>
        <p class={detail["chips"]}>
          <Show when={!channel.enabled}>
            <Chip tone="danger" icon={Ban}>
              {say.word("screen.rules.channel.off")}
            </Chip>
          </Show>
          <Chip tone={channel.public ? "mine" : "line"} icon={channel.public ? Eye : EyeOff}>
            {say.word(channel.public ? "screen.rules.channel.public" : "screen.rules.channel.private")}
          </Chip>
          <Show when={channel.oneShot}>
            <Chip tone="mine" icon={TriangleAlert}>
              {say.word("screen.rules.channel.oneshot")}
            </Chip>
          </Show>
        </p>
        <Show when={!channel.enabled}>
          <p class={detail["warn"]}>
            <Icon icon={Ban} size="small" /> {say.word("screen.rules.channel.off.text", { reason: notes() })}
          </p>
        </Show>
      </header>
      <dl class={detail["facts"]}>
        <Show when={channel.enabled}>
          <Points title="handles" of={lang() === "en" ? channel.handles_en : channel.handles_zh} />
          <Points title="not" of={lang() === "en" ? channel.doesNotHandle_en : channel.doesNotHandle_zh} />
          <Policies of={channel} />
          <Points title="before" of={lang() === "en" ? channel.preconditions_en : channel.preconditions_zh} />
          <Points title="material" of={lang() === "en" ? channel.requiredMaterial_en : channel.requiredMaterial_zh} />
          <Points title="who" of={who()} />
          <Cost of={channel} />
          <ChannelTime channel={channel} />
          <Fact title="closes">
            <Show when={channel.closes.length > 0} fallback={say.word("screen.rules.channel.closes.none")}>
              <ul class={detail["lines"]}>
                <For each={channel.closes}>
                  {(shut) => (
                    <li>
                      <strong>{nameOf(shut.channel)}</strong> · {said(shut, lang())} <Basis of={shut.basis} />
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </Fact>
          <Show when={channel.closedBy.length > 0}>
            <Fact title="closed">
              <ul class={styles["points"]}>
                <For each={channel.closedBy}>{(reason) => <li>{said(reason, lang())}</li>}</For>
              </ul>
              <Basis of={[...new Set(channel.closedBy.flatMap((reason) => reason.basis))]} />
            </Fact>
          </Show>
          <Fact title="undo">{say.word(`screen.rules.channel.undo.${channel.reversible}`)}</Fact>
          <Contacts of={channel} />
          <Show when={notes() !== ""}>
            <Fact title="note">{notes()}</Fact>
          </Show>
        </Show>
        <Fact title="basis">
          <Show when={channel.basis.length > 0} fallback={say.word("screen.rules.channel.practice")}>
            <Basis of={channel.basis} />
          </Show>
        </Fact>
        <div>
          <dt>{say.word("screen.rules.confidence")}</dt>
          <dd>
            {say.word(`screen.rules.confidence.${channel.confidence}`)} ·{" "}
            {say.word("screen.rules.channel.as_of", { asOf: channel.asOf })}
          </dd>
        </div>
      </dl>
    </article>
  );
}

function Fact(props: { readonly title: string; readonly children: JSX.Element }): JSX.Element {
  const { say } = useServices();
  return (
    <div data-fact={props.title}>
      <dt>{say.word(`screen.rules.channel.${props.title}`)}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Points(props: { readonly title: string; readonly of: readonly string[] }): JSX.Element {
  return (
    <Show when={props.of.length > 0}>
      <Fact title={props.title}>
        <ul class={styles["points"]}>
          <For each={props.of}>{(point) => <li>{point}</li>}</For>
        </ul>
      </Fact>
    </Show>
  );
}

function Basis(props: { readonly of: readonly string[] }): JSX.Element {
  return (
    <Show when={props.of.length > 0}>
      <span class={detail["chips"]}>
        <For each={props.of}>{(id) => <ProvisionChip id={id} />}</For>
      </span>
    </Show>
  );
}

function Cost(props: { readonly of: Channel }): JSX.Element {
  const { say } = useServices();
  return (
    <Fact title="cost">
      <p>{said(props.of.cost, say.lang())}</p>
      <ul class={styles["points"]}>
        <For each={props.of.cost.examples ?? []}>
          {(each) => (
            <li>
              {say.word("screen.rules.channel.cost.example", {
                claim: each.claimFen,
                full: each.fullFen,
                half: each.halfFen,
              })}
            </li>
          )}
        </For>
      </ul>
      <Basis of={props.of.cost.basis} />
    </Fact>
  );
}

/** How the channel stands for kinds of orders; only where there is something to say. */
function Policies(props: { readonly of: Channel }): JSX.Element {
  const { say } = useServices();
  const kinds = ["engagement", "businessPurchase", "minor"] as const;
  return (
    <div data-fact="policy">
      <dt>{say.word("screen.rules.policy")}</dt>
      <dd>
        <ul class={styles["policies"]}>
          <For each={kinds}>
            {(kind) => {
              const policy = props.of.policy[kind];
              return (
                <li data-policy={kind} data-level={policy.level}>
                  <span class={styles["kind"]}>{say.word(`screen.rules.policy.${kind}`)}</span>
                  <Chip tone={LEVELS[policy.level].tone} icon={LEVELS[policy.level].icon}>
                    {say.word(`screen.rules.level.${policy.level}`)}
                  </Chip>
                  <span>{said(policy, say.lang())}</span>
                  <Basis of={policy.basis} />
                </li>
              );
            }}
          </For>
        </ul>
      </dd>
    </div>
  );
}

function Contacts(props: { readonly of: Channel }): JSX.Element {
  const { say } = useServices();
  const state = (status: string): string =>
    say.has(`screen.rules.contact.${status}`) ? say.word(`screen.rules.contact.${status}`) : status;
  return (
    <Show when={props.of.contacts.length > 0}>
      <Fact title="contact">
        <ul class={detail["lines"]}>
          <For each={props.of.contacts}>
            {(contact) => (
              <li>
                <Show
                  when={contact.type === "url"}
                  fallback={say.word("screen.rules.channel.contact.phone", { value: contact.value })}
                >
                  <a class={detail["link"]} href={contact.value} target="_blank" rel="noopener noreferrer">
                    {say.word("screen.rules.channel.contact.open", { value: contact.value })}
                  </a>
                </Show>{" "}
                <span class={detail["code"]}>{state(contact.status)}</span>
              </li>
            )}
          </For>
        </ul>
      </Fact>
    </Show>
  );
}

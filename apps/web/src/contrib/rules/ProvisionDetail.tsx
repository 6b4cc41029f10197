/** One provision: what it says, whether it is law and was checked (L5), what it is about, where it is used and where it comes from. */
import { forceAt, type Provision } from "@recourse/core";
import { Button, Chip, Icon } from "@recourse/ui";
import { BadgeCheck, Ban, CircleCheck, CircleHelp, Copy, Files, Info, SearchCheck } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "./Detail.module.css";
import { LawText } from "./LawText.tsx";
import { pick, relevance, shortLaw } from "../../parts/provision-words.ts";
import { useRules } from "./rules-desk.tsx";
import { SourceFacts } from "./SourceFacts.tsx";

export function ProvisionDetail(props: { readonly provision: Provision }): JSX.Element {
  const { say, desk, dossier, fullPack } = useServices();
  const { ask } = useRules();
  const force = (): string => forceAt(props.provision, undefined);
  const inForce = (): boolean => force() === "in-force";
  const verified = (): boolean => props.provision.check === "verified";
  const text = (): string | undefined => fullPack()?.texts?.[props.provision.id];
  const copy = async (): Promise<void> => {
    const done = await dossier.copy(`《${shortLaw(props.provision)}》${props.provision.article}：“${text() ?? ""}”`);
    const said = say.word(done ? "screen.rules.copied" : "screen.rules.copy.failed");
    desk.toast({ text: said });
    desk.announce(said);
  };
  return (
    <article class={styles["page"]} data-provision-open={props.provision.id}>
      <header class={styles["head"]}>
        <p class={styles["over"]}>{pick(say.lang(), props.provision.law, props.provision.lawEn)}</p>
        <h2 class={`${styles["title"]} ${styles["doc"]}`} tabIndex={-1} data-focus-here>
          {pick(say.lang(), props.provision.article, `Article ${props.provision.articleNo}`)}
        </h2>
        <p class={styles["chips"]}>
          <Chip tone={inForce() ? "good" : "danger"} icon={inForce() ? CircleCheck : Ban}>
            {say.word(`force.${force()}`)}
          </Chip>
          <Chip tone={verified() ? "good" : "mine"} icon={verified() ? BadgeCheck : CircleHelp}>
            {say.word(`check.${props.provision.check}`)}
          </Chip>
          <Chip tone="line" icon={props.provision.crossChecked ? Files : Info}>
            {say.word(props.provision.crossChecked ? "screen.rules.cross.chip.yes" : "screen.rules.cross.chip.no")}
          </Chip>
        </p>
        <Show when={say.has(`screen.rules.force.${force()}`)}>
          <p class={styles["warn"]}>
            <Icon icon={Ban} size="small" /> {say.word(`screen.rules.force.${force()}`)}
          </p>
        </Show>
      </header>
      <section class={styles["text"]} aria-label={say.word("screen.rules.text")}>
        <LawText id={props.provision.id} />
        <p class={styles["small"]}>{say.word("screen.rules.text.language")}</p>
      </section>
      <p class={styles["actions"]}>
        <Button icon={Copy} disabled={text() === undefined} onClick={() => void copy()}>
          {say.word("screen.rules.copy")}
        </Button>
        <Button
          icon={SearchCheck}
          onClick={() =>
            ask({ law: shortLaw(props.provision), article: String(props.provision.articleNo), quote: "", at: "" })
          }
        >
          {say.word("screen.rules.check_quote")}
        </Button>
      </p>
      <dl class={styles["facts"]}>
        <div>
          <dt>{say.word("screen.rules.about")}</dt>
          <dd>{relevance(props.provision, say.lang())}</dd>
        </div>
        <div>
          <dt>{say.word("screen.rules.from")}</dt>
          <dd>{say.word("screen.rules.date", { at: props.provision.effectiveFrom })}</dd>
        </div>
        <Show when={props.provision.repealedFrom}>
          {(at) => (
            <div>
              <dt>{say.word("screen.rules.repealed")}</dt>
              <dd>{say.word("screen.rules.date", { at: at() })}</dd>
            </div>
          )}
        </Show>
        <Tags of={props.provision} />
        <Used of={props.provision} />
        <SourceFacts provision={props.provision} />
      </dl>
    </article>
  );
}

function Tags(props: { readonly of: Provision }): JSX.Element {
  const { say } = useServices();
  const worded = (): readonly string[] => props.of.tags.filter((tag) => say.has(`screen.rules.tag.${tag}`));
  return (
    <Show when={worded().length > 0}>
      <div>
        <dt>{say.word("screen.rules.tags")}</dt>
        <dd class={styles["chips"]}>
          <For each={worded()}>{(tag) => <Chip tone="line">{say.word(`screen.rules.tag.${tag}`)}</Chip>}</For>
        </dd>
      </div>
    </Show>
  );
}

/** Reasons, deadlines and channels of the pack that name it. */
function Used(props: { readonly of: Provision }): JSX.Element {
  const { say, pack, reference } = useServices();
  const { go } = useRules();
  const lines = createMemo<readonly string[]>(() => {
    const { id } = props.of;
    const line = (code: string, names: readonly string[]): readonly string[] =>
      names.length === 0 ? [] : [say.word(code, { names })];
    const kinds = (of: (ground: (typeof pack.grounds)[number]) => readonly string[]): readonly string[] =>
      pack.grounds.filter((ground) => of(ground).includes(id)).map((ground) => say.word(`ground.${ground.kind}`));
    const rules = pack.rules
      .filter((rule) => rule.basis.includes(id))
      .map((rule) => pick(say.lang(), rule.label_zh, rule.label_en));
    return [
      ...line(
        "screen.rules.used.ground",
        kinds((ground) => ground.provisions),
      ),
      ...line(
        "screen.rules.used.against",
        kinds((ground) => ground.against),
      ),
      ...rules.map((name) => say.word("screen.rules.used.rule", { name })),
    ];
  });
  const channels = createMemo(() => (reference.channels()?.items ?? []).filter((c) => c.basis.includes(props.of.id)));
  return (
    <Show when={lines().length + channels().length > 0}>
      <div>
        <dt>{say.word("screen.rules.used")}</dt>
        <dd>
          <ul class={styles["lines"]}>
            <For each={lines()}>{(line) => <li>{line}</li>}</For>
            <For each={channels()}>
              {(channel) => (
                <li>
                  <button
                    type="button"
                    class={styles["link"]}
                    onClick={() => go({ part: "channels", channel: channel.id })}
                  >
                    {say.word("screen.rules.used.channel", {
                      name: pick(say.lang(), channel.label_zh, channel.label_en),
                    })}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </dd>
      </div>
    </Show>
  );
}

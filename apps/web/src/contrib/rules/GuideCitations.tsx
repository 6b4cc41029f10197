/** What refund guides cite and whether it holds: status, what is wrong, the nearest provision, and one press to check it. */
import { lawName, type Pack, type Provision } from "@recourse/core";
import { Button, Chip } from "@recourse/ui";
import { CircleAlert, CircleX, SearchCheck } from "lucide";
import { For, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "./GuideCitations.module.css";
import { pick, provisionTitle } from "../../parts/provision-words.ts";
import { ProvisionChip } from "../../parts/ProvisionChip.tsx";
import { useRules } from "./rules-desk.tsx";

type GuideCitation = Pack["guideCitations"][number];

export function GuideCitations(): JSX.Element {
  const { say, pack } = useServices();
  return (
    <section class={styles["guide"]} aria-label={say.word("screen.rules.guide")}>
      <h2 class={styles["title"]}>{say.word("screen.rules.guide")}</h2>
      <p class={styles["lead"]}>{say.word("screen.rules.guide.text")}</p>
      <ul class={styles["list"]}>
        <For each={pack.guideCitations}>{(cited) => <Entry of={cited} />}</For>
      </ul>
    </section>
  );
}

function Entry(props: { readonly of: GuideCitation }): JSX.Element {
  const { say, pack } = useServices();
  const { ask } = useRules();
  const named = (): Provision | undefined =>
    pack.provisions.find(
      (p) =>
        p.articleNo === props.of.articleNo &&
        [p.law, ...p.shortNames].some((name) => lawName(name) === lawName(props.of.law)),
    );
  const title = (): string => {
    const found = named();
    return found === undefined ? `《${props.of.law}》${props.of.articleNo}` : provisionTitle(found, say.lang());
  };
  const wrong = (): boolean => props.of.check === "disputed";
  return (
    <li class={styles["entry"]} data-guide={props.of.id}>
      <h3 class={styles["name"]}>
        {title()}
        <Chip tone={wrong() ? "danger" : "mine"} icon={wrong() ? CircleX : CircleAlert}>
          {say.word(`check.${props.of.check}`)}
        </Chip>
      </h3>
      <figure class={styles["figure"]}>
        <figcaption class={styles["caption"]}>{say.word("screen.rules.guide.quote")}</figcaption>
        <blockquote class={styles["quote"]} lang="zh-CN">
          {props.of.quote}
        </blockquote>
      </figure>
      <p>{pick(say.lang(), props.of.noteZh, props.of.noteEn)}</p>
      <p class={styles["acts"]}>
        <Button
          icon={SearchCheck}
          aria-label={say.word("screen.rules.guide.try.of", { title: title() })}
          onClick={() => ask({ law: props.of.law, article: String(props.of.articleNo), quote: props.of.quote, at: "" })}
        >
          {say.word("screen.rules.guide.try")}
        </Button>
        <Show when={props.of.nearest.length > 0}>
          <For each={props.of.nearest}>{(id) => <ProvisionChip id={id} />}</For>
        </Show>
      </p>
    </li>
  );
}

/** The answer of a citation check: in words, with what the article really says and where to go from here (B6, L5). */
import { Button, Chip, Icon } from "@recourse/ui";
import { Ban, BookOpen, CircleAlert, CircleCheck, CircleHelp, CircleX, Info, type IconNode } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import { LawText } from "./LawText.tsx";
import { pick, provisionTitle } from "../../parts/provision-words.ts";
import { QuoteDiff } from "./QuoteDiff.tsx";
import { useRules } from "./rules-desk.tsx";
import type { Answer, CitationVerdict } from "./verdict.ts";
import styles from "./VerdictCard.module.css";

interface Look {
  readonly icon: IconNode;
  readonly tone: "good" | "differs" | "wrong" | "open";
}

const LOOKS: Readonly<Record<Answer, Look>> = {
  right: { icon: CircleCheck, tone: "good" },
  not_verbatim: { icon: CircleAlert, tone: "differs" },
  wrong_article: { icon: CircleX, tone: "wrong" },
  elsewhere: { icon: CircleX, tone: "wrong" },
  no_quote: { icon: Info, tone: "open" },
  too_short: { icon: CircleHelp, tone: "open" },
  no_article: { icon: CircleHelp, tone: "open" },
  no_law: { icon: CircleHelp, tone: "open" },
};

export function VerdictCard(props: { readonly verdict: CitationVerdict }): JSX.Element {
  const { say } = useServices();
  const { provision, go } = useRules();
  const { answer, citation, draft, guide } = props.verdict;
  const look = LOOKS[answer];
  const own = provision(citation.id);
  const title = (id: string): string => {
    const found = provision(id);
    return found === undefined ? id : provisionTitle(found, say.lang());
  };
  /** Where the words are from somewhere else, that place; the guide's own mistakes are known and have one. */
  const nearest = createMemo(() => {
    if (answer !== "wrong_article" && answer !== "elsewhere") return [];
    return (guide === undefined ? citation.nearest.map((n) => n.id) : guide.nearest).filter((id) => id !== citation.id);
  });
  return (
    <section
      class={`${styles["card"]} ${styles[look.tone]}`}
      data-verdict={answer}
      aria-label={say.word("screen.rules.result")}
    >
      <h2 class={styles["answer"]}>
        <Icon icon={look.icon} size="large" /> {say.word(`screen.rules.answer.${answer}`)}
      </h2>
      <p>{say.word(`screen.rules.answer.${answer}.text`)}</p>
      <p class={styles["of"]}>
        {own === undefined
          ? say.word("screen.rules.result.of", { law: draft.law, article: draft.article })
          : title(own.id)}
        <Show when={own !== undefined}>
          <Chip
            tone={citation.force === "in-force" ? "good" : "danger"}
            icon={citation.force === "in-force" ? CircleCheck : Ban}
          >
            {say.word(`force.${citation.force}`)}
          </Chip>
          <Show when={citation.check !== "unknown" && citation.check !== "verified"}>
            <Chip tone="mine" icon={CircleAlert}>
              {say.word(`check.${citation.check}`)}
            </Chip>
          </Show>
        </Show>
      </p>
      <Show when={own !== undefined && citation.force !== "in-force"}>
        <p class={styles["warn"]}>
          <Icon icon={Ban} size="small" /> {say.word("screen.rules.answer.force", { force: citation.force })}
        </p>
      </Show>
      <Show when={guide}>
        {(known) => <p class={styles["note"]}>{pick(say.lang(), known().noteZh, known().noteEn)}</p>}
      </Show>
      <Show when={answer === "not_verbatim" ? citation.text : undefined}>
        {(text) => <QuoteDiff quote={draft.quote} text={text()} />}
      </Show>
      <Show when={own}>
        {(found) => (
          <>
            <Show when={answer !== "not_verbatim"}>
              <h3 class={styles["heading"]}>{say.word("screen.rules.really", { title: title(found().id) })}</h3>
              <LawText id={found().id} size="small" />
            </Show>
            <p>
              <Button
                icon={BookOpen}
                tone={nearest().length > 0 ? "plain" : "ghost"}
                onClick={() => go({ provision: found().id })}
              >
                {say.word("screen.rules.nearest.open", { title: title(found().id) })}
              </Button>
            </p>
          </>
        )}
      </Show>
      <For each={nearest().slice(0, 1)}>
        {(id) => (
          <div class={styles["nearest"]} data-nearest={id}>
            <h3 class={styles["heading"]}>{say.word("screen.rules.nearest", { title: title(id) })}</h3>
            <LawText id={id} size="small" />
            <Button tone="solid" icon={BookOpen} onClick={() => go({ provision: id })}>
              {say.word("screen.rules.nearest.open", { title: title(id) })}
            </Button>
          </div>
        )}
      </For>
      <Show when={nearest().length > 1}>
        <p class={styles["of"]}>
          {say.word("screen.rules.nearest.more")}
          <For each={nearest().slice(1)}>
            {(id) => (
              <Button tone="plain" onClick={() => go({ provision: id })}>
                {title(id)}
              </Button>
            )}
          </For>
        </p>
      </Show>
    </section>
  );
}

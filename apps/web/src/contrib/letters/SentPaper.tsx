/**
 * A letter as it was sent: frozen, with the facts that read differently now marked beside it (A3), and whether it arrived (X1).
 *
 * 1. Nothing here can be changed; what changed since is said, never put in.
 */
import { partHeading, sentDiff, specOf, type LetterKind, type RecordOf } from "@recourse/core";
import { Button, Chip, Icon, MenuButton } from "@recourse/ui";
import { Download, Lock, PackageOpen, TriangleAlert } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { channelName } from "../../parts/channel-name.ts";
import { useServices } from "../../parts/served.tsx";
import type { CaseLive } from "../../services/services.ts";
import { Arrival } from "./Arrival.tsx";
import barStyles from "./LetterBar.module.css";
import paperStyles from "./LetterPaper.module.css";
import { bundleWish } from "./paper-way.ts";
import styles from "./SentPaper.module.css";
import { takeEntries } from "./taking-along.ts";

export function SentPaper(props: { readonly live: CaseLive; readonly version: RecordOf<"sentVersion"> }): JSX.Element {
  const services = useServices();
  const { say, desk } = services;
  const { live } = props;
  const changes = createMemo(() => sentDiff(live.whole(), props.version, live.demand()));
  const kind = (): LetterKind => live.record("draft", props.version.draft)?.kind ?? "application";
  const head = (): string =>
    say.word("screen.sent.head", { at: props.version.at, channel: channelName(say, props.version.channel) });
  const inPart = (part: string): readonly { readonly text: string; readonly index: number }[] =>
    props.version.sentences.flatMap((s, index) => (s.part === part ? [{ text: s.text, index }] : []));
  // Parts of other kinds last: a newer app may have written them.
  const parts = createMemo(() => {
    const own = specOf(kind()).parts;
    return [...new Set([...own, ...props.version.sentences.map((s) => s.part)])].filter((p) => inPart(p).length > 0);
  });
  return (
    <div>
      <header class={barStyles["bar"]}>
        <strong class={barStyles["title"]}>{say.word(`letter.title.${kind()}`)}</strong>
        <Chip tone="good" icon={Lock}>
          {say.word("screen.letter.sent")}
        </Chip>
        <span class={barStyles["status"]}>{head()}</span>
        <span class={barStyles["actions"]}>
          <MenuButton
            icon={Download}
            label={say.word("screen.letter.take")}
            entries={takeEntries({ caseId: live.caseId, draft: props.version.draft, kind: kind() }, services, (run) =>
              run(),
            )}
          />
          <Button
            tone="ghost"
            icon={PackageOpen}
            onClick={() =>
              desk.exec("bundle.make", bundleWish({ live, draft: props.version.draft, kind: kind() }, services))
            }
          >
            {say.word("screen.letter.bundle")}
          </Button>
        </span>
      </header>
      <article class={paperStyles["paper"]} aria-label={head()} data-sent="">
        <h1 class={paperStyles["title"]}>{say.word(`letter.title.${kind()}`)}</h1>
        <p class={styles["frozen"]}>{say.word("screen.sent.frozen")}</p>
        <Arrival live={live} version={props.version.id} />
        <For each={parts()}>
          {(part) => (
            <section>
              <h2 class={paperStyles["heading"]}>{say.word(partHeading(kind(), part))}</h2>
              <For each={inPart(part)}>
                {(sentence) => (
                  <>
                    <p class={styles["sentence"]}>{sentence.text}</p>
                    <For each={changes().filter((c) => c.sentence === sentence.index)}>
                      {(change) => (
                        <p class={styles["old"]} role="note">
                          <Icon icon={TriangleAlert} size="small" />{" "}
                          {change.now === undefined
                            ? say.word("screen.sent.gone", { was: change.was })
                            : say.word("screen.sent.old", { was: change.was, now: change.now })}
                        </p>
                      )}
                    </For>
                  </>
                )}
              </For>
            </section>
          )}
        </For>
        <section>
          <h2 class={paperStyles["heading"]}>{say.word("screen.sent.exhibits")}</h2>
          <Show
            when={props.version.exhibits.length > 0}
            fallback={<p class={styles["frozen"]}>{say.word("screen.sent.none")}</p>}
          >
            <ul class={styles["exhibits"]}>
              <For each={props.version.exhibits}>
                {(e) => (
                  <li>
                    {say.word("screen.letter.chip", { n: e.number })} {e.name}{" "}
                    <code title={e.sha256}>{e.sha256.slice(0, 16)}</code>
                  </li>
                )}
              </For>
            </ul>
          </Show>
          <Show when={props.version.textSha256}>
            {(hash) => (
              <p class={styles["frozen"]}>
                {say.word("screen.sent.hash")} <code title={hash()}>{hash().slice(0, 16)}</code>
              </p>
            )}
          </Show>
        </section>
      </article>
    </div>
  );
}

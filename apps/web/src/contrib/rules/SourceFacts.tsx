/** Where the text of a provision was taken from, and which other copies agree with it (L5). */
import type { Provision } from "@recourse/core";
import { createMemo, For, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "./Detail.module.css";

/** Units: digits of a version number that are shown. */
const SHORT = 12;

export function SourceFacts(props: { readonly provision: Provision }): JSX.Element {
  const { say, reference } = useServices();
  const known = createMemo(() => {
    const all = reference.sources();
    const own = all?.provisions[props.provision.id];
    const edition = own && all?.sources[own.source];
    if (all === undefined || own === undefined || edition === undefined) return undefined;
    return { own, edition, copies: own.crossCheckedWith.flatMap((id) => all.copies[id] ?? []) };
  });
  return (
    <Show when={known()}>
      {(facts) => (
        <>
          <div>
            <dt>{say.word("screen.rules.source")}</dt>
            <dd>
              <ul class={styles["lines"]} data-source>
                <li>
                  {say.word("screen.rules.source.copy")} <span class={styles["code"]}>{facts().edition.repo}</span>
                </li>
                <li>
                  {say.word("screen.rules.source.file")} <span class={styles["code"]}>{facts().edition.path}</span>
                </li>
                <li>
                  {say.word("screen.rules.source.version")}{" "}
                  <span class={styles["code"]}>{facts().edition.commit.slice(0, SHORT)}</span>
                </li>
                <Show when={facts().edition.officialUrl}>
                  {(url) => (
                    <li>
                      {say.word("screen.rules.source.official")}{" "}
                      <a class={styles["link"]} href={url()} target="_blank" rel="noopener noreferrer">
                        {url()}
                      </a>
                    </li>
                  )}
                </Show>
                <Show when={facts().own.layout}>
                  <li>{say.word("screen.rules.text.layout")}</li>
                </Show>
                <Show when={say.lang() === "en"}>
                  <li>{facts().edition.note}</li>
                </Show>
              </ul>
            </dd>
          </div>
          <div>
            <dt>{say.word("screen.rules.cross")}</dt>
            <dd>
              <Show when={facts().copies.length > 0} fallback={say.word("screen.rules.cross.no")}>
                {say.word("screen.rules.cross.yes", { n: facts().copies.length })}
                <ul class={styles["lines"]}>
                  <For each={facts().copies}>
                    {(copy) => (
                      <li class={styles["code"]}>
                        {copy.repo} {copy.path}
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
            </dd>
          </div>
        </>
      )}
    </Show>
  );
}

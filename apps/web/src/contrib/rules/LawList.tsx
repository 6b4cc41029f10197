/**
 * Searching the law, results as one types. Without a search every provision, grouped by law.
 *
 * 1. Arrows move the mark while the focus stays where it is: in the field, or in the list itself.
 * 2. Nothing is looked up in the middle of an input method's composition.
 */
import { forceAt, type Provision } from "@recourse/core";
import { Chip, EmptyState, Icon, IconButton } from "@recourse/ui";
import { Ban, Search, SearchX, X } from "lucide";
import { createEffect, createMemo, createSignal, createUniqueId, For, on, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import { createLawFinder, type LawHit } from "./find-law.ts";
import styles from "./LawList.module.css";
import { lawTitle, pick, relevance, shortLaw } from "../../parts/provision-words.ts";
import { useRules } from "./rules-desk.tsx";

/** More rows than anyone reads after typing. */
const MOST = 60;
const PAGE = 8;

interface Group {
  readonly title: string;
  readonly hits: readonly LawHit[];
}

export function LawList(): JSX.Element {
  const { say, pack, fullPack, desk } = useServices();
  const { place, go } = useRules();
  const id = createUniqueId();
  const [query, setQuery] = createSignal("");
  const [marked, setMarked] = createSignal(-1);
  let input!: HTMLInputElement;
  let list!: HTMLDivElement;

  const tags = (p: Provision): string =>
    p.tags.map((tag) => (say.has(`screen.rules.tag.${tag}`) ? say.word(`screen.rules.tag.${tag}`) : tag)).join(" ");
  const find = createMemo(() => createLawFinder(fullPack() ?? pack, tags));
  // A memo: another place in the same law starts no new search.
  const law = createMemo(() => place().law);
  const inLaw = (hit: LawHit): boolean => law() === undefined || shortLaw(hit.provision) === law();
  const searched = (): boolean => query().trim() !== "";
  const all = createMemo<readonly LawHit[]>(() =>
    (searched()
      ? find()(query())
      : pack.provisions.map((provision): LawHit => ({ provision, excerpt: undefined }))
    ).filter(inLaw),
  );
  const hits = createMemo(() => (searched() ? all().slice(0, MOST) : all()));
  const groups = createMemo<readonly Group[]>(() => {
    if (searched()) return [{ title: "", hits: hits() }];
    const byLaw = new Map<string, LawHit[]>();
    for (const hit of hits()) {
      const title = lawTitle(hit.provision, say.lang());
      byLaw.set(title, [...(byLaw.get(title) ?? []), hit]);
    }
    return [...byLaw].map(([title, of]) => ({ title, hits: of }));
  });
  const at = (): number => Math.min(marked(), hits().length - 1);
  const rowId = (provision: string): string => `${id}-${provision}`;
  const current = (): string | undefined => hits()[at()]?.provision.id;
  const status = (): string => {
    const n = all().length;
    if (n === 0) return say.word("screen.rules.found.none");
    if (!searched()) return say.word("screen.rules.count", { n });
    return n > MOST ? say.word("screen.rules.found.first", { n, m: MOST }) : say.word("screen.rules.found", { n });
  };

  createEffect(on([query, law], ([text]) => setMarked(text.trim() === "" ? -1 : 0), { defer: true }));
  createEffect(
    on(current, (provision) => {
      if (provision !== undefined) document.getElementById(rowId(provision))?.scrollIntoView({ block: "nearest" });
    }),
  );
  // What is opened from elsewhere is found in the list as well.
  createEffect(
    on(
      () => place().provision,
      (provision) => {
        if (provision === undefined) return;
        requestAnimationFrame(() => document.getElementById(rowId(provision))?.scrollIntoView({ block: "nearest" }));
      },
    ),
  );
  const look = (text: string): void => {
    setQuery(text);
    list.scrollTop = 0;
  };
  const clear = (): void => {
    input.value = "";
    look("");
    input.focus();
  };
  const open = (provision: Provision): void => {
    setMarked(hits().findIndex((hit) => hit.provision.id === provision.id));
    go({ provision: provision.id, law: law() });
    desk.announce(
      say.word("screen.rules.opened", { title: `${lawTitle(provision, say.lang())} ${provision.article}` }),
    );
  };
  const key = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const last = hits().length - 1;
    const inField = event.target === input;
    const to = {
      ArrowDown: at() >= last ? 0 : at() + 1,
      ArrowUp: at() <= 0 ? last : at() - 1,
      PageDown: Math.min(last, at() + PAGE),
      PageUp: Math.max(0, at() - PAGE),
      ...(inField ? {} : { Home: 0, End: last }),
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      setMarked(to);
    } else if (event.key === "Enter") {
      const hit = hits()[at()];
      if (hit === undefined) return;
      event.preventDefault();
      open(hit.provision);
    } else if (event.key === "Escape" && searched()) {
      event.preventDefault();
      event.stopPropagation();
      clear();
    }
  };

  return (
    <div class={styles["side"]}>
      <div class={styles["find"]}>
        <div class={styles["field"]}>
          <Icon icon={Search} />
          <input
            ref={input}
            class={styles["input"]}
            type="text"
            role="combobox"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            enterkeyhint="search"
            aria-label={say.word("screen.rules.search")}
            aria-autocomplete="list"
            aria-expanded={hits().length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={current() === undefined ? undefined : rowId(current() ?? "")}
            placeholder={say.word("screen.rules.search.hint")}
            onInput={(event) => {
              if (!event.isComposing) look(event.currentTarget.value);
            }}
            onCompositionEnd={(event) => look(event.currentTarget.value)}
            onKeyDown={key}
          />
          <Show when={query() !== ""}>
            <IconButton icon={X} label={say.word("screen.rules.search.clear")} onClick={clear} />
          </Show>
        </div>
        <div class={styles["state"]}>
          <p role="status">{status()}</p>
          <Show when={law()}>
            {(name) => (
              <Chip tone="line" iconEnd={X} onPress={() => go({ part: "law" })}>
                <span class={styles["only"]} title={say.word("screen.rules.only_law.off")}>
                  {say.word("screen.rules.only_law", {
                    law: pick(say.lang(), name(), hits()[0]?.provision.lawEn ?? name()),
                  })}
                </span>
              </Chip>
            )}
          </Show>
        </div>
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        class={styles["list"]}
        role="listbox"
        tabIndex={0}
        data-focus-here
        aria-label={say.word("screen.rules.results")}
        aria-activedescendant={current() === undefined ? undefined : rowId(current() ?? "")}
        hidden={hits().length === 0}
        onKeyDown={key}
      >
        <For each={groups()}>
          {(group) => (
            <div
              class={styles["group"]}
              role="group"
              aria-label={group.title === "" ? say.word("screen.rules.results") : group.title}
            >
              <Show when={group.title !== ""}>
                <p class={styles["heading"]} role="presentation">
                  {group.title}
                  <span>{group.hits.length}</span>
                </p>
              </Show>
              <For each={group.hits}>
                {(hit) => (
                  <LawRow
                    hit={hit}
                    id={rowId(hit.provision.id)}
                    named={searched()}
                    marked={current() === hit.provision.id}
                    open={place().provision === hit.provision.id}
                    onOpen={() => open(hit.provision)}
                  />
                )}
              </For>
            </div>
          )}
        </For>
      </div>
      <Show when={hits().length === 0}>
        <EmptyState
          icon={SearchX}
          title={say.word("screen.rules.found.none")}
          text={say.word("screen.rules.found.none.text")}
        />
      </Show>
    </div>
  );
}

interface LawRowProps {
  readonly hit: LawHit;
  readonly id: string;
  /** Whether the row has to name its law. */
  readonly named: boolean;
  readonly marked: boolean;
  readonly open: boolean;
  onOpen(): void;
}

function LawRow(props: LawRowProps): JSX.Element {
  const { say } = useServices();
  const provision = (): Provision => props.hit.provision;
  const force = (): string => forceAt(provision(), undefined);
  const article = (): string => pick(say.lang(), provision().article, `Art. ${provision().articleNo}`);
  return (
    <div
      id={props.id}
      role="option"
      class={styles["row"]}
      aria-selected={props.marked}
      data-open={props.open ? "" : undefined}
      data-provision={provision().id}
      onClick={() => props.onOpen()}
    >
      <span class={styles["name"]}>
        <b>{article()}</b>
        <Show when={props.named}>
          <span class={styles["law"]}>{lawTitle(provision(), say.lang())}</span>
        </Show>
        <Show when={force() !== "in-force"}>
          <span class={styles["force"]}>
            <Icon icon={Ban} size="small" /> {say.word(`force.${force()}`)}
          </span>
        </Show>
      </span>
      <Show
        when={props.hit.excerpt}
        fallback={<span class={styles["about"]}>{relevance(provision(), say.lang())}</span>}
      >
        {(excerpt) => (
          <span class={styles["excerpt"]} lang="zh-CN">
            {excerpt().cut[0] ? "…" : ""}
            {excerpt().text.slice(0, excerpt().hit[0])}
            <mark class={styles["mark"]}>{excerpt().text.slice(...excerpt().hit)}</mark>
            {excerpt().text.slice(excerpt().hit[1])}
            {excerpt().cut[1] ? "…" : ""}
          </span>
        )}
      </Show>
    </div>
  );
}

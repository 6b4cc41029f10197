/** One exhibit: number, picture, material, what it shows, how solid it is, what was noticed. */
import type { Id, RecordOf } from "@recourse/core";
import { Icon, MenuButton } from "@recourse/ui";
import { Eye, Hash, Link2, Pencil, ShieldCheck, Tag, Trash2, TriangleAlert } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { ChangedBy } from "../../parts/ChangedBy.tsx";
import { EvidenceState } from "../../parts/EvidenceState.tsx";
import { materialName } from "../../parts/pack-words.ts";
import { perform } from "../../parts/perform.ts";
import { useCase, useExhibits, useServices } from "../../parts/served.tsx";
import { Thumbnail } from "../../parts/Thumbnail.tsx";
import { linkText, markTexts } from "./exhibit-words.ts";
import styles from "./Exhibits.module.css";

export interface ExhibitRowProps {
  readonly id: Id;
  readonly links: readonly RecordOf<"link">[];
}

export function ExhibitRow(props: ExhibitRowProps): JSX.Element {
  const services = useServices();
  const { say, pack, desk } = services;
  const live = useCase();
  const exhibits = useExhibits();
  const exhibit = createMemo(() => live.record("exhibit", props.id));
  const number = (): number => exhibits.numberOf(props.id) ?? 0;
  const material = (): string => materialName(pack, say.lang(), exhibit()?.materialType ?? "");
  const ask = (command: string, data: Readonly<Record<string, unknown>>): void =>
    desk.exec("case.ask", { caseId: live.caseId, command, data });
  const open = (): void => ask("exhibit.open", { exhibit: props.id });
  const remove = (): void => {
    perform(
      services,
      live,
      "exhibit.remove",
      { id: props.id },
      {
        code: "screen.case.removed_exhibit",
        args: { n: number(), material: material() },
        undo: { command: "exhibit.restore", data: { id: props.id } },
      },
    );
  };
  /** Material types of the category; the one it has is marked by the row itself. */
  const materials = (): readonly string[] => {
    const category = live.record("case", live.caseId)?.category;
    return pack.categories.find((c) => c.id === category)?.materialTypes ?? pack.materialTypes.map((t) => t.id);
  };
  return (
    <Show when={exhibit()}>
      {(of) => (
        <li class={styles["row"]} data-ref={`exhibit/${props.id}`} tabIndex={-1}>
          <span class={styles["number"]}>{number()}</span>
          <button
            type="button"
            class={styles["picture"]}
            aria-label={say.word("screen.case.look_at", { n: number(), file: of().name })}
            onClick={open}
          >
            <Thumbnail exhibit={of()} label="" />
          </button>
          <div class={styles["words"]}>
            <p>
              <strong>{material()}</strong> <span class={styles["name"]}>{of().name}</span>{" "}
              <ChangedBy caseId={live.caseId} kind="exhibit" id={props.id} />
            </p>
            <Show
              when={props.links.length > 0}
              fallback={<p class={styles["open"]}>{say.word("screen.case.not_said")}</p>}
            >
              <ul class={styles["proves"]}>
                <For each={props.links}>
                  {(link) => (
                    <li>
                      {say.word(`element.short.${link.element}`)}：{linkText(say, link)}
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <For each={markTexts(say, of())}>
              {(text) => (
                <p class={styles["mark"]}>
                  <Icon icon={TriangleAlert} size="small" /> {text}
                </p>
              )}
            </For>
            <EvidenceState sha256={of().sha256} />
            <p class={styles["facts"]}>
              <span title={say.word("strength.limit")}>
                <Icon icon={ShieldCheck} size="small" /> {say.word(`strength.${of().strength}`)}
              </span>
              <span title={of().sha256}>
                <Icon icon={Hash} size="small" label="SHA-256" /> {of().sha256.slice(0, 12)}
              </span>
            </p>
          </div>
          <span class={styles["menus"]}>
            <MenuButton
              icon={Tag}
              label={say.word("screen.case.change_material", { n: number() })}
              entries={materials().map((id) => ({
                id,
                label: materialName(pack, say.lang(), id),
                disabled: id === of().materialType,
                run: () => {
                  perform(services, live, "exhibit.edit", { id: props.id, set: { materialType: id } });
                },
              }))}
            />
            <MenuButton
              label={say.word("screen.case.exhibit_more", { n: number() })}
              entries={[
                { id: "look", label: say.word("screen.case.look"), icon: Eye, run: open },
                {
                  id: "link",
                  label: say.word("fix.say_what_it_shows"),
                  icon: Link2,
                  run: () => ask("link.add", { exhibit: props.id, ask: "element" }),
                },
                {
                  id: "edit",
                  label: say.word("screen.form.title.exhibit.edit"),
                  icon: Pencil,
                  run: () => ask("exhibit.edit", { id: props.id, ask: "capturedAt" }),
                },
                { id: "remove", label: say.word("screen.case.remove"), icon: Trash2, separated: true, run: remove },
              ]}
            />
          </span>
        </li>
      )}
    </Show>
  );
}

/** One exhibit up close: the picture or its text, what it shows, and what can be read off it. */
import type { RecordOf } from "@recourse/core";
import { Button, IconButton } from "@recourse/ui";
import { momentText } from "@recourse/words";
import { Trash2 } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { EvidenceState } from "../../parts/EvidenceState.tsx";
import { materialName } from "../../parts/pack-words.ts";
import { perform } from "../../parts/perform.ts";
import { useCase, useExhibits, useServices } from "../../parts/served.tsx";
import { Thumbnail } from "../../parts/Thumbnail.tsx";
import { linkText, markTexts } from "./exhibit-words.ts";
import styles from "./Exhibits.module.css";
import form from "./forms/Form.module.css";

export interface ExhibitWindowProps {
  readonly exhibit: string;
  onDone(): void;
}

export function ExhibitWindow(props: ExhibitWindowProps): JSX.Element {
  const services = useServices();
  const { say, pack, desk, blobs, download } = services;
  const live = useCase();
  const exhibits = useExhibits();
  const exhibit = createMemo(() => live.record("exhibit", props.exhibit));
  const links = createMemo(() => live.all("link").filter((l) => l.exhibit === props.exhibit));
  const ask = (command: string, data: Readonly<Record<string, unknown>>): void =>
    desk.exec("case.ask", { caseId: live.caseId, command, data });
  const save = async (of: RecordOf<"exhibit">): Promise<void> => {
    const got = await blobs.get(of.sha256);
    if (got.ok) download(of.name, got.value);
    else desk.toast({ text: say.word("screen.case.original_gone", { file: of.name }) });
  };
  const counters = (): boolean =>
    !(pack.categories.find((c) => c.id === live.record("case", live.caseId)?.category)?.hides ?? []).includes("chart");
  return (
    <Show when={exhibit()} fallback={<p>{say.word("screen.case.exhibit_gone")}</p>}>
      {(of) => (
        <div class={form["form"]}>
          <p>
            <strong>
              {exhibits.numberOf(props.exhibit)} {materialName(pack, say.lang(), of().materialType)}
            </strong>{" "}
            {of().name}
          </p>
          <EvidenceState sha256={of().sha256} />
          <Show when={of().mediaType.startsWith("image/")}>
            <Thumbnail exhibit={of()} label={of().name} form="whole" />
          </Show>
          <Show when={of().text}>
            {(text) => (
              <pre class={styles["text"]} tabIndex={0}>
                {text()}
              </pre>
            )}
          </Show>
          <For each={markTexts(say, of())}>{(text) => <p class={styles["mark"]}>{text}</p>}</For>
          <h3 class={styles["sub"]}>{say.word("screen.case.shows")}</h3>
          <ul class={form["places"]}>
            <For each={links()} fallback={<li>{say.word("screen.case.not_said")}</li>}>
              {(link) => (
                <li>
                  <span>
                    {linkText(say, link)}
                    <small>{say.word(`element.${link.element}`)}</small>
                  </span>
                  <IconButton
                    icon={Trash2}
                    label={say.word("screen.case.remove_link", { what: linkText(say, link) })}
                    onClick={() =>
                      perform(
                        services,
                        live,
                        "link.remove",
                        { id: link.id },
                        { code: "screen.removed", undo: { command: "link.restore", data: { id: link.id } } },
                      )
                    }
                  />
                </li>
              )}
            </For>
          </ul>
          <div class={form["foot"]}>
            <Button onClick={() => ask("link.add", { exhibit: props.exhibit, ask: "element" })}>
              {say.word("fix.say_what_it_shows")}
            </Button>
            <Button onClick={() => ask("exhibit.edit", { id: props.exhibit, ask: "text" })}>
              {say.word("screen.form.title.exhibit.edit")}
            </Button>
            <Show when={counters()}>
              <Button onClick={() => ask("reading.add", { exhibit: props.exhibit, ask: "at" })}>
                {say.word("screen.form.title.reading.add")}
              </Button>
            </Show>
            <Button onClick={() => void save(of())}>{say.word("screen.case.save_original")}</Button>
          </div>
          <dl class={styles["details"]}>
            <dt>{say.word("screen.case.imported")}</dt>
            <dd>{momentText(of().importedAt, say.lang())}</dd>
            <dt>{say.word("screen.case.strength")}</dt>
            <dd>
              {say.word(`strength.${of().strength}`)}。{say.word("strength.limit")}
            </dd>
            <dt>SHA-256</dt>
            <dd class={styles["hash"]}>{of().sha256}</dd>
          </dl>
        </div>
      )}
    </Show>
  );
}

/** Three columns for every difference: before, this device, the archive; and which one is used. What only one side changed is chosen already. */
import { Button, Chip } from "@recourse/ui";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { useServices } from "../../../parts/served.tsx";
import type { Incoming, MergeChoice, MergeRow } from "../../../services/dossier.ts";
import styles from "./MergeTable.module.css";

export interface MergeTableProps {
  readonly incoming: Extract<Incoming, { kind: "known" }>;
  readonly busy: boolean;
  readonly onTake: (choices: readonly MergeChoice[]) => void;
}

type Take = MergeChoice["take"];

/** Units: characters of a value that are shown. */
const SHOWN = 120;
/** What the app keeps beside a record's own words: it goes along with them and is not asked about. */
const KEEPING: ReadonlySet<string> = new Set(["printed", "sources", "position", "recordedAt", "by", "template"]);
const isAsked = (row: MergeRow): boolean => row.field === undefined || !KEEPING.has(row.field);
const keyOf = ({ subject, ref }: MergeRow): string => `${subject} ${ref}`;
const byDefault = (row: MergeRow): Take =>
  row.verdict === "new" || row.verdict === "theirs" || row.verdict === "removed" ? "theirs" : "ours";

export function MergeTable(props: MergeTableProps): JSX.Element {
  const { say } = useServices();
  const takeable = createMemo(() => props.incoming.preview.rows.filter((row) => row.takeable));
  /** A record of which only the keeping differs is asked about once, by its first row. */
  const rows = createMemo(() => {
    const asked = new Set(
      takeable()
        .filter(isAsked)
        .map((row) => row.id),
    );
    const first = new Map(
      takeable()
        .toReversed()
        .map((row) => [row.id, row]),
    );
    return takeable().filter((row) => isAsked(row) || (!asked.has(row.id) && first.get(row.id) === row));
  });
  const hasBase = (): boolean => props.incoming.preview.hasBase;
  const [choices, setChoices] = createSignal<ReadonlyMap<string, Take>>(new Map());
  const choiceOf = (row: MergeRow): Take => choices().get(keyOf(row)) ?? byDefault(row);
  /** What is not asked about follows the row of its record that is. */
  const allChoices = (): readonly MergeChoice[] =>
    takeable().map((row) => {
      const asked = rows().includes(row) ? row : (rows().find((other) => other.id === row.id) ?? row);
      return { ref: row.ref, subject: row.subject, take: choiceOf(asked) };
    });
  const choose = (row: MergeRow, take: Take): void => {
    setChoices((old) => new Map([...old, [keyOf(row), take]]));
  };
  const what = (row: MergeRow): string => {
    const kind = `letter.source.${row.kind}`;
    const name = say.has(kind) ? say.word(kind) : row.kind;
    if (row.subject === "presence") return `${name} · ${say.word("screen.archive.presence")}`;
    if (row.field === undefined) return name;
    const field = `screen.archive.field.${row.field}`;
    return `${name} · ${say.has(field) ? say.word(field) : row.field}`;
  };
  const shown = (row: MergeRow, value: unknown): string => {
    if (value === undefined) return say.word("screen.archive.absent");
    if (row.subject === "presence" && (value === "live" || value === "removed"))
      return say.word(`screen.archive.presence.${value}`);
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  };
  const why = (row: MergeRow): string => {
    if (row.verdict !== "conflict") return say.word("screen.archive.only_theirs");
    return say.word(hasBase() ? "screen.archive.both" : "screen.archive.differs");
  };
  const title = (): string => props.incoming.title;
  return (
    <Show
      when={rows().length > 0}
      fallback={<p role="status">{say.word("screen.archive.same", { title: title() })}</p>}
    >
      <p role="status">{say.word("screen.archive.known", { title: title(), n: rows().length })}</p>
      <div class={styles["scroll"]} tabIndex={0} role="group" aria-label={say.word("screen.archive.import")}>
        <table class={styles["table"]}>
          <thead>
            <tr>
              <For each={hasBase() ? ["what", "base", "ours", "theirs", "take"] : ["what", "ours", "theirs", "take"]}>
                {(col) => <th scope="col">{say.word(`screen.archive.col.${col}`)}</th>}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {(row) => (
                <tr data-merge-row={row.ref}>
                  <th scope="row">
                    {what(row)} <Chip tone={row.verdict === "conflict" ? "mine" : "line"}>{why(row)}</Chip>
                  </th>
                  <Show when={hasBase()}>
                    <td>{shown(row, row.base)}</td>
                  </Show>
                  <td class={choiceOf(row) === "ours" ? styles["used"] : undefined}>{shown(row, row.ours)}</td>
                  <td class={choiceOf(row) === "theirs" ? styles["used"] : undefined}>{shown(row, row.theirs)}</td>
                  <td>
                    <select
                      class={styles["select"]}
                      aria-label={`${say.word("screen.archive.col.take")} ${what(row)}`}
                      value={choiceOf(row)}
                      onInput={(event) => choose(row, event.currentTarget.value === "theirs" ? "theirs" : "ours")}
                    >
                      <option value="ours">{say.word("screen.archive.take.ours")}</option>
                      <option value="theirs">{say.word("screen.archive.take.theirs")}</option>
                    </select>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <div>
        <Button tone="solid" disabled={props.busy} data-take-in="" onClick={() => props.onTake(allChoices())}>
          {say.word("screen.archive.take")}
        </Button>
      </div>
    </Show>
  );
}

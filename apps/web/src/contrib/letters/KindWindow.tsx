/**
 * “写一封…”: every kind of letter with one line on what it is for; those this case does not get say why (X4, X7, A7, L9).
 */
import type { LetterKind } from "@recourse/core";
import { Chip, Dialog, Icon } from "@recourse/ui";
import { Check, Info, Lock, PenLine } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import { When } from "../../parts/When.tsx";
import type { CaseLive } from "../../services/services.ts";
import { kindGroups, kindRows, type KindRow } from "./kind-rows.ts";
import styles from "./KindWindow.module.css";
import { writing } from "./writing.ts";

export function KindWindow(): JSX.Element {
  const { say, cases } = useServices();
  const live = createMemo(() => cases.live(writing.asked()?.caseId));
  return (
    <Dialog
      open={writing.asked() !== undefined}
      title={say.word("screen.letter.write")}
      closeLabel={say.word("screen.letter.close")}
      onClose={() => writing.choose(undefined)}
    >
      <Show when={live()} keyed fallback={<p role="status">{say.word("screen.letter.opening")}</p>}>
        {(open) => <Kinds live={open} />}
      </Show>
    </Dialog>
  );
}

function Kinds(props: { readonly live: CaseLive }): JSX.Element {
  const services = useServices();
  const { say, desk, now } = services;
  const rows = createMemo(() => kindRows(props.live, services, now()));
  const write = (kind: LetterKind): void => {
    const where = writing.asked()?.where;
    writing.choose(undefined);
    desk.exec("letter.open", { caseId: props.live.caseId, kind, where });
  };
  return (
    <div class={styles["kinds"]} data-kinds="">
      <p class={styles["text"]}>{say.word("screen.letter.write.text")}</p>
      <For each={kindGroups}>
        {(group) => (
          <section aria-label={say.word(`screen.letter.write.${group}`)}>
            <h3 class={styles["heading"]}>{say.word(`screen.letter.write.${group}`)}</h3>
            <ul class={styles["list"]}>
              <For each={rows().filter((row) => row.group === group)}>
                {(row) => (
                  <li data-kind={row.kind} data-barred={row.barred}>
                    <Show when={row.barred} fallback={<Way row={row} onWrite={() => write(row.kind)} />}>
                      {(reason) => (
                        <div class={`${styles["row"]} ${styles["shut"]}`}>
                          <span class={styles["name"]}>
                            <Icon icon={Lock} size="small" /> {say.word(`letterKind.${row.kind}`)}
                          </span>
                          <span class={styles["what"]}>{say.word(`screen.letter.for.${row.kind}`)}</span>
                          <span class={styles["why"]}>
                            {say.word("screen.letter.write.barred", { reason: reason() })}
                          </span>
                        </div>
                      )}
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
    </div>
  );
}

function Way(props: { readonly row: KindRow; readonly onWrite: () => void }): JSX.Element {
  const { say } = useServices();
  return (
    <button type="button" class={`${styles["row"]} ${styles["open"]}`} onClick={() => props.onWrite()}>
      <span class={styles["name"]}>
        {say.word(`letterKind.${props.row.kind}`)}{" "}
        <Show when={props.row.begun}>
          <Chip tone="line" icon={PenLine}>
            {say.word("screen.letter.draft")}
          </Chip>
        </Show>
        <Show when={props.row.sentAt}>
          {(at) => (
            <Chip tone="good" icon={Check}>
              {say.word("screen.letter.sent")} <When at={at()} />
            </Chip>
          )}
        </Show>
      </span>
      <span class={styles["what"]}>{say.word(`screen.letter.for.${props.row.kind}`)}</span>
      <For each={props.row.notes}>
        {(note) => (
          <span class={styles["note"]}>
            <Icon icon={Info} size="small" /> {say.say(note)}
          </span>
        )}
      </For>
    </button>
  );
}

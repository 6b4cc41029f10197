/** Side bar: all cases, and the exhibits of the one in view. */
import type { Id } from "@recourse/core";
import { EmptyState, Button, Row, Section, type RowTone, type ViewProps } from "@recourse/ui";
import { CircleCheck, Folder, FolderPlus } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { clockState } from "../../parts/clock-words.ts";
import { useYuan } from "../../parts/Money.tsx";
import { materialName } from "../../parts/pack-words.ts";
import { InCase, Served, useCase, useExhibits, useServices } from "../../parts/served.tsx";
import { turnLook } from "../../parts/TurnChip.tsx";
import type { Services } from "../../services/services.ts";
import styles from "./CasesSide.module.css";

export function CasesSide(props: ViewProps<Services>): JSX.Element {
  return (
    <Served services={props.services}>
      <CaseRows />
      <Show when={props.services.cases.live(props.services.desk.activeCase())} keyed>
        {(live) => (
          <InCase live={live}>
            <ExhibitRows />
          </InCase>
        )}
      </Show>
    </Served>
  );
}

function CaseRows(): JSX.Element {
  const { cases, desk, say, now } = useServices();
  const amount = useYuan();
  const ids = createMemo<readonly Id[]>(() => cases.rows().map((row) => row.caseId), [], {
    equals: (a, b) => a.length === b.length && a.every((id, n) => id === b[n]),
  });
  const rowOf = (id: Id): ReturnType<typeof cases.rows>[number] | undefined =>
    cases.rows().find((row) => row.caseId === id);
  const detail = (id: Id): string => {
    const row = rowOf(id);
    if (row === undefined) return "";
    const missing = row.elements.filter((e) => e.verdict !== "ok").length;
    const state =
      row.clock !== undefined
        ? clockState(row.clock, now(), say)
        : row.elements.length === 0
          ? ""
          : missing === 0
            ? say.word("chain.closed")
            : say.word("chain.open", { n: missing });
    return [say.word(`round.${row.round}`), state].filter((text) => text !== "").join(" · ");
  };
  return (
    <Show
      when={ids().length > 0}
      fallback={
        <Show when={cases.known()}>
          <EmptyState shape="row" icon={Folder} title={say.word("screen.case.no_cases")}>
            <Button icon={FolderPlus} onClick={() => desk.exec("case.new")}>
              {say.word("screen.empty.new")}
            </Button>
          </EmptyState>
        </Show>
      }
    >
      <Section title={say.word("screen.case.cases")} count={ids().length}>
        <For each={ids()}>
          {(id) => (
            <Row
              title={rowOf(id)?.title ?? ""}
              icon={turnLook(rowOf(id)?.turn ?? "mine").icon}
              tone={turnTone(rowOf(id)?.turn)}
              detail={detail(id)}
              aside={amount(rowOf(id)?.paidFen ?? 0).replace(/\.00$/, "")}
              current={desk.activeCase() === id}
              onPress={() => desk.exec("case.open", { caseId: id })}
            />
          )}
        </For>
      </Section>
      <div class={styles["new"]}>
        <Button tone="plain" icon={FolderPlus} onClick={() => desk.exec("case.new")}>
          {say.word("screen.empty.new")}
        </Button>
      </div>
    </Show>
  );
}

const turnTone = (turn: "mine" | "theirs" | "authority" | "none" | undefined): RowTone =>
  turn === undefined || turn === "none" ? "quiet" : turn;

function ExhibitRows(): JSX.Element {
  const { say, pack, desk } = useServices();
  const live = useCase();
  const exhibits = useExhibits();
  const linked = createMemo(() => new Set<string>(live.all("link").map((l) => l.exhibit)));
  /** Materials the assessment still wants, each once. */
  const wanted = createMemo(() => [
    ...new Set(live.elements().flatMap((e) => e.missing.flatMap((m) => m.material ?? []))),
  ]);
  const title = (id: Id): string => {
    const exhibit = live.record("exhibit", id);
    return `${exhibits.numberOf(id) ?? ""} ${exhibit === undefined ? "" : materialName(pack, say.lang(), exhibit.materialType)}`;
  };
  return (
    <Section title={say.word("screen.case.exhibits_here")} count={exhibits.ids().length}>
      <For each={exhibits.ids()}>
        {(id) => (
          <Row
            title={title(id)}
            detail={`${live.record("exhibit", id)?.name ?? ""} · ${say.word(`strength.${live.record("exhibit", id)?.strength ?? 0}`)}`}
            {...(linked().has(id) ? { icon: CircleCheck, tone: "good" as const } : {})}
            onPress={() => desk.exec("case.open", { caseId: live.caseId, target: `exhibit/${id}` })}
          />
        )}
      </For>
      <For each={wanted()}>
        {(material) => (
          <Row
            title={materialName(pack, say.lang(), material)}
            detail={say.word("element.verdict.none")}
            aside={say.word("screen.case.lacking")}
            tone="danger"
            onPress={() => desk.exec("case.ask", { caseId: live.caseId, command: "inbox.add", data: { material } })}
          />
        )}
      </For>
    </Section>
  );
}

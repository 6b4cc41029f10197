/** The side bar of Today and the board: whose move it is, in dense rows. */
import { EmptyState, Row, Section, type ViewProps } from "@recourse/ui";
import { CalendarClock } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { Served } from "../parts/served.tsx";
import { stepTitle } from "../parts/next-step.ts";
import { turnLook } from "../parts/TurnChip.tsx";
import type { Services } from "../services/services.ts";
import type { BoardRow } from "./board-row.ts";
import { LongList, sameIds } from "./LongList.tsx";
import { comingOf, minesOf, shortLeft, theirsOf } from "./sections.ts";

export function TurnList(props: ViewProps<Services>): JSX.Element {
  const { say, cases, desk, now } = props.services;
  const byId = createMemo(() => new Map(cases.rows().map((row) => [row.caseId, row])));
  const sections = [
    { title: "screen.mine", rows: createMemo(() => minesOf(cases.rows())), always: true },
    { title: "screen.theirs", rows: createMemo(() => theirsOf(cases.rows())), always: false },
    { title: "screen.coming", rows: createMemo(() => comingOf(cases.rows(), now())), always: false },
  ] as const;
  const aside = ({ clock }: BoardRow): string | undefined => {
    if (clock === undefined) return undefined;
    const left = shortLeft(clock.due, now());
    return left === undefined ? say.word("screen.left.over") : say.word(left.code, left.args);
  };
  const Case = (own: { readonly id: BoardRow["caseId"]; readonly coming: boolean }): JSX.Element => (
    <Show when={byId().get(own.id)}>
      {(row) => (
        <Row
          icon={own.coming ? CalendarClock : turnLook(row().turn).icon}
          tone={
            own.coming || row().turn === "none"
              ? "quiet"
              : row().turn === "mine"
                ? "mine"
                : row().turn === "theirs"
                  ? "theirs"
                  : "authority"
          }
          title={own.coming ? say.word("screen.coming.mine") : stepTitle(say, row().next)}
          detail={row().title}
          aside={aside(row())}
          current={desk.activeCase() === own.id}
          onPress={() => desk.exec("case.open", { caseId: own.id })}
        />
      )}
    </Show>
  );
  return (
    <Served services={props.services}>
      <For each={sections}>
        {(section) => {
          const ids = createMemo(() => section.rows().map((row) => row.caseId), undefined, { equals: sameIds });
          return (
            <Show when={section.always || ids().length > 0}>
              <Section title={say.word(section.title)} count={ids().length}>
                <LongList
                  ids={ids()}
                  fallback={
                    <li>
                      <EmptyState shape="row" title={say.word("screen.mine.none")} />
                    </li>
                  }
                >
                  {(id) => <Case id={id} coming={section.title === "screen.coming"} />}
                </LongList>
              </Section>
            </Show>
          );
        }}
      </For>
    </Served>
  );
}

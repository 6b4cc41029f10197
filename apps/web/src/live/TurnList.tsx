/** The side bar of Today and the board: whose move it is, in dense rows. */
import type { Id } from "@recourse/core";
import { EmptyState, Row, Section, type ViewProps } from "@recourse/ui";
import { CalendarClock } from "lucide";
import { For, Show, type JSX } from "solid-js";
import { Served } from "../parts/served.tsx";
import { turnLook } from "../parts/TurnChip.tsx";
import type { Services } from "../services/services.ts";
import type { RowClock } from "./board-row.ts";
import { LongList } from "./LongList.tsx";
import { rowTitle } from "./row-words.ts";
import { comingDates, comingSpec, mineSpec, shortLeft, theirsSpec } from "./sections.ts";

export function TurnList(props: ViewProps<Services>): JSX.Element {
  const { say, cases, desk, now, snoozes } = props.services;
  const { book } = cases;
  const sections = [
    { title: "screen.mine", rows: book.choose(() => mineSpec(snoozes.asleep())), always: true },
    { title: "screen.theirs", rows: book.choose(() => theirsSpec(snoozes.asleep())), always: false },
    { title: "screen.coming", rows: book.choose(() => comingSpec(now())), always: false },
  ] as const;
  const aside = (clock: RowClock | undefined): string | undefined => {
    if (clock === undefined) return undefined;
    const left = shortLeft(clock.due, now());
    return left === undefined ? say.word("screen.left.over") : say.word(left.code, left.args);
  };
  const Case = (own: { readonly id: Id; readonly coming: boolean }): JSX.Element => (
    <Show when={book.row(own.id)}>
      {(row) => {
        const date = (): RowClock | undefined => (own.coming ? comingDates(row(), now())[0] : row().clock);
        return (
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
            title={own.coming ? say.word(`clock.owner.${date()?.owner ?? "mine"}`) : rowTitle(say, row())}
            detail={row().title}
            aside={aside(date())}
            current={desk.activeCase() === own.id}
            onPress={() => desk.exec("case.open", { caseId: own.id })}
          />
        );
      }}
    </Show>
  );
  return (
    <Served services={props.services}>
      <For each={sections}>
        {(section) => (
          <Show when={section.always || section.rows.ids().length > 0}>
            <Section title={say.word(section.title)} count={section.rows.ids().length}>
              <LongList
                ids={section.rows.ids()}
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
        )}
      </For>
    </Served>
  );
}

/** The side bar of Today and the board: the same sections in dense rows. */
import { Section, Row, type ViewProps } from "@recourse/ui";
import { For, Show, type JSX } from "solid-js";
import type { Services } from "../../services/services.ts";
import { minesOf } from "../../live/sections.ts";

export function TurnList(props: ViewProps<Services>): JSX.Element {
  const { say, cases, desk } = props.services;
  return (
    <Show when={true}>
      <Section title={say.word("screen.mine")} count={minesOf(cases.rows()).length}>
        <For each={minesOf(cases.rows())}>
          {(row) => <Row title={say.say(row.next)} detail={row.title} onPress={() => desk.exec("case.open", { caseId: row.caseId })} />}
        </For>
      </Section>
    </Show>
  );
}

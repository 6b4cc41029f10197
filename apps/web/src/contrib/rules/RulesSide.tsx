/** The side bar of the rules: its parts, and every law with how many of its provisions are here. */
import { Row, Section, type ViewProps } from "@recourse/ui";
import { createMemo, For, type JSX } from "solid-js";
import type { Services } from "../../services/services.ts";
import { partIcons } from "./part-icons.ts";
import { parts } from "./place.ts";
import { lawTitle, shortLaw } from "../../parts/provision-words.ts";
import { followRules } from "./rules-desk.tsx";

export function RulesSide(props: ViewProps<Services>): JSX.Element {
  const { say, desk, pack } = props.services;
  const place = followRules(desk);
  const laws = createMemo(() =>
    [...new Set(pack.provisions.map(shortLaw))].flatMap((law) => {
      const of = pack.provisions.filter((p) => shortLaw(p) === law);
      return of[0] === undefined ? [] : [{ law, first: of[0], n: of.length }];
    }),
  );
  const here = (): boolean => desk.query()["part"] !== undefined || desk.query()["p"] !== undefined;
  return (
    <>
      <Section title={say.word("screen.rules")}>
        <For each={parts}>
          {(part) => (
            <Row
              icon={partIcons[part]}
              title={say.word(`screen.rules.part.${part}`)}
              current={here() && place().part === part && place().law === undefined}
              onPress={() => desk.exec("rules.open", { part })}
            />
          )}
        </For>
      </Section>
      <Section title={say.word("screen.rules.side.laws")} count={pack.provisions.length}>
        <For each={laws()}>
          {({ law, first, n }) => (
            <Row
              title={lawTitle(first, say.lang())}
              hint={first.law}
              aside={String(n)}
              current={here() && place().law === law}
              onPress={() => desk.exec("rules.open", { law })}
            />
          )}
        </For>
      </Section>
    </>
  );
}

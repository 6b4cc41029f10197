/** Today. */
import { Button, type ViewProps } from "@recourse/ui";
import { For, type JSX } from "solid-js";
import type { Services } from "../../services/services.ts";

export function TodayView(props: ViewProps<Services>): JSX.Element {
  const { say, cases, desk } = props.services;
  return (
    <div>
      <h1>{say.word("screen.today")}</h1>
      <Button onClick={() => desk.exec("case.new")}>{say.word("screen.empty.new")}</Button>
      <For each={cases.rows()}>{(row) => <p>{row.title} {say.say(row.next)}</p>}</For>
    </div>
  );
}

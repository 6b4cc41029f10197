/** The window with the one thing that is being asked. It stands beside the workbench, so that every screen can ask. */
import { Dialog } from "@recourse/ui";
import { createMemo, Match, Show, Switch, type JSX } from "solid-js";
import { InCase, useCase, useServices } from "../../parts/served.tsx";
import { asking, type Asked } from "./asking.ts";
import { Cannot } from "./Cannot.tsx";
import { ChooseWindow } from "./ChooseWindow.tsx";
import { ExhibitWindow } from "./ExhibitWindow.tsx";
import { formOf, questionIn } from "./form-of.ts";
import { ClauseForm } from "./forms/ClauseForm.tsx";
import { CloseForm } from "./forms/CloseForm.tsx";
import { EventForm } from "./forms/EventForm.tsx";
import { textIn } from "./forms/field.ts";
import { FilesForm } from "./forms/FilesForm.tsx";
import { LinkForm } from "./forms/LinkForm.tsx";
import { PartyForm } from "./forms/PartyForm.tsx";
import { QuestionForm } from "./forms/QuestionForm.tsx";
import { RecordForm } from "./forms/RecordForm.tsx";
import { isOwnLimit, overrideSpec, specOf, type FormSpec } from "./forms/specs.ts";
import { RawWindow } from "./RawWindow.tsx";

export function AskDialog(): JSX.Element {
  const { say, cases } = useServices();
  const close = (): void => asking.ask(undefined);
  const title = (): string => {
    const asked = asking.asked();
    if (asked === undefined) return "";
    const form = formOf(asked);
    const role = textIn(asked.data["role"]);
    if (asked.command === "party.add" && role !== undefined && role !== "respondent")
      return say.word("screen.form.title.party.role", { role });
    const event = textIn(asked.data["type"]);
    if (form === "event" && event !== undefined && say.has(`screen.event.${event}`))
      return say.word(`screen.event.${event}`);
    if (asked.command === "override.add" && isOwnLimit(asked.data["packPath"]))
      return say.word("screen.stop.change_limit.title");
    const code =
      form === "record" || form === "party" ? `screen.form.title.${asked.command}` : `screen.form.title.${form}`;
    return say.word(say.has(code) ? code : "screen.form.title.record");
  };
  return (
    <Dialog
      open={asking.asked() !== undefined}
      title={title()}
      closeLabel={say.word("screen.case.close")}
      onClose={close}
    >
      <Show when={asking.asked()} keyed>
        {(asked) => (
          <Show when={cases.live(asked.caseId)} keyed fallback={<p role="status">{say.word("screen.case.opening")}</p>}>
            {(live) => (
              <InCase live={live}>
                <Form asked={asked} onDone={close} />
              </InCase>
            )}
          </Show>
        )}
      </Show>
    </Dialog>
  );
}

function Form(props: { readonly asked: Asked; onDone(): void }): JSX.Element {
  const { pack, say } = useServices();
  const live = useCase();
  const { command, data } = props.asked;
  const form = formOf(props.asked);
  const done = (): void => props.onDone();
  const specHere = (): FormSpec | undefined => {
    const found = specOf(command.split(".")[0] ?? "", live.whole(), pack);
    return found?.kind === "override" ? overrideSpec(data["packPath"], found) : found;
  };
  // Read once: a form does not change under the hands that fill it in.
  const spec = createMemo(specHere, undefined, { equals: () => true });
  return (
    <Switch fallback={<p>{say.word("screen.case.nothing_asked")}</p>}>
      <Match when={form === "files"}>
        <FilesForm material={textIn(data["material"])} onDone={done} />
      </Match>
      <Match when={form === "question"}>
        <QuestionForm question={questionIn(command, data) ?? ""} onDone={done} />
      </Match>
      <Match when={form === "clause"}>
        <ClauseForm command={command} data={data} onDone={done} />
      </Match>
      <Match when={form === "party"}>
        <PartyForm command={command} data={data} onDone={done} />
      </Match>
      <Match when={form === "link"}>
        <LinkForm data={data} onDone={done} />
      </Match>
      <Match when={form === "event"}>
        <EventForm data={data} onDone={done} />
      </Match>
      <Match when={form === "close"}>
        <CloseForm data={data} onDone={done} />
      </Match>
      <Match when={form === "cannot"}>
        <Cannot onDone={done} />
      </Match>
      <Match when={form === "exhibit"}>
        <ExhibitWindow exhibit={textIn(data["exhibit"]) ?? ""} onDone={done} />
      </Match>
      <Match when={form === "raw"}>
        <RawWindow kind={textIn(data["kind"]) ?? ""} id={textIn(data["id"]) ?? ""} onDone={done} />
      </Match>
      <Match when={form === "choose"}>
        <ChooseWindow target={textIn(data["ref"]) ?? ""} onDone={done} />
      </Match>
      <Match when={form === "notice"}>
        <p>{say.has(textIn(data["code"]) ?? "") ? say.word(textIn(data["code"]) ?? "") : ""}</p>
      </Match>
      <Match when={form === "record" && spec()}>
        {(found) => <RecordForm spec={found()} command={command} data={data} onDone={done} />}
      </Match>
    </Switch>
  );
}

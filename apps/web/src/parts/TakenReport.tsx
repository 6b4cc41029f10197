/**
 * What became of files that came in: what they were taken for, what was noticed, what waits for a decision.
 *
 * 1. An offer or suggestion becomes a record only by a press; nothing is decided by itself (X5).
 */
import { Button, Icon } from "@recourse/ui";
import { CircleAlert, CircleCheck, Info, TriangleAlert, type IconNode } from "lucide";
import { createSignal, For, Show, type JSX } from "solid-js";
import type { Finding, Offer, Suggestion, TakenFile } from "../services/taken-file.ts";
import { refusal } from "./perform.ts";
import { useServices } from "./served.tsx";
import { offerLine, takenLine } from "./taken-words.ts";
import styles from "./TakenReport.module.css";

const severityIcon: Readonly<Record<Finding["severity"], IconNode>> = {
  error: CircleAlert,
  warning: TriangleAlert,
  info: Info,
};

export interface TakenReportProps {
  readonly files: readonly TakenFile[];
}

export function TakenReport(props: TakenReportProps): JSX.Element {
  return (
    <ul class={styles["list"]} aria-live="polite">
      <For each={props.files}>{(file) => <OneFile file={file} />}</For>
    </ul>
  );
}

function OneFile(props: { readonly file: TakenFile }): JSX.Element {
  const { say } = useServices();
  return (
    <li class={styles["file"]}>
      <p class={props.file.error === undefined ? styles["good"] : styles["bad"]}>
        <Icon icon={props.file.error === undefined ? CircleCheck : CircleAlert} size="small" />{" "}
        {takenLine(say, props.file)}
      </p>
      <Show when={props.file.findings.length > 0}>
        <ul class={styles["findings"]}>
          <For each={props.file.findings}>
            {(finding) => (
              <li class={styles[finding.severity]}>
                <Icon icon={severityIcon[finding.severity]} size="small" />{" "}
                {say.word(finding.code, { ...finding.args, file: finding.file })}
                <small>{say.word(finding.fix)}</small>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.file.offers.length > 0}>
        <ul class={styles["offers"]}>
          <For each={props.file.offers}>{(offer) => <OneOffer file={props.file} offer={offer} />}</For>
        </ul>
      </Show>
      <Show when={props.file.suggestions.some((s) => s.kind === "promise" || s.kind === "clause")}>
        <ul class={styles["offers"]}>
          <For each={props.file.suggestions}>
            {(suggestion) => <OneSuggestion file={props.file} suggestion={suggestion} />}
          </For>
        </ul>
      </Show>
    </li>
  );
}

function OneOffer(props: { readonly file: TakenFile; readonly offer: Offer }): JSX.Element {
  const { say, intake, desk } = useServices();
  const [done, setDone] = createSignal(false);
  const accept = async (): Promise<void> => {
    const { caseId } = props.file;
    if (caseId === undefined) return;
    const result = await intake.accept(caseId, props.offer);
    if (result.ok) setDone(true);
    else desk.toast({ text: refusal(say, result.error) });
  };
  return (
    <li>
      <span>
        {offerLine(say, props.offer)}
        <Show when={props.offer.kind === "row"}>
          <small>{say.word(`intake.offer.${props.offer.reason}`)}</small>
        </Show>
      </span>
      <Button disabled={done() || props.file.caseId === undefined} onClick={() => void accept()}>
        {done() ? say.word("screen.case.taken_in") : say.word("screen.case.this_one")}
      </Button>
    </li>
  );
}

/** A sentence of a file that reads like a promise or like a term: the person says whether it is one. */
function OneSuggestion(props: { readonly file: TakenFile; readonly suggestion: Suggestion }): JSX.Element {
  const { say, desk } = useServices();
  const ask = (command: string, data: Readonly<Record<string, unknown>>): void => {
    const { caseId, exhibitId: exhibit } = props.file;
    if (caseId !== undefined && exhibit !== undefined)
      desk.exec("case.ask", { caseId, command, data: { ...data, exhibit } });
  };
  const of = (): { readonly text: string; readonly title: string; run(): void } | undefined => {
    const s = props.suggestion;
    if (s.kind === "promise" && !s.vague)
      return {
        text: s.quote,
        title: say.word("screen.case.as_promise"),
        run: () => ask("undertaking.add", { quote: s.quote, locator: `row=${s.row}`, ask: "quote" }),
      };
    if (s.kind === "clause")
      return {
        text: s.quote,
        title: say.word("screen.case.as_clause"),
        run: () => ask("clause.add", { quote: s.quote, ask: "capture" }),
      };
    return undefined;
  };
  return (
    <Show when={of()}>
      {(shown) => (
        <li>
          <q>{shown().text}</q>
          <Button onClick={() => shown().run()}>{shown().title}</Button>
        </li>
      )}
    </Show>
  );
}

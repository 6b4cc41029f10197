/** What the case knows: orders, money, promises, parties, use, and answers; each line opens its small form. */
import type { RecordOf } from "@recourse/core";
import { Button, Chip } from "@recourse/ui";
import { momentText } from "@recourse/words";
import { createMemo, For, Show, type JSX } from "solid-js";
import { yuan } from "../../parts/Money.tsx";
import { answerText, questionOf, questionText } from "../../parts/pack-words.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import { Block } from "./Block.tsx";
import { FactRow } from "./FactRow.tsx";
import { caseField } from "./forms/QuestionForm.tsx";
import styles from "./Facts.module.css";
import { Demand } from "./Demand.tsx";

export function Facts(): JSX.Element {
  const { say, desk, pack } = useServices();
  const live = useCase();
  const ask = (command: string, data: Readonly<Record<string, unknown>> = {}): void =>
    desk.exec("case.ask", { caseId: live.caseId, command, data });
  const spec = createMemo(() => pack.categories.find((c) => c.id === live.record("case", live.caseId)?.category));
  const prepaid = (): boolean => ["membership", "course", "topup", "software", "other"].includes(spec()?.id ?? "");
  const promise = (u: RecordOf<"undertaking">): string =>
    say.word("screen.case.promise", {
      counter: u.counter,
      ...(u.quantity === undefined ? {} : { quantity: u.quantity }),
      ...(u.startWithinHours === undefined ? {} : { start: u.startWithinHours }),
      ...(u.finishWithinHours === undefined ? {} : { finish: u.finishWithinHours }),
      ...(u.retentionHours === undefined ? {} : { retention: u.retentionHours }),
    });
  return (
    <Block name="facts" title={say.word("screen.case.facts")}>
      <ul class={styles["rows"]}>
        <For each={live.ids("order")}>
          {(id) => (
            <FactRow
              kind="order"
              id={id}
              title={say.word("screen.record.order")}
              text={(o) =>
                `${o.number === "" ? say.word("screen.order.none") : o.number} · ${o.item} · ${yuan(o.paidFen)} · ${momentText(o.orderedAt, say.lang())}`
              }
            />
          )}
        </For>
        <For each={live.ids("payment")}>
          {(id) => (
            <FactRow
              kind="payment"
              id={id}
              title={say.word("screen.record.payment")}
              text={(p) =>
                `${yuan(p.amountFen)} · ${p.payee} · ${say.word(`provider.${p.provider}`)} · ${momentText(p.paidAt, say.lang())}`
              }
            />
          )}
        </For>
        <For each={live.ids("refund")}>
          {(id) => (
            <FactRow
              kind="refund"
              id={id}
              title={say.word("screen.record.refund")}
              text={(r) =>
                [
                  yuan(r.amountFen),
                  say.word(`route.${r.route}`),
                  r.at === undefined ? "" : momentText(r.at, say.lang()),
                ]
                  .filter((t) => t !== "")
                  .join(" · ")
              }
            />
          )}
        </For>
        <For each={live.ids("undertaking")}>
          {(id) => (
            <FactRow
              kind="undertaking"
              id={id}
              title={say.word("screen.record.undertaking")}
              text={promise}
              quote={(u) => u.quote}
              exhibit={(u) => u.exhibit}
            />
          )}
        </For>
        <For each={live.ids("party")}>
          {(id) => (
            <FactRow
              kind="party"
              id={id}
              title={say.word(`role.${live.record("party", id)?.role ?? "respondent"}`)}
              text={(p) => `${p.name} · ${say.word(`place.${p.foundIn ?? "told"}`)}`}
              exhibit={(p) => p.exhibit}
            />
          )}
        </For>
        <For each={live.ids("usage")}>
          {(id) => (
            <FactRow
              kind="usage"
              id={id}
              title={say.word("screen.record.usage")}
              text={(u) =>
                [
                  u.unitsTotal === undefined
                    ? ""
                    : say.word("screen.case.used", { used: u.unitsUsed ?? 0, total: u.unitsTotal }),
                  u.valueFen === undefined ? "" : say.word("D1.value_stated", { valueFen: u.valueFen }),
                  u.claimChoice === undefined ? "" : say.word(`claimChoice.${u.claimChoice}`),
                ]
                  .filter((t) => t !== "")
                  .join(" · ")
              }
            />
          )}
        </For>
        <For each={live.ids("attempt")}>
          {(id) => (
            <FactRow
              kind="attempt"
              id={id}
              title={say.word("screen.record.attempt")}
              text={(a) =>
                `${momentText(a.at, say.lang())} · ${say.word(`medium.${a.medium}`)} · ${say.word(a.reached ? "screen.case.reached" : "screen.case.not_reached")}`
              }
              exhibit={(a) => a.exhibit}
            />
          )}
        </For>
        <For each={live.ids("incident")}>
          {(id) => (
            <FactRow
              kind="incident"
              id={id}
              title={say.word("screen.record.incident")}
              text={(i) => `${say.word(`incident.${i.what}`)} · ${momentText(i.at, say.lang())}`}
              exhibit={(i) => i.exhibit}
            />
          )}
        </For>
        <For each={live.ids("explanation")}>
          {(id) => (
            <FactRow
              kind="explanation"
              id={id}
              title={say.word("screen.record.explanation")}
              text={(e) => say.word("screen.case.explanation", { asked: e.asked, given: e.given })}
              exhibit={(e) => e.exhibit}
            />
          )}
        </For>
      </ul>
      <div class={styles["add"]}>
        <Show when={live.ids("order").length === 0}>
          <Button onClick={() => ask("order.add", { ask: "number" })}>{say.word("screen.form.title.order.add")}</Button>
        </Show>
        <Button onClick={() => ask("undertaking.add", { ask: "quote" })} disabled={live.ids("order").length === 0}>
          {say.word("screen.form.title.undertaking.add")}
        </Button>
        <Show when={!live.all("party").some((p) => p.role === "respondent")}>
          <Button onClick={() => ask("party.add", { role: "respondent" })}>
            {say.word("screen.form.title.party.add")}
          </Button>
        </Show>
        <Show when={prepaid() && live.ids("usage").length === 0}>
          <Button onClick={() => ask("usage.add", { ask: "unitsTotal" })} disabled={live.ids("order").length === 0}>
            {say.word("screen.form.title.usage.add")}
          </Button>
        </Show>
        <Button onClick={() => ask("payment.add", { ask: "amountFen" })}>
          {say.word("screen.form.title.payment.add")}
        </Button>
        <Button onClick={() => ask("refund.add", { ask: "amountFen" })}>
          {say.word("screen.form.title.refund.add")}
        </Button>
        <Button onClick={() => ask("attempt.add", { ask: "at" })}>{say.word("screen.form.title.attempt.add")}</Button>
        <Button onClick={() => ask("incident.add", { ask: "what" })}>
          {say.word("screen.form.title.incident.add")}
        </Button>
        <Button onClick={() => ask("explanation.add", { ask: "asked" })}>
          {say.word("screen.form.title.explanation.add")}
        </Button>
      </div>
      <Demand />
      <details class={styles["questions"]} data-section="answers">
        <summary>{say.word("screen.case.questions")}</summary>
        <ul class={styles["rows"]}>
          <For each={spec()?.questions ?? []}>
            {(id) => <QuestionRow id={id} onAsk={() => ask("answer.give", { question: id })} />}
          </For>
        </ul>
      </details>
    </Block>
  );
}

/** A question of the pack with the answer given, if any. */
function QuestionRow(props: { readonly id: string; onAsk(): void }): JSX.Element {
  const { say, pack } = useServices();
  const live = useCase();
  const question = createMemo(() => questionOf(pack, props.id));
  const value = (): string | undefined => {
    const field = caseField[props.id];
    const kept =
      field === undefined
        ? live.all("answer").find((a) => a.question === props.id)?.value
        : live.record("case", live.caseId)?.[field];
    return kept === undefined ? undefined : String(kept);
  };
  const shown = (): string => {
    const answer = question()?.answers.find((a) => a.value === value());
    return answer === undefined ? (value() ?? "") : answerText(answer, say.lang());
  };
  return (
    <Show when={question()}>
      {(q) => (
        <li class={styles["row"]} data-ref={`question/${props.id}`}>
          <span class={styles["main"]}>
            {questionText(q(), say.lang())}
            <Show when={value() !== undefined}>
              <span>
                <Chip tone="line">{shown()}</Chip>
              </span>
            </Show>
          </span>
          <Button onClick={() => props.onAsk()}>
            {say.word(value() === undefined ? "screen.step.answer" : "screen.case.edit")}
          </Button>
        </li>
      )}
    </Show>
  );
}

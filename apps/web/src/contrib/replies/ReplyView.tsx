/**
 * What they answered: pasted, told or imported; how it counts is suggested with the words marked, and the person says which it is (X5, X6).
 *
 * 1. Nothing is stored before the person confirms; what is suggested can be put aside.
 * 2. A danger is never answered: recording it opens the card that says to stop (G1).
 * 3. Codes, passwords and card numbers in what is pasted are covered before they are kept, and the page says so (G2).
 */
import { readReply, type Id, type ReplyAs } from "@recourse/core";
import { Button, Field, Icon, type ViewProps } from "@recourse/ui";
import { momentText } from "@recourse/words";
import { OctagonAlert } from "lucide";
import { createMemo, createSignal, Show, type JSX } from "solid-js";
import { CasePage } from "../../parts/CasePage.tsx";
import choices from "../../parts/Choices.module.css";
import { MaskNote } from "../../parts/MaskNote.tsx";
import { createMoment, MomentField } from "../../parts/MomentField.tsx";
import { BriefNotices } from "../../parts/BriefNotices.tsx";
import { OneIn } from "../../parts/OneIn.tsx";
import { OneOf } from "../../parts/OneOf.tsx";
import styles from "../../parts/Page.module.css";
import { PageHead } from "../../parts/PageHead.tsx";
import { perform } from "../../parts/perform.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import { MarkedText } from "./MarkedText.tsx";
import { OfferFields } from "./OfferFields.tsx";
import { offerFrom, type OfferDraft } from "./offer-terms.ts";
import own from "./Replies.module.css";

const kinds: readonly ReplyAs[] = ["agreed", "offer", "refused", "vague", "silent", "danger"];

export function ReplyView(props: ViewProps<Services>): JSX.Element {
  return <CasePage {...props}>{() => <Reply communication={props.arg?.split("/")[1]} />}</CasePage>;
}

function Reply(props: { readonly communication: string | undefined }): JSX.Element {
  const services = useServices();
  const { say, desk, now, pack, reference } = services;
  const live = useCase();
  // Read once: what was imported does not change under the hands that judge it.
  const imported = live.record("communication", props.communication);
  const [text, setText] = createSignal(imported?.text ?? "");
  const at = createMoment(now, imported?.at);
  const [chosen, setChosen] = createSignal<ReplyAs>();
  const [excuse, setExcuse] = createSignal<string>();
  const [keepsPromise, setKeepsPromise] = createSignal(true);
  const [offer, setOffer] = createSignal<OfferDraft>();
  const [tried, setTried] = createSignal(false);
  const reading = createMemo(() => {
    const book = reference.excuses();
    const me = live.all("case")[0];
    if (book === undefined || me === undefined || text().trim() === "") return undefined;
    return readReply(text(), book, {
      category: me.category,
      at: at.moment() ?? now(),
      calendar: pack.calendar,
      paidFen: live.demand().paidFen,
    });
  });
  const as = (): ReplyAs | undefined => chosen() ?? reading()?.suggestions[0]?.as;
  const heard = createMemo(() => reading()?.suggestions.filter((s) => s.as === as()) ?? []);
  const heardOne = createMemo(() => heard().find((s) => s.excuse === excuse()) ?? heard()[0]);
  const promise = createMemo(() => (as() === "danger" ? undefined : reading()?.promises[0]));
  const terms = (): OfferDraft => offer() ?? offerFrom(reading()?.offer);
  const label = (id: string): string => {
    const found = reference.excuses()?.items.find((e) => e.id === id);
    return found === undefined ? id : say.lang() === "en" ? found.label_en : found.label_zh;
  };
  const type = (typed: string): void => {
    setText(typed);
    // Other words are another reply: what was chosen for the last ones no longer holds.
    setExcuse(undefined);
    setOffer(undefined);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    const when = at.moment();
    const kind = as();
    if (when === undefined || kind === undefined) return;
    const says = heardOne();
    const due = keepsPromise() ? promise() : undefined;
    const done = perform(services, live, "reply.record", {
      at: when,
      as: kind,
      ...(says === undefined ? {} : { excuse: says.excuse, phrase: says.phrase }),
      ...(imported === undefined
        ? text().trim() === ""
          ? {}
          : { text: text().trim() }
        : { communication: imported.id }),
      ...(due === undefined ? {} : { promise: { what: due.sentence, dueAt: due.due } }),
      ...(kind === "offer" ? { offer: terms() } : {}),
    });
    if (done === undefined) return;
    desk.announce(say.word("screen.reply.recorded"));
    if (kind === "danger") desk.exec("safety.open", { caseId: live.caseId });
    else if (kind === "offer") openOffer(done.made);
    else desk.exec("case.open", { caseId: live.caseId, view: "next" });
    begin();
  };
  /** The page is left as it was found: what was recorded is not there to be recorded again. */
  const begin = (): void => {
    type("");
    setChosen(undefined);
    setTried(false);
  };
  const openOffer = (made: readonly Id[]): void => {
    const id = made.find((each) => live.record("offer", each) !== undefined);
    if (id === undefined) desk.exec("case.open", { caseId: live.caseId, view: "offers" });
    else desk.exec("offer.open", { caseId: live.caseId, offer: id });
  };
  return (
    <form class={styles["page"]} data-reply="" noValidate onSubmit={submit}>
      <BriefNotices />
      <PageHead title={say.word("screen.reply.title")}>
        <p class={styles["text"]}>{say.word("screen.reply.text")}</p>
      </PageHead>
      <div class={styles["form"]}>
        <Field label={say.word("screen.reply.words")} hint={say.word("screen.reply.words.hint")}>
          {(control) => (
            <textarea
              {...control}
              rows={4}
              readOnly={imported !== undefined}
              value={text()}
              onInput={(event) => type(event.currentTarget.value)}
            />
          )}
        </Field>
        <Show when={imported === undefined}>
          <MaskNote text={text()} />
        </Show>
        <div class={styles["short"]}>
          <MomentField label={say.word("screen.reply.at")} input={at} tried={tried()} />
        </div>
      </div>
      <section class={styles["group"]} aria-live="polite">
        <Show when={heardOne()}>
          {(one) => (
            <div class={styles["group"]} data-suggested={one().excuse}>
              <h2 class={styles["label"]}>{say.word("screen.reply.suggested")}</h2>
              <MarkedText text={text()} span={one().span} />
              <p class={styles["text"]}>{say.word("screen.reply.like", { excuse: label(one().excuse) })}</p>
            </div>
          )}
        </Show>
      </section>
      <OneOf
        name="as"
        legend={say.word("screen.reply.as")}
        options={kinds.map((value) => ({ value, label: say.word(`screen.reply.as.${value}`) }))}
        value={as()}
        onChoose={setChosen}
        error={tried() && as() === undefined ? say.word("screen.reply.as.needed") : undefined}
      />
      <Show when={heard().length > 1}>
        <div class={styles["short"]}>
          <OneIn
            label={say.word("screen.reply.excuse")}
            options={heard().map((each) => ({ value: each.excuse, label: label(each.excuse) }))}
            value={heardOne()?.excuse}
            onChoose={setExcuse}
          />
        </div>
      </Show>
      <Show when={promise()}>
        {(due) => (
          <label class={choices["choice"]}>
            <input
              type="checkbox"
              checked={keepsPromise()}
              onInput={(event) => setKeepsPromise(event.currentTarget.checked)}
            />
            <span>
              {say.word("screen.reply.promise", { what: due().phrase, due: momentText(due().due, say.lang()) })}
            </span>
          </label>
        )}
      </Show>
      <Show when={as() === "offer"}>
        <OfferFields offer={terms()} onChange={setOffer} />
      </Show>
      <Show when={as() === "danger"}>
        <p class={own["halt"]} role="alert">
          <Icon icon={OctagonAlert} size="large" /> {say.word("G1.pay_first")}
        </p>
      </Show>
      <p class={styles["acts"]}>
        <Button tone="solid" type="submit" data-record-reply="">
          {say.word(as() === "danger" ? "screen.reply.record_danger" : "screen.reply.record")}
        </Button>
        <Button onClick={() => desk.exec("case.open", { caseId: live.caseId })}>
          {say.word("screen.case.cancel")}
        </Button>
      </p>
    </form>
  );
}

/**
 * An offer looked at closely: what taking it gives up stands before the buttons that answer it (X11).
 *
 * 1. Answering says what the person told them; the app tells them nothing itself.
 */
import { formatYuan, type OfferView } from "@recourse/core";
import { Button, Chip, type ViewProps } from "@recourse/ui";
import { ArrowLeft, FileSearch } from "lucide";
import { createMemo, createSignal, Show, type JSX } from "solid-js";
import { CasePage } from "../../parts/CasePage.tsx";
import { Lines } from "../../parts/Lines.tsx";
import { createMoment, MomentField } from "../../parts/MomentField.tsx";
import { BriefNotices } from "../../parts/BriefNotices.tsx";
import styles from "../../parts/Page.module.css";
import { PageHead } from "../../parts/PageHead.tsx";
import { perform } from "../../parts/perform.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import { When } from "../../parts/When.tsx";
import type { Services } from "../../services/services.ts";
import { OfferFields } from "./OfferFields.tsx";
import type { OfferDraft } from "./offer-terms.ts";

export function OfferPage(props: ViewProps<Services>): JSX.Element {
  return <CasePage {...props}>{() => <Offer id={props.arg?.split("/")[1]} />}</CasePage>;
}

function Offer(props: { readonly id: string | undefined }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const offer = createMemo(() => live.offers().find((o) => o.id === props.id));
  const waits = (found: OfferView): boolean =>
    found.side === "theirs" && (found.status === "open" || found.status === "expired");
  return (
    <div class={styles["page"]} data-offer={props.id}>
      <BriefNotices />
      <Show when={offer()} fallback={<PageHead title={say.word("screen.offer.gone")} />}>
        {(found) => (
          <>
            <Head offer={found()} />
            <Show when={found().givesUp.length > 0}>
              <section class={styles["group"]} data-gives-up="">
                <h2 class={styles["subtitle"]}>{say.word("screen.offer.gives_up")}</h2>
                <Lines of={found().givesUp} />
              </section>
            </Show>
            <Show when={waits(found())} fallback={<Answered offer={found()} />}>
              <Answer offer={found()} />
            </Show>
          </>
        )}
      </Show>
      <p class={styles["acts"]}>
        <Button tone="plain" icon={ArrowLeft} onClick={() => desk.exec("case.open", { caseId: live.caseId })}>
          {say.word("screen.safety.back")}
        </Button>
      </p>
    </div>
  );
}

function Head(props: { readonly offer: OfferView }): JSX.Element {
  const { say } = useServices();
  const title = (): string => {
    const { side, amountFen } = props.offer;
    const whose = say.word(side === "theirs" ? "screen.offer.theirs" : "screen.offer.mine");
    return amountFen === undefined
      ? whose
      : say.word("screen.offer.of", { whose, amount: say.word("screen.stop.yuan", { amount: formatYuan(amountFen) }) });
  };
  return (
    <PageHead title={title()}>
      <p class={styles["chips"]}>
        <Chip tone="line">{say.word(`screen.offer.status.${props.offer.status}`)}</Chip>
        <Chip tone="line">{say.word(`screen.offer.form.${props.offer.form}`)}</Chip>
        <Show when={props.offer.asks !== "nothing"}>
          <Chip tone="mine">{say.word(`screen.offer.asks.${props.offer.asks}`)}</Chip>
        </Show>
        <span class={styles["text"]}>
          <When at={props.offer.madeAt} form="full" />
        </span>
      </p>
      <Show when={props.offer.condition}>
        {(condition) => <p class={styles["text"]}>{say.word("screen.offer.said", { condition: condition() })}</p>}
      </Show>
    </PageHead>
  );
}

/** What the person told them, and when. */
function Answer(props: { readonly offer: OfferView }): JSX.Element {
  const services = useServices();
  const { say, desk, now } = services;
  const live = useCase();
  const at = createMoment(now);
  const [counter, setCounter] = createSignal<OfferDraft>();
  const [tried, setTried] = createSignal(false);
  const answer = (as: "accepted" | "refused" | "countered"): void => {
    setTried(true);
    const when = at.moment();
    const mine = counter();
    if (when === undefined) return;
    const done = perform(services, live, "offer.answer", {
      offer: props.offer.id,
      at: when,
      as,
      ...(as === "countered" && mine !== undefined ? { counter: mine } : {}),
    });
    if (done !== undefined) desk.announce(say.word("screen.offer.recorded"));
  };
  return (
    <section class={styles["form"]}>
      <h2 class={styles["subtitle"]}>{say.word("screen.offer.answer")}</h2>
      <p class={styles["text"]}>{say.word("screen.offer.answer.text")}</p>
      <div class={styles["short"]}>
        <MomentField label={say.word("screen.offer.answer.at")} input={at} tried={tried()} />
      </div>
      <p class={styles["acts"]}>
        <Button onClick={() => answer("accepted")} data-answer="accepted">
          {say.word("screen.offer.answer.accepted")}
        </Button>
        <Button onClick={() => answer("refused")} data-answer="refused">
          {say.word("screen.offer.answer.refused")}
        </Button>
        <Button
          aria-expanded={counter() !== undefined}
          onClick={() => setCounter((open) => (open === undefined ? { form: "money", asks: "nothing" } : undefined))}
          data-answer="countered"
        >
          {say.word("screen.offer.answer.countered")}
        </Button>
      </p>
      <Show when={counter()}>
        {(mine) => (
          <section class={styles["card"]}>
            <h3 class={styles["name"]}>{say.word("screen.offer.counter")}</h3>
            <OfferFields offer={mine()} onChange={setCounter} mine />
            <p class={styles["acts"]}>
              <Button tone="solid" onClick={() => answer("countered")}>
                {say.word("screen.offer.counter.record")}
              </Button>
            </p>
          </section>
        )}
      </Show>
    </section>
  );
}

/** What comes after an answer. */
function Answered(props: { readonly offer: OfferView }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const mine = (): string | undefined => props.offer.counteredBy;
  return (
    <section class={styles["group"]}>
      <p>{say.word(`screen.offer.after.${props.offer.side}.${props.offer.status}`)}</p>
      <p class={styles["acts"]}>
        <Show when={props.offer.status === "accepted"}>
          <Button icon={FileSearch} onClick={() => desk.exec("case.open", { caseId: live.caseId, view: "settlement" })}>
            {say.word("screen.offer.check_money")}
          </Button>
        </Show>
        <Show when={mine()}>
          {(offer) => (
            <Button onClick={() => desk.exec("offer.open", { caseId: live.caseId, offer: offer() })}>
              {say.word(props.offer.side === "theirs" ? "screen.offer.see_mine" : "screen.offer.see_theirs")}
            </Button>
          )}
        </Show>
      </p>
    </section>
  );
}

/** The one next step of the open case (E5). */
import { onCleanup, onMount, Show, type JSX } from "solid-js";
import { NextStep } from "../../parts/NextStep.tsx";
import { materialTip } from "../../parts/pack-words.ts";
import { useCase, useServices } from "../../parts/served.tsx";

/** `onGone` hears whether the box is scrolled out of view. */
export function TheStep(props: { onGone(gone: boolean): void }): JSX.Element {
  const { say, pack, desk } = useServices();
  const live = useCase();
  const isEvidence = (): boolean => live.next().code.startsWith("missing.");
  const tip = (): string | undefined =>
    isEvidence() ? materialTip(pack, say.lang(), live.next().material) : undefined;
  const cannot = (): { onCannot(): void } | undefined =>
    isEvidence() && live.next().material !== undefined
      ? { onCannot: () => desk.exec("case.ask", { caseId: live.caseId, command: "case.cannot", data: {} }) }
      : undefined;
  let place!: HTMLDivElement;
  onMount(() => {
    const seen = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      // Not laid out yet is not scrolled away.
      if (last !== undefined) props.onGone(!last.isIntersecting && last.boundingClientRect.height > 0);
    });
    seen.observe(place);
    onCleanup(() => seen.disconnect());
  });
  return (
    <div ref={place} data-section="next">
      <Show when={!live.readOnly()}>
        <NextStep caseId={live.caseId} step={live.next()} tip={tip()} {...cannot()} />
      </Show>
    </div>
  );
}

/**
 * A letter on the screen: the view of core over the open case, held still while somebody composes a character. Holds signals.
 *
 * 1. Sentences are compared by value: a change of one leaves the others' signals, and with them their DOM, alone.
 * 2. While a composition (IME) is under way nothing of the letter changes on the screen; what came in meanwhile shows when it ends.
 */
import {
  decide,
  find,
  heldBack,
  historyOf,
  id,
  letterView,
  specOf,
  type Case,
  type Id,
  type KindSpec,
  type LetterKind,
  type LetterSentence,
  type LetterView,
  type RecordOf,
  type SafetyCard,
} from "@recourse/core";
import { letterRenderer } from "@recourse/words";
import { createMemo, createSignal, type Accessor } from "solid-js";
import { refusal } from "../../parts/perform.ts";
import type { CaseLive, Services } from "../../services/services.ts";
import { contextOf, packOf } from "./letter-context.ts";

export interface LetterLive {
  readonly live: CaseLive;
  readonly draft: Id;
  readonly record: Accessor<RecordOf<"draft"> | undefined>;
  readonly kind: Accessor<LetterKind>;
  readonly spec: Accessor<KindSpec>;
  readonly view: Accessor<LetterView>;
  readonly ids: Accessor<readonly Id[]>;
  readonly sentence: (id: Id) => LetterSentence | undefined;
  /** Sentences left out, with the words they would have. */
  readonly omitted: Accessor<readonly LetterSentence[]>;
  /** Whether composing anew would change anything. */
  readonly stale: Accessor<boolean>;
  /** What keeps it in the house, whatever it says (G1, G4, G5, L6). */
  readonly held: Accessor<readonly SafetyCard[]>;
  readonly setComposing: (now: boolean) => void;
  /** Runs a command of core; a refusal is told. Undone as one step; `join` makes typing one step. */
  readonly run: (command: string, data: Readonly<Record<string, unknown>>, how?: RunHow) => boolean;
}

export interface RunHow {
  readonly join?: string;
  /** Said afterwards, with the way back beside it. */
  readonly said?: string;
}

const sameValue = <T>(a: T, b: T): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The letter read over `of`. */
function viewOf(of: Case, draft: Id, live: CaseLive, services: Services): LetterView {
  const lang = find(of, "draft", draft)?.lang ?? "zh-CN";
  return letterView(of, packOf(services), draft, letterRenderer, lang, contextOf(live, services.now()));
}

/** The case with nothing left out of this letter. */
function withOmitted(of: Case, ids: readonly Id[]): Case {
  const told = Object.fromEntries(
    Object.entries(of.live.sentence).map(([key, s]) => [key, ids.includes(s.id) ? { ...s, omitted: undefined } : s]),
  );
  return { ...of, live: { ...of.live, sentence: told } };
}

/** Stands for ids that are asked for and thrown away. */
const noId = id("00000000000000000000000000");

/** Makes the letter of `draft`. Lives as long as its owner. */
export function createLetter(services: Services, live: CaseLive, draft: Id): LetterLive {
  const [composing, setComposing] = createSignal(false);
  const record = (): RecordOf<"draft"> | undefined => live.record("draft", draft);
  const kind = (): LetterKind => record()?.kind ?? "application";
  const view = createMemo<LetterView>((before) => {
    if (composing() && before !== undefined) return before;
    return viewOf(live.whole(), draft, live, services);
  });
  const ids = createMemo(() => view().sentences.map((s) => s.id), undefined, { equals: sameValue });
  const byId = createMemo(() => new Map(view().sentences.map((s) => [s.id, s])));
  const omitted = createMemo(
    () => {
      const left = view().omitted;
      if (left.length === 0) return [];
      const whole = viewOf(withOmitted(live.whole(), left), draft, live, services);
      return whole.sentences.filter((s) => left.includes(s.id));
    },
    undefined,
    { equals: sameValue },
  );
  const stale = createMemo(() => {
    if (composing() || live.readOnly()) return false;
    const context = {
      now: services.now(),
      role: "owner",
      pack: packOf(services),
      render: letterRenderer,
      mint: () => noId,
    } as const;
    const again = decide(live.whole(), "draft.compose", { draft }, context);
    return again.ok && again.value.length > 0;
  });
  const held = createMemo<readonly SafetyCard[]>(
    () => {
      const of = live.whole();
      const now = services.now();
      const codes = heldBack(of, historyOf(of, now), services.pack, now, record()?.answers);
      return live.safety().filter((card) => codes.includes(card.code));
    },
    [],
    { equals: sameValue },
  );
  return {
    live,
    draft,
    record,
    kind,
    spec: () => specOf(kind()),
    view,
    ids,
    sentence: (wanted) => byId().get(wanted),
    omitted,
    stale,
    held,
    setComposing,
    run: (command, data, how = {}) => runTold(services, live, command, data, how),
  };
}

/** Runs, and tells what became of it. */
export function runTold(
  services: Services,
  live: CaseLive,
  command: string,
  data: Readonly<Record<string, unknown>>,
  how: RunHow = {},
): boolean {
  const done = live.run(command, data, how.join);
  if (!done.ok) {
    const text = refusal(services.say, done.error);
    services.desk.toast({ text });
    services.desk.announce(text);
    return false;
  }
  const { said } = how;
  if (said !== undefined) {
    const text = services.say.word(said);
    services.desk.toast({
      text,
      action: { label: services.say.word("screen.letter.undo"), run: () => void live.undo() },
    });
    services.desk.announce(text);
  }
  return true;
}

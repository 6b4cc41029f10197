/**
 * A letter on the screen: the view of core over the open case, held still while somebody composes a character. Holds signals.
 *
 * 1. Sentences are compared by value: a change of one leaves the others' signals, and with them their DOM, alone.
 * 2. While a composition (IME) is under way nothing of the letter changes on the screen; what came in meanwhile shows when it ends.
 */
import {
  decide,
  find,
  id,
  letterView,
  type Case,
  type Id,
  type LetterSentence,
  type LetterView,
  type Pack,
  type RecordOf,
} from "@recourse/core";
import { letterRenderer } from "@recourse/words";
import { createMemo, createSignal, type Accessor } from "solid-js";
import { refusal } from "../../parts/perform.ts";
import type { CaseLive, Services } from "../../services/services.ts";

export interface LetterLive {
  readonly live: CaseLive;
  readonly draft: Id;
  readonly record: Accessor<RecordOf<"draft"> | undefined>;
  readonly view: Accessor<LetterView>;
  readonly ids: Accessor<readonly Id[]>;
  readonly sentence: (id: Id) => LetterSentence | undefined;
  /** Sentences left out, with the words they would have. */
  readonly omitted: Accessor<readonly LetterSentence[]>;
  /** Whether composing anew would change anything. */
  readonly stale: Accessor<boolean>;
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
function viewOf(of: Case, pack: Pack, draft: Id, live: CaseLive, services: Services): LetterView {
  const lang = find(of, "draft", draft)?.lang ?? "zh-CN";
  const context = { grounds: live.grounds(), demand: live.demand(), measures: live.measures(), now: services.now() };
  return letterView(of, pack, draft, letterRenderer, lang, context);
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
  const pack = (): Pack => services.fullPack() ?? services.pack;
  const view = createMemo<LetterView>((before) => {
    if (composing() && before !== undefined) return before;
    return viewOf(live.whole(), pack(), draft, live, services);
  });
  const ids = createMemo(() => view().sentences.map((s) => s.id), undefined, { equals: sameValue });
  const byId = createMemo(() => new Map(view().sentences.map((s) => [s.id, s])));
  const omitted = createMemo(
    () => {
      const left = view().omitted;
      if (left.length === 0) return [];
      const whole = viewOf(withOmitted(live.whole(), left), pack(), draft, live, services);
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
      pack: pack(),
      render: letterRenderer,
      mint: () => noId,
    } as const;
    const again = decide(live.whole(), "draft.compose", { draft }, context);
    return again.ok && again.value.length > 0;
  });
  return {
    live,
    draft,
    record: () => live.record("draft", draft),
    view,
    ids,
    sentence: (wanted) => byId().get(wanted),
    omitted,
    stale,
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

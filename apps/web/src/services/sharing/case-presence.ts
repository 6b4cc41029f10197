/** Who looks at a shared case right now, and what this tab shows (FR5). Effects through the network it is given. */
import { createWatched, type Scheduler, type Watched } from "@recourse/sync";
import type { DeviceId, DeviceKeys, LogSession, Sealer } from "@recourse/sync/log";
import { createPresence, type Present, type Signal, type TabName } from "@recourse/sync/wire";
import { createCaretBook } from "./present-carets.ts";
import type { Attention, CaretLine, PresentLine } from "./sharing.ts";

/** Units: ms; the shorter one while there is a caret of this tab to keep up with. */
const TICK = 1000;
const CARET_TICK = 250;

export interface CasePresence {
  readonly others: Watched<readonly Present[]>;
  readonly hear: (sealed: Uint8Array<ArrayBuffer>) => Promise<unknown>;
  readonly self: TabName;
  /** A word about a direct way, to whoever hears this tab. */
  readonly signal: (signal: Signal) => void;
  readonly looksAt: (view: string | undefined) => void;
  readonly attends: (who: object, to: Attention | undefined) => void;
  /** Other people's carets in a text, `kind/id/field`. */
  readonly carets: (field: string, names: ReadonlyMap<DeviceId, string>) => readonly CaretLine[];
  readonly close: () => void;
}

export interface CasePresencePorts {
  readonly session: LogSession;
  readonly sealer: Sealer;
  readonly device: DeviceKeys;
  readonly scheduler: Scheduler;
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
  /** Units: ms since 1970. */
  readonly now: () => number;
  readonly send: (sealed: Uint8Array<ArrayBuffer>) => void;
  readonly hearSignal: (from: TabName, signal: Signal) => void;
}

/** Ticks until it is closed. */
export function createCasePresence({ session, scheduler, ...ports }: CasePresencePorts): CasePresence {
  const presence = createPresence({ ...ports, log: session.log, keyring: session.keyring });
  const others = createWatched<readonly Present[]>([]);
  const stop = presence.others.subscribe((now) => others.set(now));
  const book = createCaretBook(() => session.doc.get());
  let over = false;
  let view: string | undefined;
  /** What parts of this tab attend to, the newest last. */
  const attentions = new Map<object, Attention>();
  const attention = (): Attention | undefined => [...attentions.values()].at(-1);
  const say = (): void => {
    if (view === undefined) return;
    const to = attention();
    const caret = to?.caret === undefined ? undefined : book.mark(to.caret);
    const looks = { view: to?.view ?? view, typing: to?.isTyping ?? false };
    presence.say({
      ...looks,
      ...(to === undefined ? {} : { focus: to.focus }),
      ...(caret === undefined ? {} : { caret }),
    });
  };
  const tick = (): void => {
    if (over) return;
    void presence.tick();
    scheduler.after(attention()?.caret === undefined ? TICK : CARET_TICK, tick);
  };
  tick();
  return {
    others,
    self: presence.self,
    signal: presence.signal,
    hear: (sealed) => presence.hear(sealed),
    looksAt: (next) => {
      view = next;
      if (view !== undefined) say();
      // Going from one screen of the case to another is no leaving.
      else
        queueMicrotask(() => {
          if (view === undefined && !over) void presence.leave();
        });
    },
    attends: (who, to) => {
      attentions.delete(who);
      if (to !== undefined) attentions.set(who, to);
      say();
    },
    carets: (field, names) =>
      book.find(field, presence.others.get()).map(({ present: { device, session: tab, looks }, anchor, head }) => ({
        session: tab,
        device,
        name: names.get(device),
        anchor,
        head,
        isTyping: looks.typing,
      })),
    close: () => {
      over = true;
      stop();
      void presence.leave();
    },
  };
}

/** How much a tab tells: whoever writes in one tab is not said to look at another. */
const tells = ({ looks }: Present): number => (looks.typing ? 2 : 0) + (looks.focus === undefined ? 0 : 1);

/** One line per device: the tab that tells most counts. This device's other tabs are left out. */
export const presentLines = (
  present: readonly Present[],
  names: ReadonlyMap<DeviceId, string>,
): readonly PresentLine[] => {
  const theirs = present.filter(({ own }) => !own).toSorted((a, b) => tells(a) - tells(b));
  const byDevice = new Map(theirs.map((each) => [each.device, each]));
  return [...byDevice.values()].map(({ device, looks }) => ({
    device,
    name: names.get(device),
    view: looks.view,
    ...(looks.focus === undefined ? {} : { focus: looks.focus }),
    isTyping: looks.typing,
  }));
};

/** Whether two lists say the same: carets move without anybody coming or going. */
export const samePresent = (a: readonly PresentLine[], b: readonly PresentLine[]): boolean =>
  a.length === b.length &&
  a.every((line, n) => {
    const other = b[n];
    return (
      line.device === other?.device &&
      line.name === other.name &&
      line.view === other.view &&
      line.focus === other.focus &&
      line.isTyping === other.isTyping
    );
  });

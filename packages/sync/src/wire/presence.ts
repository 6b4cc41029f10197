/**
 * Presence: what members look at right now. Holds state; effects only through its ports; time comes with `tick`. Nothing of it is stored.
 *
 * 1. Said and heard only under an epoch that every removal known here allows, by members from viewer up (EP3).
 * 2. Nobody speaks for another device, and nothing counts twice: each frame is signed, and its counter rises within its session.
 * 3. Whoever is silent for 30 seconds by this device's clock is no longer there; whoever is put out is gone at the next tick.
 * 4. It is advice: whoever carries frames can keep them back, or say later what was never heard here. Nothing else depends on it.
 *
 * Source: FR5.
 */
import { err, ok, type Result } from "@recourse/core";
import { concat, sameBytes, toHex, type Bytes } from "../log/bytes.ts";
import type { DeviceKeys } from "../log/device-keys.ts";
import { VIEWER } from "../log/entry.ts";
import type { Keyring } from "../log/keyring.ts";
import { logId, sessionId, type DeviceId, type SessionId } from "../log/log-ids.ts";
import type { CaseLog } from "../log/record-gate.ts";
import type { Signal, TabName } from "../direct/signal.ts";
import type { Sealer } from "../log/sealer.ts";
import { wellFormed } from "../stored-value.ts";
import { createWatched, type Watched } from "../watched.ts";
import { epochsNow, type EpochsNow } from "./epochs-now.ts";
import {
  decodeWords,
  encodeEphHead,
  encodeWords,
  ephKeySource,
  ephText,
  faultOfLooks,
  parseEph,
  type EphWords,
  type Looks,
  type SaidWords,
  type SignedEph,
} from "./eph-frame.ts";

/** Units: ms. */
const LIFE = 30_000;
const SAID_AGAIN = 10_000;
const SECOND = 1000;
/** Frames in any second; the last place is kept for "gone". */
const MOST_SAID = 4;
/** Frames of one device heard in any second. */
const MOST_HEARD = 8;
/** Sessions of one device that are shown, and whose counters are remembered; the longest silent go first. */
const MOST_SHOWN = 8;
const MOST_REMEMBERED = 256;
/** Signals that wait to be said; the eldest go first, whoever needed them asks again. */
const MOST_SIGNALS = 32;
/** Frames that wait to be heard. */
const MOST_WAITING = 256;

/** Somebody's tab. `own`: another tab of this device. */
export interface Present {
  readonly device: DeviceId;
  readonly session: SessionId;
  readonly own: boolean;
  readonly looks: Looks;
}

/** What became of a frame. `echo`: what this tab has said itself. `stranger`: no member, or no longer. */
export type Heard =
  | "heard"
  | "echo"
  | "form"
  | "stranger"
  | "replay"
  | "flood"
  | "epoch"
  | "no_key"
  | "signature"
  | "seal";

/** A part that is empty or too long to be said. */
export interface LooksFault {
  readonly kind: "view" | "focus" | "caret";
}

export interface PresencePorts {
  readonly log: CaseLog;
  readonly keyring: Pick<Keyring, "get">;
  readonly sealer: Pick<Sealer, "seal" | "open" | "verify">;
  readonly device: DeviceKeys;
  readonly random: (length: number) => Bytes;
  /** Units: ms since 1970. */
  readonly now: () => number;
  /** To every link of the case; what does not go through is said again. */
  readonly send: (sealed: Bytes) => void;
  /** Somebody's word about a direct way, signed by his device. */
  readonly hearSignal?: (from: TabName, signal: Signal) => void;
}

export interface Presence {
  /** This tab, as its words name it. */
  readonly self: TabName;
  /** By device and session. Another list only when something in it is another. */
  readonly others: Watched<readonly Present[]>;
  /** What this tab shows now. Said at once or, when it has been said too often, with a later tick: the newest only. Errors: nothing is said. */
  readonly say: (looks: Looks) => Result<void, LooksFault>;
  /** Said at once or, when it has been said too often, with a later tick; all of them, in order. Before the looks: somebody waits. */
  readonly signal: (signal: Signal) => void;
  /** A frame has come, from any link. */
  readonly hear: (sealed: Bytes) => Promise<Heard>;
  /** Call it at least once a second, four times for carets that keep up. Answers when what was due is sent. */
  readonly tick: () => Promise<void>;
  /** Says "gone"; `say` begins anew. */
  readonly leave: () => Promise<void>;
}

interface Tab {
  readonly present: Present;
  /** Its words, to tell what is new. */
  readonly plain: Bytes;
  readonly at: number;
}

interface HeardOf {
  /** Highest counter of each session, the last heard at the end. */
  readonly counters: Map<SessionId, number>;
  readonly tabs: Map<SessionId, Tab>;
  lately: readonly number[];
}

/** Before any link: nobody is there, nothing said. */
export function createPresence(ports: PresencePorts): Presence {
  const { log, keyring, sealer, device, random, now, send } = ports;
  const session = sessionId(toHex(random(8)));
  const others = createWatched<readonly Present[]>([]);
  const devices = new Map<DeviceId, HeardOf>();
  let looks: Looks | undefined;
  let due = false;
  let signals: readonly Signal[] = [];
  let counter = 0;
  let said: readonly number[] = [];
  let waiting = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  let epochs: { readonly of: number; readonly now: EpochsNow } | undefined;
  const allowedNow = (): EpochsNow => {
    const of = log.index.all().length;
    if (epochs?.of !== of) epochs = { of, now: epochsNow(log, logId(device.id, session)) };
    return epochs.now;
  };
  const memberOf = (of: DeviceId) => {
    const member = log.standings().membership.members.get(of);
    return member !== undefined && member.level >= VIEWER ? member : undefined;
  };
  const lately = (times: readonly number[]): readonly number[] => {
    const at = now();
    return times.filter((each) => each <= at && at - each < SECOND);
  };

  const speak = async (words: SaidWords, most: number): Promise<boolean> => {
    said = lately(said);
    const epoch = allowedNow().best;
    const key = epoch === undefined ? undefined : keyring.get(epoch);
    if (said.length >= most || epoch === undefined || key === undefined || memberOf(device.id) === undefined)
      return false;
    said = [...said, now()];
    const head = { device: device.id, session, counter: ++counter, epoch, nonce: random(12) };
    const headBytes = encodeEphHead(head);
    const source = ephKeySource(key, log.caseId, head);
    const sealed = await sealer.seal(source, head.nonce, headBytes, encodeWords(words));
    send(concat(headBytes, sealed, await device.sign(ephText(log.caseId, headBytes, sealed))));
    return true;
  };
  const sayDue = async (): Promise<void> => {
    for (let [signal] = signals; signal !== undefined; [signal] = signals) {
      if (!(await speak({ is: "signal", signal }, MOST_SAID - 1))) return;
      signals = signals.slice(1);
    }
    if (looks === undefined || !due) return;
    due = false;
    if (!(await speak({ is: "looks", looks }, MOST_SAID - 1))) due = true;
  };

  const judge = async (of: SignedEph): Promise<Heard> => {
    const { head, headBytes, sealed, signature } = of;
    if (head.device === device.id && head.session === session) return "echo";
    const member = memberOf(head.device);
    if (member === undefined) return "stranger";
    const heard = devices.get(head.device) ?? { counters: new Map(), tabs: new Map(), lately: [] };
    if (head.counter <= (heard.counters.get(head.session) ?? 0)) return "replay";
    heard.lately = lately(heard.lately);
    if (heard.lately.length >= MOST_HEARD) return "flood";
    if (!allowedNow().allowed.has(head.epoch)) return "epoch";
    const key = keyring.get(head.epoch);
    if (key === undefined) return "no_key";
    const text = ephText(log.caseId, headBytes, sealed);
    if (!(await sealer.verify(member.keys.edPub, text, signature))) return "signature";
    // Only what the device has signed is held against it: nobody can silence another.
    devices.set(head.device, heard);
    heard.lately = [...heard.lately, now()];
    if (looks !== undefined && !heard.counters.has(head.session)) due = true;
    remember(heard.counters, head.session, head.counter, MOST_REMEMBERED);
    const plain = await sealer.open(ephKeySource(key, log.caseId, head), head.nonce, headBytes, sealed);
    if (plain === undefined) return "seal";
    const words = decodeWords(plain);
    if (words === undefined) return "form";
    take(heard, head.device, head.session, words, plain);
    return "heard";
  };
  const take = (heard: HeardOf, of: DeviceId, by: SessionId, words: EphWords, plain: Bytes): void => {
    if (words.is === "other") return;
    if (words.is === "signal") return ports.hearSignal?.({ device: of, session: by }, words.signal);
    const before = heard.tabs.get(by);
    heard.tabs.delete(by);
    if (words.is === "looks") {
      const same = before !== undefined && sameBytes(before.plain, plain);
      const fresh = { device: of, session: by, own: of === device.id, looks: words.looks };
      remember(heard.tabs, by, { present: same ? before.present : fresh, plain, at: now() }, MOST_SHOWN);
    }
    show();
  };
  /** Whoever is there, silent ones and those put out left away. */
  const show = (): void => {
    const at = now();
    for (const [of, { tabs }] of devices)
      for (const [by, tab] of tabs)
        if (tab.at > at || at - tab.at >= LIFE || memberOf(of) === undefined) tabs.delete(by);
    const next = [...devices.values()]
      .flatMap(({ tabs }) => [...tabs.values()].map(({ present }) => present))
      .toSorted((a, b) => (a.device + a.session < b.device + b.session ? -1 : 1));
    const was = others.get();
    if (next.length !== was.length || next.some((each, n) => each !== was[n])) others.set(next);
  };

  return {
    others,
    self: { device: device.id, session },
    signal: (signal) => {
      signals = [...signals, signal].slice(-MOST_SIGNALS);
      void inTurn(sayDue);
    },
    say: (next) => {
      const whole = wellFormedLooks(next);
      const fault = faultOfLooks(whole);
      if (fault !== undefined) return err({ kind: fault });
      looks = whole;
      due = true;
      void inTurn(sayDue);
      return ok(undefined);
    },
    hear: async (sealed) => {
      const of = parseEph(sealed);
      if (of === undefined) return "form";
      if (waiting >= MOST_WAITING) return "flood";
      waiting++;
      try {
        return await inTurn(() => judge(of));
      } finally {
        waiting--;
      }
    },
    tick: () =>
      inTurn(async () => {
        show();
        const last = said.at(-1);
        const at = now();
        if (last === undefined || at < last || at - last >= SAID_AGAIN) due = true;
        await sayDue();
      }),
    leave: () => {
      looks = undefined;
      due = false;
      return inTurn(async () => {
        // Who came back meanwhile is not gone.
        if (counter > 0 && looks === undefined) await speak({ is: "gone" }, MOST_SAID);
      });
    },
  };
}

/** Sets and moves to the end; the first ones go where there are too many. */
function remember<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [eldest] = map.keys();
  if (map.size > most && eldest !== undefined) map.delete(eldest);
}

/** As every device will read it. */
const wellFormedLooks = ({ view, focus, caret, typing }: Looks): Looks => ({
  view: wellFormed(view),
  ...(focus === undefined ? {} : { focus: wellFormed(focus) }),
  ...(caret === undefined ? {} : { caret: { ...caret, field: wellFormed(caret.field) } }),
  typing,
});

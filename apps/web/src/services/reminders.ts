/**
 * Reminders: notices of the system while the app is open. Effects: through the ports.
 *
 * 1. Permission is asked for by a press of the person and never by itself.
 * 2. A notice says that something is due and never what: it stands on lock screens (P3). In discreet mode it does not name the app either.
 * 3. While the app is closed nothing reminds: then it is the calendar file that does.
 * 4. The same moment of the same case is told once per device.
 */
import type { Id, Instant } from "@recourse/core";
import { createEffect, createSignal, on, type Accessor } from "solid-js";
import type { RowBook } from "../live/row-book.ts";
import { endsAt, isOver } from "../live/sections.ts";
import { readJson, type Comforts } from "./comforts.ts";

/** `off`: not asked for, or switched off here. */
export type ReminderState = "unsupported" | "off" | "refused" | "on";

export interface Reminders {
  readonly state: Accessor<ReminderState>;
  /** Asks the browser, by a press. */
  readonly enable: () => Promise<ReminderState>;
  readonly disable: () => void;
}

/** What the system offers. */
export interface NoticePort {
  readonly permission: () => NotificationPermission | undefined;
  readonly ask: () => Promise<NotificationPermission>;
  readonly show: (notice: Notice) => void;
}

/** A notice of the system. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  /** A newer notice with the same tag takes the place of an older one. */
  readonly tag: "due" | "woke";
  /** Without the picture of the app. */
  readonly bare: boolean;
  pressed(): void;
}

export interface ReminderPorts {
  readonly notices: NoticePort;
  readonly comforts: Comforts;
  readonly now: Accessor<Instant>;
  readonly book: RowBook;
  /** Whether the rows are there: what is due when they come is on the screen already. */
  readonly known: Accessor<boolean>;
  readonly asleep: Accessor<ReadonlySet<string>>;
  readonly discreet: Accessor<boolean>;
  readonly word: (code: string) => string;
  readonly open: (caseId: Id) => void;
}

/** How long before its end a time of our own is told. Units: milliseconds. */
const BEFORE = 24 * 3_600_000;
/** Moments remembered as told. */
const MOST = 500;

/** A moment worth a notice, by a key that stays the same. */
interface Told {
  readonly key: string;
  readonly caseId: Id;
}

/** What is due in the rows at a moment: times of ours within a day, and times of theirs that ran out. Pure. */
export function dueAt(book: Pick<RowBook, "all">, asleep: ReadonlySet<string>, now: Instant): readonly Told[] {
  const soon = Date.parse(now) + BEFORE;
  return book.all().flatMap((row) => {
    if (asleep.has(row.caseId)) return [];
    const own = row.dates.filter((d) => d.owner === "mine" && !isOver(d, now) && Date.parse(endsAt(d)) <= soon);
    const over = row.clock !== undefined && row.clock.owner !== "mine" && isOver(row.clock, now) ? [row.clock] : [];
    return [...own, ...over].map((clock) => ({
      key: `${row.caseId} ${clock.rule} ${clock.due}`,
      caseId: row.caseId,
    }));
  });
}

/** Must be called under an owner that lives as long as the page. */
export function createReminders(ports: ReminderPorts): Reminders {
  const { notices, comforts, now, book, known, asleep, discreet, word, open } = ports;
  const read = (): ReminderState => {
    const permission = notices.permission();
    if (permission === undefined) return "unsupported";
    if (permission === "denied") return "refused";
    return permission === "granted" && comforts.read("reminders") === "on" ? "on" : "off";
  };
  const [state, setState] = createSignal<ReminderState>(read());
  const raw = readJson(comforts.read("reminded"));
  const told = new Set<string>(Array.isArray(raw) ? raw.filter((each) => typeof each === "string") : []);
  const remember = (keys: readonly string[]): void => {
    for (const key of keys) told.add(key);
    comforts.keep("reminded", JSON.stringify([...told].slice(-MOST)));
  };
  const notify = (tag: Notice["tag"], caseId: Id): void =>
    notices.show({
      title: word(discreet() ? "screen.remind.title.discreet" : "screen.remind.title"),
      text: word(`screen.remind.${tag}`),
      tag,
      bare: discreet(),
      pressed: () => open(caseId),
    });
  createEffect(
    on([now, state, known], ([at, is, there], before) => {
      if (is !== "on" || !there) return;
      const fresh = dueAt(book, asleep(), at).filter(({ key }) => !told.has(key));
      const [first] = fresh;
      if (first === undefined) return;
      remember(fresh.map(({ key }) => key));
      // What was due when reminders or rows came is on the screen already.
      if (before?.[1] === "on" && before[2]) notify("due", first.caseId);
    }),
  );
  createEffect(
    on(asleep, (sleeping, before) => {
      const [first] = [...(before ?? [])].flatMap((caseId) =>
        sleeping.has(caseId) ? [] : (book.row(caseId)?.caseId ?? []),
      );
      if (state() === "on" && first !== undefined) notify("woke", first);
    }),
  );
  return {
    state,
    enable: async () => {
      if (notices.permission() === "default") await notices.ask();
      comforts.keep("reminders", "on");
      return setState(read());
    },
    disable: () => {
      comforts.keep("reminders", undefined);
      setState(read());
    },
  };
}

/** Notices of the browser. A phone shows them only through the service worker, which then has nothing to be pressed. */
export function browserNotices(page: Window & typeof globalThis): NoticePort {
  const api = "Notification" in page ? page.Notification : undefined;
  return {
    permission: () => api?.permission,
    ask: async () => (api === undefined ? "denied" : api.requestPermission()),
    show: ({ title, text, tag, bare, pressed }) => {
      if (api === undefined) return;
      const options = { body: text, tag, ...(bare ? {} : { icon: "/icon-192.png" }) };
      try {
        const notice = new api(title, options);
        notice.onclick = () => {
          page.focus();
          pressed();
          notice.close();
        };
      } catch {
        void page.navigator.serviceWorker?.ready.then((worker) => worker.showNotification(title, options));
      }
    },
  };
}

/**
 * Sharing: working on a case with others, and joining one by a link (P5, G2, ME, JO).
 *
 * 1. A case that was never shared shows nothing of this but the way to it.
 */
import { IdSchema, type Id } from "@recourse/core";
import { command, type Contribution, type MenuItem } from "@recourse/ui";
import { FolderOpen, LogIn, UserPlus, Users } from "lucide";
import { createEffect, createRoot, on, onCleanup, untrack } from "solid-js";
import * as z from "zod/mini";
import { titled } from "../../parts/tab-title.ts";
import type { Services } from "../../services/services.ts";
import type { RequestLine } from "../../services/sharing/sharing.ts";
import { isWaiting, sharedInView, standingIcons, standings, standingText } from "./share-status.ts";
import { shownCases, wishes, type Wish } from "./share-wishes.ts";

const category = "screen.share.category";
/** From the palette there is no argument: then it is about the case in view. */
const OfCase = z.optional(z.looseObject({ caseId: z.optional(IdSchema) }));
type OfCase = z.infer<typeof OfCase>;

/** Shows the screen of the case named, else of the one in view; without either the person is told to open one. */
function open({ desk, say }: Services, wanted: OfCase, part?: Wish["part"]): void {
  const caseId = wanted?.caseId ?? desk.activeCase();
  if (caseId === undefined) return desk.toast({ text: say.word("screen.letter.no_case") });
  if (part !== undefined) wishes.ask({ caseId, part });
  desk.open("share", caseId);
}

const words = (services: Services): string => {
  const of = sharedInView(services);
  return of === undefined ? services.say.word("screen.share.title") : standingText(services.say, of);
};

/** A phone has room for one word of state: saving and connection share it. */
const wordsOnPhone = (services: Services): string => {
  const { say, saveWord } = services;
  const saving = say.word(`screen.save.${saveWord()}`);
  const two = words(services);
  return saving === two ? saving : say.word("screen.share.status.two", { one: saving, two });
};

/** One entry per state, because each has a sign of its own; `sharing` is the state of the case in view. */
const status = standings.flatMap((standing): readonly MenuItem<Services>[] => [
  {
    menu: "status",
    command: "share.open",
    group: "left",
    order: 1,
    when: `sharing == ${standing} && !phone`,
    icon: standingIcons[standing],
    label: words,
  },
  {
    menu: "status",
    command: "share.open",
    group: "left",
    order: -1,
    when: `sharing == ${standing} && phone`,
    icon: standingIcons[standing],
    label: wordsOnPhone,
  },
]);

interface Waiting {
  readonly caseId: Id;
  readonly line: RequestLine;
}

/**
 * Tells whoever looks at something else that somebody waits to be compared with, once for each who asks; and tells the others of a shared
 * case whether it is in view here (FR5).
 */
function listen(services: Services): () => void {
  const { desk, say, cases, sharing } = services;
  const waiting = (): readonly Waiting[] =>
    cases
      .list()
      .flatMap(({ id }) =>
        (sharing.of(id)?.requests() ?? []).flatMap((line) => (isWaiting(line) ? [{ caseId: id, line }] : [])),
      );
  const tell = ({ caseId, line }: Waiting): void => {
    const name = line.name.trim() === "" ? say.word("screen.share.unnamed") : line.name;
    const text = say.word("screen.share.asks.of", { name, title: cases.book.row(caseId)?.title ?? "" });
    desk.announce(text);
    desk.toast({
      text,
      action: { label: say.word("screen.share.asks.look"), run: () => desk.open("share", caseId) },
    });
  };
  return createRoot((dispose) => {
    const told = new Set<string>();
    createEffect(
      on(waiting, (now) => {
        for (const each of now) {
          if (told.has(each.line.joiner)) continue;
          told.add(each.line.joiner);
          if (!shownCases.has(each.caseId)) tell(each);
        }
      }),
    );
    createEffect(() => {
      const of = sharedInView(services);
      if (of === undefined) return;
      untrack(() => of.looksAt("case"));
      onCleanup(() => of.looksAt(undefined));
    });
    return dispose;
  });
}

export const shareContribution: Contribution<Services> = {
  id: "share",
  commands: [
    command<OfCase, Services>({
      id: "share.open",
      title: "screen.share.title",
      category,
      icon: Users,
      schema: OfCase,
      run: (wanted, services) => open(services, wanted),
    }),
    command<OfCase, Services>({
      id: "share.invite",
      title: "screen.share.invite",
      category,
      icon: UserPlus,
      schema: OfCase,
      run: (wanted, services) => open(services, wanted, "invite"),
    }),
    command<OfCase, Services>({
      id: "share.members",
      title: "screen.share.members.open",
      category,
      icon: Users,
      schema: OfCase,
      run: (wanted, services) => open(services, wanted, "members"),
    }),
    command<unknown, Services>({
      id: "join.open",
      title: "screen.join.title",
      category,
      icon: LogIn,
      run: (_, { desk }) => desk.open("join"),
    }),
    command<unknown, Services>({
      id: "share.take",
      title: "screen.casebox.title",
      category,
      icon: FolderOpen,
      run: (_, { desk }) => desk.open("take"),
    }),
  ],
  views: [
    {
      id: "share",
      title: "screen.share.title",
      icon: Users,
      slot: "editor",
      label: titled("screen.share.title"),
      load: async () => ({ default: (await import("./ShareView.tsx")).ShareView }),
    },
    {
      id: "join",
      title: "screen.join.title",
      icon: LogIn,
      slot: "editor",
      load: async () => ({ default: (await import("./JoinView.tsx")).JoinView }),
    },
    {
      id: "take",
      title: "screen.casebox.title",
      icon: FolderOpen,
      slot: "editor",
      load: async () => ({ default: (await import("./TakeView.tsx")).TakeView }),
    },
  ],
  menus: status,
  activate: listen,
};

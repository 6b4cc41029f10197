/**
 * What is done to cards: moving, putting off, choosing, looking, deleting; their keys and the menu of a card. Comes with the documents.
 *
 * 1. A command without an argument acts on the card in use, or on what is chosen.
 * 2. Its keys are in row-keys.ts: they count before this feature is there.
 */
import { IdSchema, type Id, type Round } from "@recourse/core";
import { command, type Contribution } from "@recourse/ui";
import {
  CalendarPlus,
  CircleCheckBig,
  Eye,
  FileClock,
  FolderOpen,
  ListChecks,
  Moon,
  MoveRight,
  Search,
  Trash2,
} from "lucide";
import { lazy } from "solid-js";
import * as z from "zod/mini";
import { cards, selection } from "../../live/row-focus.ts";
import { cardKeys, goToSearch } from "../../live/row-keys.ts";
import { columnBeside } from "../../live/row-move.ts";
import { hostWindow } from "../../parts/hosted-window.tsx";
import type { Services } from "../../services/services.ts";
import { acting } from "./acts/acting.ts";

const category = "screen.card.category";
const RoundSchema = z.enum(["prepare", "apply", "first", "second", "third", "settle"]);
const OfCard = z.optional(z.looseObject({ caseId: z.optional(IdSchema), filing: z.optional(IdSchema) }));
const OfMove = z.optional(
  z.looseObject({
    caseId: z.optional(IdSchema),
    filing: z.optional(IdSchema),
    to: z.optional(z.union([RoundSchema, z.enum(["next", "previous"])])),
  }),
);
const OfMany = z.optional(z.looseObject({ caseId: z.optional(IdSchema), caseIds: z.optional(z.array(IdSchema)) }));

type Many = z.infer<typeof OfMany>;

/** The cases a command is about: those named, else those chosen, else the card in use. The person is told when there is none. */
function casesOf({ desk, say }: Services, many: Many): readonly Id[] {
  if (many?.caseIds !== undefined) return many.caseIds;
  if (many?.caseId !== undefined) return [many.caseId];
  const chosen = [...selection.ids()];
  const card = cards.card();
  const found = chosen.length > 0 ? chosen : card === undefined ? [] : [card.caseId];
  if (found.length === 0) desk.toast({ text: say.word("screen.card.none") });
  return found;
}

function move(services: Services, wanted: z.infer<typeof OfMove>): void {
  const card = wanted?.caseId === undefined ? cards.card() : { caseId: wanted.caseId, filing: wanted.filing };
  if (card === undefined) {
    services.desk.toast({ text: services.say.word("screen.card.none") });
    return;
  }
  if (card.filing !== undefined) {
    acting.begin({ is: "progress", caseId: card.caseId, filing: card.filing });
    return;
  }
  const row = services.cases.book.row(card.caseId);
  const to = wanted?.to;
  let round: Round | undefined = to === "next" || to === "previous" ? undefined : to;
  if (row !== undefined && (to === "next" || to === "previous")) {
    round = columnBeside(row, to === "next" ? 1 : -1);
    if (round === undefined) {
      services.desk.announce(services.say.word("screen.move.edge"));
      return;
    }
  }
  acting.begin({ is: "move", caseId: card.caseId, to: round });
}

const ActWindows = lazy(async () => ({ default: (await import("./acts/ActWindows.tsx")).ActWindows }));

export const boardActsContribution: Contribution<Services> = {
  id: "board.acts",
  commands: [
    command<z.infer<typeof OfCard>, Services>({
      id: "card.open",
      title: "screen.step.open",
      category,
      icon: FolderOpen,
      palette: false,
      schema: OfCard,
      run: (of, { desk }) => {
        const caseId = of?.caseId ?? cards.card()?.caseId;
        if (caseId !== undefined) desk.exec("case.open", { caseId });
      },
    }),
    command<z.infer<typeof OfMove>, Services>({
      id: "board.move",
      title: "screen.move",
      category,
      icon: MoveRight,
      schema: OfMove,
      run: (wanted, services) => move(services, wanted),
    }),
    command<z.infer<typeof OfMove>, Services>({
      id: "board.progress",
      title: "screen.progress",
      category,
      icon: FileClock,
      palette: false,
      schema: OfMove,
      run: (wanted, services) => move(services, wanted),
    }),
    command<Many, Services>({
      id: "board.snooze",
      title: "screen.snooze",
      category,
      icon: Moon,
      schema: OfMany,
      run: (many, services) => {
        const caseIds = casesOf(services, many);
        if (caseIds.length > 0) acting.begin({ is: "snooze", caseIds });
      },
    }),
    command<Many, Services>({
      id: "board.choose",
      title: "screen.choose.this",
      category,
      icon: CircleCheckBig,
      schema: OfMany,
      run: (many) => {
        const caseId = many?.caseId ?? cards.card()?.caseId;
        if (caseId !== undefined) selection.toggle(caseId);
      },
    }),
    command<unknown, Services>({
      id: "board.choosing",
      title: "screen.choose",
      category,
      icon: ListChecks,
      run: (_, { desk }) => {
        desk.open("board");
        selection.setChoosing(true);
      },
    }),
    command<Many, Services>({
      id: "board.calendar",
      title: "screen.bulk.calendar",
      category,
      icon: CalendarPlus,
      schema: OfMany,
      run: async (many, services) => {
        const caseIds = casesOf(services, many);
        if (caseIds.length > 0) await (await import("./acts/calendar.ts")).exportCalendar(services, caseIds);
      },
    }),
    command<Many, Services>({
      id: "board.remove",
      title: "screen.bulk.remove",
      category,
      icon: Trash2,
      schema: OfMany,
      run: (many, services) => {
        const caseIds = casesOf(services, many);
        if (caseIds.length > 0) acting.begin({ is: "remove", caseIds });
      },
    }),
    command<unknown, Services>({
      id: "card.peek",
      title: "screen.peek",
      category,
      icon: Eye,
      palette: false,
      run: () => cards.peek(true),
    }),
    command<unknown, Services>({
      id: "card.next",
      title: "screen.card.next",
      category,
      palette: false,
      run: () => cards.step(1),
    }),
    command<unknown, Services>({
      id: "card.previous",
      title: "screen.card.previous",
      category,
      palette: false,
      run: () => cards.step(-1),
    }),
    command<unknown, Services>({
      id: "board.search",
      title: "screen.board.search",
      category,
      icon: Search,
      run: (_, { desk }) => {
        desk.open("board");
        requestAnimationFrame(goToSearch);
      },
    }),
  ],
  keys: cardKeys,
  menus: [
    { menu: "card", command: "card.open", group: "1", order: 0 },
    { menu: "card", command: "card.peek", group: "1", order: 1 },
    { menu: "card", command: "board.move", group: "2", order: 0, when: "cardKind != filing" },
    { menu: "card", command: "board.progress", group: "2", order: 0, when: "cardKind == filing" },
    { menu: "card", command: "board.snooze", group: "2", order: 1 },
    { menu: "card", command: "board.choose", group: "3", order: 0, when: "editorView == board" },
    { menu: "card", command: "board.calendar", group: "3", order: 1 },
    { menu: "card", command: "board.remove", group: "3", order: 2 },
  ],
  activate: (services) => hostWindow(services, () => acting.act() !== undefined, ActWindows),
};

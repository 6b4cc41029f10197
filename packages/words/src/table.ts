/**
 * The one table of words, put together from its areas. Pure data.
 *
 * 1. No code stands in two areas (a test counts them).
 */
import { channels } from "./areas/channels.ts";
import { course } from "./areas/course.ts";
import { deadlines } from "./areas/deadlines.ts";
import { events } from "./areas/events.ts";
import { findings } from "./areas/findings.ts";
import { forms } from "./areas/forms.ts";
import { intake } from "./areas/intake.ts";
import { sets } from "./areas/kinds.ts";
import { letterKinds } from "./areas/letter-kinds.ts";
import { letterPhrases } from "./areas/letter-phrases.ts";
import { letterSlots } from "./areas/letter-slots.ts";
import { letters } from "./areas/letters.ts";
import { marks } from "./areas/marks.ts";
import { materials } from "./areas/materials.ts";
import { measures } from "./areas/measures.ts";
import { notes } from "./areas/notes.ts";
import { outgoing } from "./areas/outgoing.ts";
import { papers } from "./areas/papers.ts";
import { preflight } from "./areas/preflight.ts";
import { proof } from "./areas/proof.ts";
import { records } from "./areas/records.ts";
import { replies } from "./areas/replies.ts";
import { safety } from "./areas/safety.ts";
import { rehearsal } from "./areas/rehearsal.ts";
import { screensAsks } from "./areas/screens-asks.ts";
import { screensBoard } from "./areas/screens-board.ts";
import { screensBoardActs } from "./areas/screens-board-acts.ts";
import { screensBundle } from "./areas/screens-bundle.ts";
import { screensLetters } from "./areas/screens-letters.ts";
import { screensInbox } from "./areas/screens-inbox.ts";
import { screensJoin } from "./areas/screens-join.ts";
import { screensChannels } from "./areas/screens-channels.ts";
import { screensRules } from "./areas/screens-rules.ts";
import { screensCase } from "./areas/screens-case.ts";
import { screensDoors } from "./areas/screens-doors.ts";
import { screensReplies } from "./areas/screens-replies.ts";
import { screensClocks } from "./areas/screens-clocks.ts";
import { screensCaseForms } from "./areas/screens-case-forms.ts";
import { screensSettings } from "./areas/screens-settings.ts";
import { screensShare } from "./areas/screens-share.ts";
import { screensShareDirect } from "./areas/screens-share-direct.ts";
import { screensShareFiles } from "./areas/screens-share-files.ts";
import { screensSharePeople } from "./areas/screens-share-people.ts";
import { screensShell } from "./areas/screens-shell.ts";
import { screensTrouble } from "./areas/screens-trouble.ts";
import { settle } from "./areas/settle.ts";
import type { Wording } from "./word.ts";

/** Areas by name, each with its codes. */
export const areas: Readonly<Record<string, Readonly<Record<string, Wording>>>> = {
  proof,
  measures,
  course,
  channels,
  preflight,
  deadlines,
  sets,
  records,
  replies,
  safety,
  settle,
  events,
  materials,
  intake,
  marks,
  findings,
  letters,
  letterKinds,
  rehearsal,
  letterPhrases,
  letterSlots,
  forms,
  papers,
  notes,
  outgoing,
  screensLetters,
  screensBoard,
  screensBoardActs,
  screensBundle,
  screensInbox,
  screensChannels,
  screensRules,
  screensCase,
  screensCaseForms,
  screensClocks,
  screensReplies,
  screensDoors,
  screensSettings,
  screensAsks,
  screensShare,
  screensShareDirect,
  screensShareFiles,
  screensSharePeople,
  screensJoin,
  screensShell,
  screensTrouble,
};

export const table: Readonly<Record<string, Wording>> = Object.fromEntries(
  Object.values(areas).flatMap((area) => Object.entries(area)),
);

/** A shared case as notes see it, in memory: who is there, whose carets, who changed what last. Whatever else is asked for throws. Not pure: signals. */
import { createSignal } from "solid-js";
import type {
  Attention,
  CaretLine,
  HistoryEntry,
  PresentLine,
  Role,
  SharedCase,
  Sharing,
} from "../../services/sharing/sharing.ts";

export interface NotesFacts {
  readonly role: Role | "out";
  readonly present: readonly PresentLine[];
  readonly carets: readonly CaretLine[];
  /** By `kind/id`. */
  readonly last: Readonly<Record<string, HistoryEntry>>;
}

export interface NotesSharing {
  readonly sharing: Sharing;
  readonly change: (facts: Partial<NotesFacts>) => void;
  /** What was said of what this tab attends to, oldest first. */
  readonly said: readonly (Attention | undefined)[];
}

const refuse = (name: string): never => {
  throw new Error(`${name} is not part of this test`);
};

/** bob at the open note, who types nothing. */
export const bobAt = (head: number, more: Partial<CaretLine> = {}): CaretLine => ({
  session: "b1".repeat(8),
  device: "b0".repeat(16),
  name: "bob",
  anchor: head,
  head,
  isTyping: false,
  ...more,
});

/** alice's side of a case that bob shares. */
export function createNotesSharing(facts: Partial<NotesFacts> = {}): NotesSharing {
  const said: (Attention | undefined)[] = [];
  const [now, setNow] = createSignal<NotesFacts>({ role: "owner", present: [], carets: [], last: {}, ...facts });
  const shared: SharedCase = {
    role: () => now().role,
    present: () => now().present,
    carets: () => now().carets,
    lastChange: (kind, id) => now().last[`${kind}/${id}`],
    attends: (_, to) => void said.push(to),
    looksAt: () => undefined,
    linking: () => refuse("linking"),
    refusal: () => refuse("refusal"),
    reach: () => refuse("reach"),
    members: () => refuse("members"),
    invites: () => refuse("invites"),
    requests: () => refuse("requests"),
    setAside: () => refuse("setAside"),
    evidence: () => refuse("evidence"),
    needsRecovery: () => refuse("needsRecovery"),
    invite: () => refuse("invite"),
    revoke: () => refuse("revoke"),
    decide: () => refuse("decide"),
    lower: () => refuse("lower"),
    adopt: () => refuse("adopt"),
    get files() {
      return refuse("files");
    },
    history: () => refuse("history"),
    direct: () => refuse("direct"),
    setDirect: () => refuse("setDirect"),
    reconnect: () => refuse("reconnect"),
  };
  return {
    said,
    change: (to) => void setNow((before) => ({ ...before, ...to })),
    sharing: {
      isPossible: () => true,
      of: () => shared,
      begin: () => refuse("begin"),
      earlier: { of: () => false, file: () => refuse("earlier.file"), drop: () => refuse("earlier.drop") },
      files: { take: () => refuse("take"), restore: () => refuse("restore") },
      join: { state: () => ({ is: "no_invite" }), ask: () => refuse("ask"), leave: () => undefined },
    },
  };
}

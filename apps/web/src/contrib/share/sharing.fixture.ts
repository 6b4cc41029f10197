/** Sharing in memory, for component tests: what a test says is so, and what screens asked for is written down. Not pure: signals. */
import { addMillis, err, ok, type Id, type Instant, type Result } from "@recourse/core";
import { batch, createSignal, type Accessor, type Setter } from "solid-js";
import { FIXTURE_NOW } from "../../parts/memory-case.fixture.ts";
import type {
  CaretLine,
  DirectFacts,
  EvidenceLine,
  HistoryEntry,
  InviteLine,
  JoinState,
  Linking,
  MemberLine,
  PresentLine,
  Reach,
  RequestLine,
  Role,
  SetAsideLine,
  SharedCase,
  ShareTrouble,
  Sharing,
} from "../../services/sharing/sharing.ts";
import { createFakeFiles, type FakeFiles } from "./casebox-files.fixture.ts";

/** What is so of a shared case. */
export interface SharedFacts {
  readonly role: Role | "out";
  readonly linking: Linking;
  readonly refusal: string | undefined;
  readonly reach: Reach;
  readonly members: readonly MemberLine[];
  readonly invites: readonly InviteLine[];
  readonly requests: readonly RequestLine[];
  readonly setAside: readonly SetAsideLine[];
  readonly evidence: ReadonlyMap<string, EvidenceLine>;
  readonly present: readonly PresentLine[];
  /** By text, `kind/id/field`. */
  readonly carets: Readonly<Record<string, readonly CaretLine[]>>;
  /** The newest first. */
  readonly history: readonly HistoryEntry[];
  readonly needsRecovery: boolean;
  readonly direct: DirectFacts;
  readonly earlier: boolean;
}

/** A member with nothing special about it. */
export const member = (of: Partial<MemberLine> & Pick<MemberLine, "device">): MemberLine => ({
  name: "alice",
  role: "owner",
  isMe: false,
  isRecovery: false,
  lastSeen: undefined,
  lacks: undefined,
  unaware: [],
  canChange: false,
  ...of,
});

/** alice alone on her first device, connected. */
const alone: SharedFacts = {
  role: "owner",
  linking: "live",
  refusal: undefined,
  reach: { is: "relay", unsent: 0, seenBy: 0 },
  members: [
    member({ device: "a1".repeat(16), isMe: true }),
    member({ device: "00".repeat(16), name: undefined, isRecovery: true }),
  ],
  invites: [],
  requests: [],
  setAside: [],
  evidence: new Map(),
  present: [],
  carets: {},
  history: [],
  needsRecovery: false,
  direct: { is: "off", joined: [] },
  earlier: false,
};

/** What an invitation of these tests looks like. */
export const LINK = `https://recourse.example/j#1.${"k3".repeat(16)}.${"Zx9".repeat(14)}A`;

export interface FakeSharing {
  readonly sharing: Sharing;
  readonly files: FakeFiles;
  /** What screens asked for, oldest first. */
  readonly did: readonly (readonly [act: string, ...args: readonly unknown[]])[];
  /** Changes what is so. */
  readonly change: (facts: Partial<SharedFacts>) => void;
  readonly setJoin: Setter<JoinState>;
  readonly setPossible: Setter<boolean | undefined>;
  /** What the next acts answer with; undefined lets them succeed. */
  readonly refuse: (trouble: ShareTrouble | undefined) => void;
  /** Lets a start of sharing come to its end. */
  readonly finish: () => void;
  /** Progress of the start of sharing. */
  readonly step: (done: number, of: number) => void;
}

/** `facts`: the case is shared, and this is so of it beside what is usual; without them it never was. */
export function createFakeSharing(facts?: Partial<SharedFacts>): FakeSharing {
  const did: (readonly [string, ...unknown[]])[] = [];
  const [now, setNow] = createSignal<SharedFacts>({ ...alone, ...facts });
  const [isShared, setShared] = createSignal(facts !== undefined);
  const [join, setJoin] = createSignal<JoinState>({ is: "ready" });
  const [possible, setPossible] = createSignal<boolean | undefined>(true);
  let trouble: ShareTrouble | undefined;
  let finish = (): void => undefined;
  let step: FakeSharing["step"] = () => undefined;
  const answer = <T>(value: T): Result<T, ShareTrouble> =>
    trouble === undefined ? ok(value) : { ok: false, error: trouble };
  const part =
    <K extends keyof SharedFacts>(key: K): Accessor<SharedFacts[K]> =>
    () =>
      now()[key];
  const change = (to: Partial<SharedFacts>): void => void setNow((before) => ({ ...before, ...to }));
  const act = (name: string, ...args: readonly unknown[]): Promise<Result<void, ShareTrouble>> => {
    did.push([name, ...args]);
    return Promise.resolve(answer(undefined));
  };
  const files = createFakeFiles(
    (...entry) => void did.push(entry),
    () => change({ needsRecovery: false }),
  );
  const shared: SharedCase = {
    role: part("role"),
    linking: part("linking"),
    refusal: part("refusal"),
    reach: part("reach"),
    members: part("members"),
    invites: part("invites"),
    requests: part("requests"),
    setAside: part("setAside"),
    evidence: part("evidence"),
    needsRecovery: part("needsRecovery"),
    invite: (role, hours) => {
      did.push(["invite", role, hours]);
      const line = invitation(`i${now().invites.length}`, role);
      const made = answer(line);
      if (made.ok) change({ invites: [...now().invites, line] });
      return Promise.resolve(made);
    },
    revoke: (invite) => {
      did.push(["revoke", invite]);
      change({ invites: now().invites.filter(({ id }) => id !== invite) });
    },
    decide: (joiner, same) => act("decide", joiner, same),
    lower: (device, to) => act("lower", device, to),
    adopt: (ids) => act("adopt", ids),
    files: files.files,
    present: part("present"),
    looksAt: (view) => void did.push(["looksAt", view]),
    attends: (_, to) => void did.push(["attends", to]),
    carets: (field) => now().carets[field] ?? [],
    lastChange: (kind, id) => now().history.find((each) => each.kind === kind && each.record === id),
    history: (most, of) => {
      did.push(["history", most]);
      const all = now().history;
      return all
        .filter(({ kind, record }) => of === undefined || (kind === of.kind && record === of.id))
        .slice(0, most);
    },
    direct: part("direct"),
    setDirect: async (on) => {
      const done = await act("setDirect", on);
      if (done.ok) change({ direct: { ...now().direct, is: on ? "on" : "off" } });
      return done;
    },
    reconnect: () => void did.push(["reconnect"]),
  };
  const begin = (caseId: Id, onStep?: (done: number, of: number) => void): Promise<Result<void, ShareTrouble>> => {
    did.push(["begin", caseId]);
    step = (done, of) => onStep?.(done, of);
    return new Promise((resolve) => {
      finish = () =>
        batch(() => {
          const done = answer(undefined);
          if (done.ok) setShared(true);
          resolve(done);
        });
    });
  };
  return {
    did,
    files,
    change,
    setJoin,
    setPossible,
    refuse: (next) => {
      trouble = next;
    },
    finish: () => finish(),
    step: (done, of) => step(done, of),
    sharing: {
      isPossible: possible,
      of: () => (isShared() ? shared : undefined),
      begin,
      earlier: {
        of: () => now().earlier,
        file: () => {
          did.push(["earlier.file"]);
          return Promise.resolve(
            trouble === undefined
              ? ok({ name: "年卡.recourse.zip", blob: new Blob(["zip"]) })
              : err({ kind: "archive", reason: trouble.kind }),
          );
        },
        drop: () => {
          did.push(["earlier.drop"]);
          const gone = trouble === undefined;
          if (gone) change({ earlier: false });
          return Promise.resolve(gone);
        },
      },
      files: files.taking,
      join: {
        state: join,
        ask: (name) => void did.push(["ask", name]),
        leave: () => {
          did.push(["leave"]);
          setJoin({ is: "no_invite" });
        },
      },
    },
  };
}

/** Units: hours after the now of tests; before it where negative. */
export const hoursAfter = (hours: number): Instant => addMillis(FIXTURE_NOW, hours * 3_600_000);

/** An open link of this device, on the relay. */
export const invitation = (id: string, role: Role, more: Partial<InviteLine> = {}): InviteLine => ({
  id,
  role,
  expiresAt: hoursAfter(72),
  left: 1,
  link: LINK,
  isOnRelay: true,
  ...more,
});

/** bob, who came by the first link. */
export const request = (more: Partial<RequestLine> = {}): RequestLine => ({
  joiner: "b0".repeat(16),
  invite: "i0",
  name: "bob",
  role: "helper",
  is: "comparing",
  code: "482913",
  isAnother: false,
  ...more,
});

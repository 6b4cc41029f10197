/**
 * A shared case as screens see it: members, invites, requests, how far the own edits have come. Not pure: holds signals, writes entries.
 *
 * 1. What is shown is read anew from the log whenever it changed; nothing is kept beside it but what was heard over the wire.
 * 2. Duties of an owner device are done without being asked: keys for whoever lacks them (EP4), a new key where none is allowed (EP3).
 *
 * Source: ME, JO, RE, I6.
 */
import { err, ok, type Result } from "@recourse/core";
import type { Scheduler } from "@recourse/sync";
import type { BlobExchange } from "@recourse/sync/blobs";
import {
  admission,
  HELPER,
  historyOf,
  levelIn,
  lowering,
  OUT,
  OWNER,
  rotating,
  sharing,
  VIEWER,
  type DeviceKeys,
  type Entry,
  type LogSession,
  type LogStore,
  type MemberPorts,
  type RecordHash,
  type SealError,
  type Sealer,
} from "@recourse/sync/log";
import { inviteKeysOf } from "@recourse/sync/wire";
import { batch, createSignal, type Accessor } from "solid-js";
import { createCaseFiles } from "./case-files.ts";
import type { CasePresence } from "./case-presence.ts";
import type { Casebox } from "./casebox.ts";
import type { CaseNetwork } from "./case-network.ts";
import { evidenceLines } from "./evidence-lines.ts";
import { historyEntries } from "./history-entries.ts";
import type { InviteDesks } from "./invite-desks.ts";
import { invitesOf, requestsOf } from "./invite-lines.ts";
import { createKnownNames } from "./known-names.ts";
import { createLivePeople } from "./live-people.ts";
import { isRecovery, levelOf, memberLines, roleOf } from "./member-lines.ts";
import { reachOf } from "./own-reach.ts";
import { adopt, setAsideOf } from "./set-aside.ts";
import type { Linking, Role, SetAsideLine, SharedCase, ShareTrouble } from "./sharing.ts";

export interface SharedCasePorts {
  readonly session: LogSession;
  readonly store: LogStore;
  readonly network: CaseNetwork;
  readonly desks: InviteDesks;
  readonly device: DeviceKeys;
  readonly sealer: Sealer;
  readonly seeds: Pick<Casebox, "inviteSeed" | "recoverySeed">;
  readonly scheduler: Scheduler;
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
  /** Units: ms since 1970. */
  readonly now: () => number;
  readonly evidence: BlobExchange;
  readonly presence: CasePresence;
  /** As the case calls itself. */
  readonly title: () => string;
}

/** With its end. */
export interface SharedCaseLive extends SharedCase {
  /** Somebody spoke at a desk. */
  readonly heard: () => void;
  readonly dispose: () => void;
}

/** Units: ms in which changes are gathered into one look at the log. */
const GATHER = 100;

/** States in which nothing goes over the relay. */
const away: ReadonlySet<Linking> = new Set<Linking>(["local", "connecting", "silent", "offline"]);

const troubleOf = (error: SealError): ShareTrouble =>
  error.kind === "no_key" ? { kind: "no_key" } : { kind: "store", code: error.kind };

/** Lives until it is disposed of. */
export async function createSharedCase(ports: SharedCasePorts): Promise<SharedCaseLive> {
  const { session, store, network, desks, device, sealer, scheduler, random, now, evidence, presence } = ports;
  const { log, keyring } = session;
  const names = createKnownNames(session, sealer);
  const members: MemberPorts = { log, keyring, sealer, random };
  const recoverySeed = ports.seeds.recoverySeed(log.caseId);
  let outbox: ReadonlySet<string> = new Set();
  let hasRecoverySeed = false;
  const isOwner = (): boolean => levelIn(log, device.id) === OWNER;

  const linkingNow = (role: Role | "out"): Linking => {
    if (role === "out") return "removed";
    if (session.writing.get().failed?.kind === "no_key") return "waiting_for_key";
    const { linking, direct } = network.connection.get();
    return direct.joined.length > 0 && away.has(linking) ? "direct" : linking;
  };
  const needsRecoveryNow = (): boolean => {
    const { membership } = log.standings();
    const owners = [...membership.members.values()].filter((each) => each.level === OWNER && !isRecovery(each));
    return isOwner() && hasRecoverySeed && owners.length < 2;
  };
  /** Typing looks often, and quarantine is read from all records: only when some have come. */
  let aside: { readonly at: number; readonly names: number; readonly lines: readonly SetAsideLine[] } | undefined;
  const asideNow = (): readonly SetAsideLine[] => {
    const at = session.changed.get();
    if (aside?.at !== at || aside.names !== names.all.size)
      aside = { at, names: names.all.size, lines: setAsideOf(log, names.all) };
    return aside.lines;
  };
  const look = () => {
    const role = roleOf(levelIn(log, device.id));
    const { seen, refusal, direct } = network.connection.get();
    const lines = memberLines({ log, me: device.id, names: names.all, seen });
    const open = desks.open();
    const writing = session.writing.get();
    return {
      role,
      members: lines,
      invites: invitesOf({ log, device: device.id, desks: open, outbox, now: now() }),
      requests: requestsOf(log, open),
      setAside: asideNow(),
      reach: reachOf({ log, device: device.id, writing, unsent: outbox.size, members: lines, seen }),
      linking: linkingNow(role),
      refusal,
      needsRecovery: needsRecoveryNow(),
      evidence: evidenceLines(evidence.state.get()),
      direct: { is: direct.is, joined: direct.joined.map((id) => names.all.get(id)) },
    };
  };
  type Seen = ReturnType<typeof look>;
  const readBeside = async (): Promise<void> => {
    await names.learn();
    await desks.refresh();
    const waiting = await store.outbox(log.caseId);
    outbox = new Set(waiting.ok ? waiting.value : []);
  };
  /** Once, and after it was given away: it must not be opened with every change. */
  const lookForSeed = async (): Promise<void> => {
    const seed = await recoverySeed.read();
    hasRecoverySeed = seed.ok && seed.value !== undefined;
  };
  await Promise.all([readBeside(), lookForSeed()]);
  const [seen, setSeen] = createSignal<Seen>(look());
  const people = createLivePeople({
    history: () => historyOf(log),
    me: device.id,
    names: names.all,
    presence,
    scheduler,
  });
  let gathering = false;
  let disposed = false;
  const later = (): void => {
    if (gathering || disposed) return;
    gathering = true;
    scheduler.after(GATHER, () => {
      gathering = false;
      void readBeside().then(() => {
        if (disposed) return;
        batch(() => {
          setSeen(look());
          people.lookAgain();
        });
      });
    });
  };

  const put = async (
    entry: Entry,
    said?: Readonly<Record<string, string>>,
  ): Promise<Result<RecordHash, ShareTrouble>> => {
    const written = await session.write((author) => author.entry(entry, said));
    if (!written.ok) return err(troubleOf(written.error));
    const last = written.value.at(-1);
    later();
    return last === undefined ? err({ kind: "gone" }) : ok(last.hash);
  };

  let onDuty = false;
  const doDuties = async (): Promise<void> => {
    if (onDuty || disposed || !isOwner()) return;
    onDuty = true;
    if (session.writing.get().failed?.kind === "no_key") await put(await rotating(members));
    const share = await sharing(members);
    if (share !== undefined) await put(share);
    onDuty = false;
  };
  const stops = [
    session.changed.subscribe(() => {
      later();
      void doDuties();
    }),
    session.writing.subscribe(later),
    network.connection.subscribe(later),
    network.acknowledged.subscribe(later),
    evidence.state.subscribe(later),
    people.dispose,
  ];
  void doDuties();

  const part =
    <K extends keyof Seen>(key: K): Accessor<Seen[K]> =>
    () =>
      seen()[key];
  return {
    role: part("role"),
    linking: part("linking"),
    refusal: part("refusal"),
    reach: part("reach"),
    members: part("members"),
    invites: part("invites"),
    requests: part("requests"),
    setAside: part("setAside"),
    needsRecovery: part("needsRecovery"),
    evidence: part("evidence"),
    invite: async (role, hours) => {
      if (!isOwner()) return err({ kind: "not_owner" });
      const seed = random(32);
      const of = { caseId: log.caseId, seed };
      const keys = await inviteKeysOf(of);
      const expires = now() + hours * 3_600_000;
      const written = await put({ op: "invite", key: keys.edPub, level: levelOf(role), expires, uses: 1 });
      if (!written.ok) return written;
      // Without its secret the entry opens nothing for anybody.
      const kept = await ports.seeds.inviteSeed(written.value).keep(seed);
      if (!kept.ok) return err({ kind: "store", code: kept.error.kind });
      await readBeside();
      setSeen(look());
      const line = seen().invites.find(({ id }) => id === written.value);
      return line === undefined ? err({ kind: "gone" }) : ok(line);
    },
    revoke: (invite) => {
      desks.stop(invite);
      later();
    },
    decide: async (joiner, same) => {
      if (!isOwner()) return err({ kind: "not_owner" });
      const of = desks.open().find(({ desk }) => desk.requests().some((each) => each.joiner === joiner));
      const request = of?.desk.requests().find((each) => each.joiner === joiner);
      if (of === undefined || request === undefined) return err({ kind: "gone" });
      const back = Uint8Array.from(joiner.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
      if (!same) {
        const sealed = await of.desk.refuse(joiner);
        if (sealed !== undefined) network.sayJoin({ is: "join", invite: of.invite, joiner: back, sealed });
        later();
        return ok(undefined);
      }
      const entry = log.index.entries().find(({ hash }) => hash === of.invite)?.entry;
      if (entry?.op !== "invite" || !of.desk.mayAdmit(joiner)) return err({ kind: "gone" });
      const admits = await admission(members, {
        keys: request.keys,
        level: entry.level,
        by: device.id,
        invite: of.invite,
      });
      if (!admits.ok) return err(troubleOf(admits.error));
      const written = await put(admits.value, { name: request.name });
      if (!written.ok) return written;
      const sealed = await of.desk.admitted(joiner, written.value);
      if (sealed !== undefined) network.sayJoin({ is: "join", invite: of.invite, joiner: back, sealed });
      return ok(undefined);
    },
    lower: async (who, to) => {
      if (!isOwner()) return err({ kind: "not_owner" });
      const member = [...log.standings().membership.members.values()].find((each) => each.device === who);
      if (member === undefined || member.level === OUT) return err({ kind: "gone" });
      const written = await put(await lowering(members, member.device, to === "out" ? OUT : VIEWER));
      return written.ok ? ok(undefined) : written;
    },
    adopt: async (ids) => {
      if (levelIn(log, device.id) < HELPER) return err({ kind: "not_owner" });
      const failed = await adopt(session, ids);
      later();
      return failed === undefined ? ok(undefined) : err(troubleOf(failed));
    },
    files: createCaseFiles({
      session,
      device,
      recoverySeed,
      title: ports.title,
      random,
      now,
      onKept: () => void lookForSeed().then(later),
    }),
    present: people.present,
    looksAt: presence.looksAt,
    attends: people.attends,
    carets: people.carets,
    lastChange: people.lastChange,
    history: (most, of) => {
      seen();
      return historyEntries({ log, me: device.id, names: names.all }, most, of);
    },
    direct: part("direct"),
    setDirect: async (on) => {
      const kept = await network.setDirect(on);
      return kept.ok ? ok(undefined) : err({ kind: "store", code: kept.error.kind });
    },
    reconnect: network.reconnect,
    heard: later,
    dispose: () => {
      disposed = true;
      for (const stop of stops) stop();
    },
  };
}

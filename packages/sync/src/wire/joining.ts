/**
 * Joining, seen by the one who joins and by the owner's device: two machines that hear words and say words. Effects through ports.
 *
 * 1. The code exists only after commit and reveal: until then nothing is shown that could be compared.
 * 2. The owner's device answers a request once; it hears at most three per invite, and says so from the second on.
 * 3. The joiner believes no keys that the log does not confirm: owner and admission are checked when he has the records (JO4).
 *
 * Source: JO2–JO4.
 */
import { err, ok, type Result } from "@recourse/core";
import { concat, fromHex, sameBytes, toHex, type Bytes } from "../log/bytes.ts";
import type { DeviceKeys, PublicKeys } from "../log/device-keys.ts";
import { OWNER, type Level } from "../log/entry.ts";
import { deviceIdOf, type DeviceId, type LogCaseId, type RecordHash } from "../log/log-ids.ts";
import type { CaseLog } from "../log/record-gate.ts";
import type { Sealer } from "../log/sealer.ts";
import { joinNonce, type InviteKeys } from "./invite-link.ts";
import {
  commitOf,
  decodeJoinWord,
  encodeJoinWord,
  joinCode,
  nonceText,
  requestText,
  type JoinWord,
} from "./join-words.ts";

/** Source: JO3. */
export const MOST_REQUESTS = 3;

export interface JoinPlace {
  readonly caseId: LogCaseId;
  /** The entry that invites. */
  readonly invite: RecordHash;
  readonly keys: InviteKeys;
  readonly sealer: Sealer;
  readonly random: (length: number) => Bytes;
}

/** Words are sealed for one invite and one joiner. */
const about = ({ invite }: Pick<JoinPlace, "invite">, joiner: Bytes): Bytes => concat(fromHex(invite), joiner);
const sealed = (place: JoinPlace, joiner: Bytes, word: JoinWord): Promise<Bytes> =>
  place.keys.seal(about(place, joiner), encodeJoinWord(word), joinNonce(place.random));
const opened = async (place: JoinPlace, joiner: Bytes, bytes: Bytes): Promise<JoinWord | undefined> => {
  const plain = await place.keys.open(about(place, joiner), bytes);
  return plain === undefined ? undefined : decodeJoinWord(plain);
};

export interface Joiner {
  /** 16 bytes by which answers find their way; the same after a lost connection. */
  readonly name: Bytes;
  readonly request: () => Promise<Bytes>;
  /** Hears a word; answers what to say next, if anything. */
  readonly hear: (bytes: Bytes) => Promise<Bytes | undefined>;
  readonly state: () => JoinerState;
}

export type JoinerState =
  | { readonly is: "asking" }
  /** Both read the code to each other. */
  | { readonly is: "comparing"; readonly code: string; readonly owner: DeviceId }
  | { readonly is: "admitted"; readonly code: string; readonly owner: DeviceId; readonly admit: RecordHash }
  | { readonly is: "refused" };

/** The one who holds the link. */
export async function createJoiner(place: JoinPlace, device: DeviceKeys, name: string): Promise<Joiner> {
  const { caseId, invite, keys, sealer, random } = place;
  const me = random(16);
  const nonceJ = random(32);
  const own: PublicKeys = { edPub: device.edPub, xPub: device.xPub };
  const commit = await commitOf(own, nonceJ);
  const text = requestText(caseId, invite, own, name, commit);
  const first = { keys: own, name, commit, byInvite: await keys.sign(text), byDevice: await device.sign(text) };
  let state: JoinerState = { is: "asking" };
  const hearNonce = async (word: JoinWord & { readonly is: "nonce" }): Promise<Bytes | undefined> => {
    // One answer is enough: a second one would be a second try at the same commit.
    if (state.is !== "asking" || (await deviceIdOf(word.keys.edPub, word.keys.xPub)) !== word.owner) return undefined;
    if (!(await sealer.verify(word.keys.edPub, nonceText(caseId, invite, commit, word.nonce), word.signature)))
      return undefined;
    const code = await joinCode({ caseId, invite, owner: word.owner, joiner: own, nonceJ, nonceO: word.nonce });
    state = { is: "comparing", code, owner: word.owner };
    return sealed(place, me, { is: "reveal", nonce: nonceJ });
  };
  return {
    name: me,
    request: () => sealed(place, me, { is: "request", ...first }),
    state: () => state,
    hear: async (bytes) => {
      const word = await opened(place, me, bytes);
      if (word?.is === "nonce") return hearNonce(word);
      if (word?.is === "done" && state.is === "comparing") state = { ...state, is: "admitted", admit: word.admit };
      if (word?.is === "refused" && state.is !== "admitted") state = { is: "refused" };
      return undefined;
    },
  };
}

/** Why a joiner must not believe what he was shown. Source: JO4. */
export type JoinDoubt = "not_owner" | "not_admitted";

/** After the records have come: whether the code was compared with an owner device, and an owner's entry admits this device. */
export function confirmJoin(
  log: CaseLog,
  joined: JoinerState & { readonly is: "admitted" },
  me: DeviceId,
): Result<Level, JoinDoubt> {
  const { membership } = log.standings();
  const owner = membership.members.get(joined.owner);
  if (owner === undefined || owner.level < OWNER) return err("not_owner");
  const member = membership.members.get(me);
  const isThere = member?.admits.some(({ by }) => by === joined.admit) ?? false;
  return member !== undefined && isThere && member.level > 0 ? ok(member.level) : err("not_admitted");
}

/** Someone who used the link, as the owner sees him. */
export interface JoinRequest {
  /** Hex of the name that words to him bear. */
  readonly joiner: string;
  readonly keys: PublicKeys;
  readonly device: DeviceId;
  readonly name: string;
  /** Undefined until he has revealed what he was bound to. */
  readonly code: string | undefined;
  /** `broken_promise`: what he revealed is not what he was bound to: refused for good. */
  readonly is: "asked" | "comparing" | "broken_promise" | "admitted" | "refused";
}

export interface InviteDesk {
  /** Hears a word of a joiner; answers what to say to him, if anything. */
  readonly hear: (joiner: Bytes, bytes: Bytes) => Promise<Bytes | undefined>;
  /** More than one: two people used this link. */
  readonly requests: () => readonly JoinRequest[];
  /** Whether the invite still takes this one in. */
  readonly mayAdmit: (joiner: string) => boolean;
  /** The codes were the same, or it is a viewer whose code the owner skips: answers what to say once `admit` stands in the log. */
  readonly admitted: (joiner: string, admit: RecordHash) => Promise<Bytes | undefined>;
  readonly refuse: (joiner: string) => Promise<Bytes | undefined>;
}

export interface DeskPorts extends JoinPlace {
  readonly owner: DeviceKeys;
  readonly log: CaseLog;
  /** Units: ms since 1970. */
  readonly now: () => number;
}

interface Sitting {
  request: JoinRequest;
  readonly name: Bytes;
  readonly commit: Bytes;
  readonly nonceO: Bytes;
  readonly answer: JoinWord;
}

/** Whether an invite still takes people in: it counts, is not expired and not used up. Source: JO3. */
export function isOpenInvite(log: CaseLog, invite: RecordHash, now: number): boolean {
  const { counts } = log.standings().membership;
  const entries = log.index.entries().filter(({ hash }) => counts.has(hash));
  const of = entries.find(({ hash }) => hash === invite)?.entry;
  if (of?.op !== "invite" || of.expires <= now) return false;
  return entries.filter(({ entry }) => entry.op === "admit" && entry.invite === invite).length < of.uses;
}

/** An owner's device at one invite. */
export function createInviteDesk(ports: DeskPorts): InviteDesk {
  const { caseId, invite, keys, sealer, random, owner, log, now } = ports;
  const sitting = new Map<string, Sitting>();

  const hearRequest = async (
    joiner: Bytes,
    word: JoinWord & { readonly is: "request" },
  ): Promise<Bytes | undefined> => {
    const before = sitting.get(toHex(joiner));
    // The same request again, after a lost connection, gets the same answer; another one under this name gets none.
    if (before !== undefined)
      return sameBytes(before.commit, word.commit) ? sealed(ports, joiner, before.answer) : undefined;
    if (sitting.size >= MOST_REQUESTS || !isOpenInvite(log, invite, now())) return undefined;
    const text = requestText(caseId, invite, word.keys, word.name, word.commit);
    if (!(await sealer.verify(keys.edPub, text, word.byInvite))) return undefined;
    if (!(await sealer.verify(word.keys.edPub, text, word.byDevice))) return undefined;
    const nonceO = random(32);
    const signature = await owner.sign(nonceText(caseId, invite, word.commit, nonceO));
    const own: PublicKeys = { edPub: owner.edPub, xPub: owner.xPub };
    const answer: JoinWord = { is: "nonce", owner: owner.id, keys: own, nonce: nonceO, signature };
    const device = await deviceIdOf(word.keys.edPub, word.keys.xPub);
    const request: JoinRequest = {
      joiner: toHex(joiner),
      keys: word.keys,
      device,
      name: word.name,
      code: undefined,
      is: "asked",
    };
    sitting.set(toHex(joiner), { request, name: joiner, commit: word.commit, nonceO, answer });
    return sealed(ports, joiner, answer);
  };
  const hearReveal = async (of: Sitting, nonceJ: Bytes): Promise<void> => {
    if (of.request.is !== "asked") return;
    if (!sameBytes(await commitOf(of.request.keys, nonceJ), of.commit)) {
      of.request = { ...of.request, is: "broken_promise" };
      return;
    }
    const joiner = of.request.keys;
    const code = await joinCode({ caseId, invite, owner: owner.id, joiner, nonceJ, nonceO: of.nonceO });
    of.request = { ...of.request, is: "comparing", code };
  };
  return {
    requests: () => [...sitting.values()].map(({ request }) => request),
    hear: async (joiner, bytes) => {
      const word = await opened(ports, joiner, bytes);
      if (word?.is === "request") return hearRequest(joiner, word);
      const of = sitting.get(toHex(joiner));
      if (word?.is === "reveal" && of !== undefined) await hearReveal(of, word.nonce);
      return undefined;
    },
    mayAdmit: (joiner) => sitting.get(joiner)?.request.is === "comparing" && isOpenInvite(log, invite, now()),
    admitted: async (joiner, admit) => {
      const of = sitting.get(joiner);
      if (of?.request.is !== "comparing") return undefined;
      of.request = { ...of.request, is: "admitted" };
      return sealed(ports, of.name, { is: "done", admit });
    },
    refuse: async (joiner) => {
      const of = sitting.get(joiner);
      if (of === undefined || of.request.is === "admitted") return undefined;
      of.request = { ...of.request, is: "refused" };
      return sealed(ports, of.name, { is: "refused" });
    },
  };
}

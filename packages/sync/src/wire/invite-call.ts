/**
 * InviteCall: the conversation of someone who holds a link and is no member yet, with the relay. Effects through its ports.
 *
 * 1. The relay names the invite; were it another one, nothing the owner says would open.
 *
 * Source: FR1, JO2, RL2.
 */
import type { DeviceKeys } from "../log/device-keys.ts";
import type { Sealer } from "../log/sealer.ts";
import type { Bytes } from "../log/bytes.ts";
import { createWatched, type Watched } from "../watched.ts";
import { decodeFrames, encodeFrame, type Frame, type NackCode } from "./frame.ts";
import { inviteKeysOf, type InviteLink } from "./invite-link.ts";
import { createJoiner, type Joiner, type JoinerState } from "./joining.ts";
import { authText } from "./tips.ts";

/** `closed`: the relay does not take it; the invite is used up, expired or unknown. */
export type InviteCallState =
  | JoinerState
  | { readonly is: "calling" }
  | { readonly is: "closed"; readonly code: NackCode };

export interface InviteCallPorts {
  readonly link: InviteLink;
  readonly device: DeviceKeys;
  /** As the owner will see him. */
  readonly name: string;
  readonly origin: string;
  readonly sealer: Sealer;
  readonly random: (length: number) => Bytes;
  readonly send: (message: Bytes) => void;
}

export interface InviteCall {
  readonly state: Watched<InviteCallState>;
  readonly start: () => void;
  readonly take: (message: Uint8Array) => Promise<void>;
}

/** Nothing is sent before `start`. */
export async function createInviteCall(ports: InviteCallPorts): Promise<InviteCall> {
  const { link, device, name, origin, sealer, random } = ports;
  const { caseId } = link;
  const keys = await inviteKeysOf(link);
  const state = createWatched<InviteCallState>({ is: "calling" });
  let joiner: { readonly of: Joiner; readonly invite: (Frame & { readonly is: "join" })["invite"] } | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const say = (frame: Frame): void => ports.send(encodeFrame(frame));

  const hearJoin = async ({ invite, sealed }: Frame & { readonly is: "join" }): Promise<void> => {
    if (joiner === undefined) {
      const of = await createJoiner({ caseId, invite, keys, sealer, random }, device, name);
      joiner = { of, invite };
      state.set(of.state());
      return say({ is: "join", invite, joiner: of.name, sealed: await of.request() });
    }
    const { of } = joiner;
    const answer = await of.hear(sealed);
    state.set(of.state());
    if (answer !== undefined) say({ is: "join", invite: joiner.invite, joiner: of.name, sealed: answer });
  };
  const hear = async (frame: Frame): Promise<void> => {
    if (frame.is === "hello") {
      const signature = await keys.sign(authText({ origin, node: frame.node, caseId, challenge: frame.challenge }));
      say({ is: "auth", as: "invite", caseId, key: keys.edPub, signature });
    }
    if (frame.is === "join") await hearJoin(frame);
    if (frame.is === "nack") state.set({ is: "closed", code: frame.code });
    if (frame.is === "ping") say({ is: "pong", token: frame.token });
  };
  return {
    state,
    start: () => say({ is: "hello", from: 1, to: 1, node: random(16), challenge: random(32) }),
    take: (message) => {
      const mine = turn.then(async () => {
        const frames = decodeFrames(message);
        if (frames.ok) for (const frame of frames.value) await hear(frame);
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

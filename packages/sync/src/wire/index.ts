/**
 * @recourse/sync/wire: a shared case on its way to others: peers, transports, the link with a relay. Effects only through ports and transports.
 */
export { openDirectLinks, type DirectLinks, type DirectState } from "../direct/direct-links.ts";
export { type DirectDoor } from "../direct/direct-door.ts";
export { createRtcDoor } from "../direct/rtc-door.ts";
export { type Signal, type TabName } from "../direct/signal.ts";
export { openBroadcastLinks, type BroadcastLinks } from "./broadcast-transport.ts";
export { openCaseLink, type CaseLink, type CaseLinkPorts, type LinkState } from "./case-link.ts";
export { type CaretAt, type Looks } from "./eph-frame.ts";
export { decodeFrames, encodeFrame, type Frame, type NackCode, type Tip } from "./frame.ts";
export { createInviteCall, type InviteCall, type InviteCallPorts, type InviteCallState } from "./invite-call.ts";
export {
  decodeInviteFragment,
  encodeInviteLink,
  inviteKeysOf,
  type InviteKeys,
  type InviteLink,
} from "./invite-link.ts";
export {
  confirmJoin,
  createInviteDesk,
  isOpenInvite,
  type DeskPorts,
  type InviteDesk,
  type JoinDoubt,
  type JoinerState,
  type JoinRequest,
} from "./joining.ts";
export { createMemoryLink, NO_FAULTS, type MemoryLink, type NetworkFaults } from "./memory-transport.ts";
export { type Behind } from "./missing-records.ts";
export { createPeer, type JoinFrame, type Peer, type PeerCase, type PeerPorts, type PeerState } from "./peer.ts";
export { findCaretAt, markCaretAt, type DirectedSelection } from "./presence-caret.ts";
export {
  createPresence,
  type Heard,
  type LooksFault,
  type Presence,
  type PresencePorts,
  type Present,
} from "./presence.ts";
export { type RelayMarks, type RollBack } from "./relay-marks.ts";
export { authText } from "./tips.ts";
export { type Transport, type TransportListener } from "./transport.ts";
export { connectWebSocket, socketAddress } from "./web-socket-transport.ts";

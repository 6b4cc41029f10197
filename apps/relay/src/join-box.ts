/**
 * JoinBox: requests of people who hold an invite, until an owner device is there to hear them. Holds state; nothing of it is stored.
 *
 * 1. At most three requests per invite, of 4 KiB each; one that comes again takes its own place (RL2).
 */
import { toHex, type Frame, type RecordHash } from "@recourse/sync/protocol";

/** Source: RL2. */
const MOST = 3;

export type JoinFrame = Frame & { readonly is: "join" };

export type JoinBox = {
  /** Takes the first words of a joiner. False when three others have asked before. */
  readonly ask: (frame: JoinFrame, answer: (frame: JoinFrame) => void) => boolean;
  /** First words of all that are still there. */
  readonly asked: () => readonly JoinFrame[];
  /** Hands an owner's words to the joiner they are for. */
  readonly answer: (frame: JoinFrame) => void;
  /** The joiner has gone; his place stays taken. */
  readonly leave: (answer: (frame: JoinFrame) => void) => void;
};

type Asked = { readonly first: JoinFrame; answer: ((frame: JoinFrame) => void) | undefined };

/** Empty. */
export const createJoinBox = (): JoinBox => {
  const boxes = new Map<RecordHash, Map<string, Asked>>();
  const of = (invite: RecordHash): Map<string, Asked> => boxes.get(invite) ?? new Map<string, Asked>();
  const everyone = (): readonly Asked[] => [...boxes.values()].flatMap((box) => [...box.values()]);
  return {
    ask: (frame, answer) => {
      const box = of(frame.invite);
      const name = toHex(frame.joiner);
      const before = box.get(name);
      if (before !== undefined) before.answer = answer;
      else if (box.size >= MOST) return false;
      else box.set(name, { first: frame, answer });
      boxes.set(frame.invite, box);
      return true;
    },
    asked: () => everyone().flatMap(({ first, answer }) => (answer === undefined ? [] : [first])),
    answer: (frame) => of(frame.invite).get(toHex(frame.joiner))?.answer?.(frame),
    leave: (answer) => {
      for (const each of everyone()) if (each.answer === answer) each.answer = undefined;
    },
  };
};

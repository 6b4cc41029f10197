/** A client of somebody's own: says what it likes to a relay, hears everything. */
import type { DeviceKeys, LogCaseId } from "@recourse/sync/log";
import { authText, decodeFrames, encodeFrame, type Frame } from "@recourse/sync/wire";
import { until } from "./member.ts";

export type RawClient = {
  readonly say: (...frames: readonly Frame[]) => void;
  readonly heard: readonly Frame[];
  readonly nacks: () => readonly string[];
  readonly isClosed: () => boolean;
  readonly close: () => void;
};

/** Connects and says HELLO, AUTH and SUB as a program of the project would. */
export const openRawClient = async (
  port: number,
  keys: DeviceKeys,
  caseId: LogCaseId,
  origin = `http://localhost:${port}`,
): Promise<RawClient> => {
  const heard: Frame[] = [];
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync`);
  socket.binaryType = "arraybuffer";
  let closed = false;
  socket.addEventListener("close", () => {
    closed = true;
  });
  socket.addEventListener("message", ({ data }) => {
    const read = decodeFrames(new Uint8Array(data));
    if (read.ok) heard.push(...read.value);
  });
  await until(() => heard.length > 0, "HELLO");
  const [hello] = heard;
  if (hello?.is !== "hello") throw new Error("no HELLO");
  const signature = await keys.sign(authText({ origin, node: hello.node, caseId, challenge: hello.challenge }));
  const key = new Uint8Array([...keys.edPub, ...keys.xPub]);
  const say = (...frames: readonly Frame[]): void => frames.forEach((frame) => socket.send(encodeFrame(frame)));
  say({ is: "hello", from: 1, to: 1, node: hello.node, challenge: hello.challenge });
  say({ is: "auth", as: "device", caseId, key, signature }, { is: "sub", caseId });
  const nacks = (): readonly string[] => heard.flatMap((frame) => (frame.is === "nack" ? [frame.code] : []));
  return { say, heard, nacks, isClosed: () => closed, close: () => socket.close() };
};

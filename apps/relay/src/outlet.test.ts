/** The way out of a connection whose other end does not read. */
import { expect, it } from "vitest";
import { concat, encodeFrame, MAX_MESSAGE, type Frame } from "@recourse/sync/protocol";
import { createOutlet } from "./outlet.ts";

const frame: Frame = { is: "ping", token: new Uint8Array(8) };

it("[RL3] up to the limit everything is sent; beyond it the connection is closed once with 1013 and gets nothing more", async () => {
  const done: string[] = [];
  const socket = {
    readyState: 1,
    OPEN: 1,
    bufferedAmount: 100,
    send: (message: Uint8Array, sent?: () => void) => {
      done.push(`sent ${message.length}`);
      sent?.();
    },
    close: (code: number) => void done.push(`closed ${code}`),
  };
  const outlet = createOutlet(socket, 100, () => void done.push("slow"));
  outlet.post(frame);
  await outlet.hand(frame);
  // Type, length and eight bytes.
  expect(done.splice(0)).toEqual(["sent 10", "sent 10"]);
  socket.bufferedAmount = 101;
  outlet.post(frame);
  socket.bufferedAmount = 0;
  outlet.post(frame);
  await outlet.hand(frame);
  expect(done).toEqual(["closed 1013", "slow"]);
});

it("[RL3] after the end nothing is sent, and nobody waits for it", async () => {
  const socket = { readyState: 3, OPEN: 1, bufferedAmount: 0, send: () => expect.fail(), close: () => expect.fail() };
  const outlet = createOutlet(socket, 100, () => expect.fail());
  outlet.post(frame);
  await outlet.hand(frame);
  expect(outlet.isGone()).toBe(true);
});

/** A socket that keeps what it is given. */
const listening = (bufferedAmount = 0) => {
  const sent: Uint8Array[] = [];
  const send = (message: Uint8Array, told?: () => void): void => {
    sent.push(message);
    told?.();
  };
  const socket = { readyState: 1, OPEN: 1, bufferedAmount, send, close: () => undefined };
  return { sent, socket };
};

it("[RL3] what is posted in one go is one message in that order, and leaves before anything else is done", async () => {
  const { sent, socket } = listening();
  const outlet = createOutlet(socket, 100, () => expect.fail());
  const other: Frame = { is: "pong", token: new Uint8Array(8) };
  outlet.post(frame);
  outlet.post(other);
  outlet.post(frame);
  expect(sent).toEqual([]);
  await Promise.resolve();
  const bytes = [frame, other, frame].map(encodeFrame);
  expect(sent.splice(0)).toEqual([concat(...bytes)]);
  // What is handed goes behind what was posted, and what is flushed goes at once.
  outlet.post(frame);
  await outlet.hand(other);
  outlet.post(frame);
  outlet.flush();
  expect(sent).toEqual([encodeFrame(frame), encodeFrame(other), encodeFrame(frame)]);
  await Promise.resolve();
  expect(sent.length).toBe(3);
});

it("[RL3] a message stays within 1 MiB, and what was posted counts as lying before the next", async () => {
  const big: Frame = { is: "recs", records: [new Uint8Array(262_000), new Uint8Array(262_000)] };
  const { sent, socket } = listening();
  const outlet = createOutlet(socket, 2_000_000, () => expect.fail());
  // Type 1, length 3, number 1, twice (length 3 and 262,000): 524,011 each. Two of them are 1,048,022 of 1,048,576, a third one does not fit.
  for (let n = 0; n < 3; n++) outlet.post(big);
  await Promise.resolve();
  expect(sent.map(({ length }) => length)).toEqual([1_048_022, 524_011]);
  expect(sent.every(({ length }) => length <= MAX_MESSAGE)).toBe(true);
  let slow = 0;
  const narrow = listening();
  const second = createOutlet(narrow.socket, 1000, () => void (slow += 1));
  second.post(big);
  second.post(frame);
  expect([slow, narrow.sent.length]).toEqual([1, 1]);
});

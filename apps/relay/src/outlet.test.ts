/** The way out of a connection whose other end does not read. */
import { expect, it } from "vitest";
import type { Frame } from "@recourse/sync/protocol";
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

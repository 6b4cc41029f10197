/**
 * What a relay did in which order, read from a trace of its system calls: writes to the file ahead, syncs of it, and what went out to sockets. Linux with
 * strace only. Source: strace(1); RFC 6455, 5.2 for the frames around messages.
 */
import { spawnSync } from "node:child_process";
import { open } from "node:fs/promises";
import { decodeFrames } from "@recourse/sync/wire";

export const hasStrace = (): boolean => spawnSync("strace", ["-V"]).status === 0;

/** Starts a program so that it stays our own child; the trace goes to `file`. All bytes are written out. */
export const tracedInto = (file: string): readonly string[] =>
  `strace -D -q -xx -y -s 4194304 -e trace=write,writev,sendto,sendmsg,pwrite64,fsync,fdatasync -o ${file}`.split(" ");

/** Whether the program has ended and all of it has been written down. */
export async function isComplete(file: string): Promise<boolean> {
  const trace = await open(file);
  try {
    const { size } = await trace.stat();
    const end = Buffer.alloc(Math.min(size, 200));
    await trace.read(end, 0, end.length, size - end.length);
    return /^\+\+\+ .* \+\+\+$/m.test(end.toString());
  } finally {
    await trace.close();
  }
}

const hexOf = (text: string): string => Buffer.from(text).toString("hex");
const WAL = hexOf("-wal");
const SOCKET = hexOf("socket:");
const CALL = /^(\w+)\((\d+)<([0-9a-f]*)>(.*)\)\s+= (\d+)$/;

interface Call {
  readonly name: string;
  readonly fd: string;
  readonly path: string;
  /** Hex of what was handed over, as much as was taken. */
  readonly data: string;
}

const callIn = (line: string): Call | undefined => {
  const found = CALL.exec(line.replaceAll("\\x", ""));
  if (found === null) return undefined;
  const [, name = "", fd = "", path = "", rest = "", taken = "0"] = found;
  const data = [...rest.matchAll(/"([0-9a-f]*)"/g)].map(([, hex = ""]) => hex).join("");
  return { name, fd, path, data: data.slice(0, Number(taken) * 2) };
};

/** Whole messages of a stream of WebSocket frames from a server, which are not masked, and what is left. */
function messagesIn(stream: Buffer): { readonly messages: readonly Buffer[]; readonly rest: Buffer } {
  const messages: Buffer[] = [];
  let at = 0;
  for (;;) {
    const short = stream[at + 1];
    if (short === undefined) break;
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (stream.length < at + head) break;
    const length =
      short === 126 ? stream.readUInt16BE(at + 2) : short === 127 ? Number(stream.readBigUInt64BE(at + 2)) : short;
    if (stream.length < at + head + length) break;
    // 2: a binary message.
    if (((stream[at] ?? 0) & 15) === 2) messages.push(stream.subarray(at + head, at + head + length));
    at += head + length;
  }
  return { messages, rest: stream.subarray(at) };
}

export interface AckOrder {
  /** Hashes acknowledged, each time one was. */
  readonly acknowledged: number;
  readonly syncs: number;
  /** Acknowledged before a sync of what was written of it. */
  readonly early: readonly string[];
}

/** Whether each record had been written to the file ahead, and that file synced after it, before its ACK went out. */
export async function ackOrderOf(lines: AsyncIterable<string>): Promise<AckOrder> {
  const streams = new Map<string, Buffer>();
  const early: string[] = [];
  /** What was written to the file ahead, as hex; undefined for a sync of it. */
  const ahead: (string | undefined)[] = [];
  let [acknowledged, syncs] = [0, 0];
  const isOrdered = (hash: string): boolean => {
    let synced = false;
    for (let n = ahead.length - 1; n >= 0; n--) {
      const data = ahead[n];
      if (data === undefined) synced = true;
      else if (synced && data.includes(hash)) return true;
    }
    return false;
  };
  for await (const line of lines) {
    const call = callIn(line);
    if (call === undefined) continue;
    const { name, fd, path, data } = call;
    if (path.endsWith(WAL) && name.endsWith("sync")) syncs++;
    if (path.endsWith(WAL)) ahead.push(name.endsWith("sync") ? undefined : data);
    if (!path.startsWith(SOCKET)) continue;
    if (data.startsWith(hexOf("HTTP/1.1"))) {
      streams.set(fd, Buffer.from(data.split(hexOf("\r\n\r\n"))[1] ?? "", "hex"));
      continue;
    }
    const before = streams.get(fd) ?? Buffer.alloc(0);
    const { messages, rest } = messagesIn(Buffer.concat([before, Buffer.from(data, "hex")]));
    streams.set(fd, rest);
    for (const message of messages) {
      const frames = decodeFrames(new Uint8Array(message));
      const acks = (frames.ok ? frames.value : []).flatMap((frame) =>
        frame.is === "ack" && frame.durable ? frame : [],
      );
      for (const hash of acks.flatMap(({ hashes }) => hashes)) {
        acknowledged++;
        if (!isOrdered(hash)) early.push(hash);
      }
    }
  }
  return { acknowledged, syncs, early };
}

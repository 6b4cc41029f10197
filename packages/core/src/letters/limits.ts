/**
 * A4: what a channel takes (text length, files, sizes, formats) and how much room is left. Pure.
 *
 * 1. A limit nobody has verified says so; an unknown limit is not "no limit".
 * 2. What is too much is named: the file, the format, the number of characters over.
 */
import * as z from "zod/mini";
import { message, type Message } from "../message.ts";
import { CivilDateSchema } from "../schema/values.ts";

/** Limits of a channel, as data. `null` = not known. Units: characters (code points), bytes, files. */
export const ChannelLimitsSchema = z.object({
  status: z.enum(["verified", "as_told", "unverified"]),
  textChars: z.nullable(z.int()),
  files: z.nullable(z.int()),
  bytesPerFile: z.nullable(z.int()),
  totalBytes: z.nullable(z.int()),
  /** File name extensions without dot, lower case. */
  formats: z.nullable(z.array(z.string())),
  asOf: z.optional(CivilDateSchema),
});
export type ChannelLimits = z.infer<typeof ChannelLimitsSchema>;

export interface UploadFile {
  readonly name: string;
  /** Units: bytes. */
  readonly size: number;
}

/** `left` is negative when it is too much, undefined when the limit is not known. */
export interface RoomLine {
  readonly used: number;
  readonly limit: number | undefined;
  readonly left: number | undefined;
}

export interface Room {
  readonly text: RoomLine;
  readonly files: RoomLine;
  readonly bytes: RoomLine;
  /** `limits.text`, `limits.files`, `limits.file_size`, `limits.total`, `limits.format`. */
  readonly over: readonly Message[];
  /** False when a limit that matters here is not known or not verified: say so instead of "fits". */
  readonly certain: boolean;
}

/** Length as forms count it. Units: code points. */
export const textLength = (text: string): number => Array.from(text).length;

const line = (used: number, limit: number | null): RoomLine => ({
  used,
  limit: limit ?? undefined,
  left: limit === null ? undefined : limit - used,
});

const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

/** Room left in a channel for a text and files. */
export function roomIn(limits: ChannelLimits, text: string, files: readonly UploadFile[]): Room {
  const lines = {
    text: line(textLength(text), limits.textChars),
    files: line(files.length, limits.files),
    bytes: line(
      files.reduce((sum, f) => sum + f.size, 0),
      limits.totalBytes,
    ),
  };
  const over: Message[] = [];
  const tooMuch = (code: string, of: RoomLine): void => {
    if (of.left !== undefined && of.limit !== undefined && of.left < 0)
      over.push(message(code, { used: of.used, limit: of.limit, over: -of.left }));
  };
  tooMuch("limits.text", lines.text);
  tooMuch("limits.files", lines.files);
  tooMuch("limits.total", lines.bytes);
  for (const f of files) {
    if (limits.bytesPerFile !== null && f.size > limits.bytesPerFile)
      over.push(message("limits.file_size", { name: f.name, size: f.size, limit: limits.bytesPerFile }));
    if (limits.formats !== null && !limits.formats.includes(extensionOf(f.name)))
      over.push(message("limits.format", { name: f.name, formats: limits.formats }));
  }
  const asked =
    files.length === 0
      ? [limits.textChars]
      : [limits.textChars, limits.files, limits.bytesPerFile, limits.totalBytes, limits.formats];
  return { ...lines, over, certain: limits.status !== "unverified" && asked.every((v) => v !== null) };
}

/**
 * Talk copied from a window or written down by hand: "time first", "sender first", or only "sender: text". Pure.
 *
 * 1. It is a guess with a confidence; below `SURE` nothing is taken before a person has looked at the preview.
 */
import { datePattern, momentOf, shortDatePattern, timePattern } from "./clock-text.ts";
import { bareName, withSides, type Conversation, type KnownNames, type Utterance } from "./conversation.ts";

/** Units: 0–1. */
export const SURE = 0.8;

type Format = "time_first" | "sender_first" | "sender_only";

const stamp = String.raw`[\[【(（]?(?:(?<date>${datePattern}|${shortDatePattern})[T\s]*)?(?<time>${timePattern})[\]】)）]?`;
const sender = String.raw`(?<sender>(?:客服)?(?:工号|编号)\s*[:：]\s*[A-Za-z0-9-]+|[^:：\s,，。！？!?][^:：,，。！？!?]{0,39}?)`;
const words = String.raw`(?:\s*[:：]\s*(?<text>.*))?`;

const grammars: Readonly<Record<Format, RegExp>> = {
  time_first: new RegExp(`^${stamp}\\s+${sender}${words}$`),
  sender_first: new RegExp(`^${sender}\\s+${stamp}${words}$`),
  sender_only: /^(?<sender>[^\s:：,，。！？!?]{1,16})\s*[:：]\s*(?<text>\S.*)$/,
};
const dateLine = new RegExp(`^[-—=*\\s]*(${datePattern})[-—=*\\s]*$`);

/** The best reading, or undefined when the text does not look like talk. */
export function readGeneric(text: string, names: KnownNames): Conversation | undefined {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  const readings = (["time_first", "sender_first", "sender_only"] as const).map((format) =>
    readAs(format, lines, names),
  );
  return readings.filter((r) => r !== undefined).toSorted((a, b) => b.confidence - a.confidence)[0];
}

interface Head {
  readonly sender: string;
  readonly date?: string;
  readonly time?: string;
  readonly text?: string;
}

function headOf(format: Format, line: string): Head | undefined {
  const groups = grammars[format].exec(line.trim())?.groups;
  const name = groups?.["sender"]?.trim();
  if (groups === undefined || name === undefined || name === "") return undefined;
  const { date, time, text } = groups;
  return {
    sender: name,
    ...(date === undefined ? {} : { date }),
    ...(time === undefined ? {} : { time }),
    ...(text === undefined ? {} : { text }),
  };
}

function readAs(format: Format, lines: readonly string[], names: KnownNames): Conversation | undefined {
  const utterances: Utterance[] = [];
  let day: string | undefined;
  let before = 0;
  let dated = 0;
  let open: { row: number; head: Head; day: string | undefined; text: string[] } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const at = momentOf(open.head.date ?? open.day, open.head.time);
    if (at !== undefined) dated += 1;
    const said = open.text.join("\n").trim();
    utterances.push({ row: open.row, ...(at === undefined ? {} : { at }), sender: open.head.sender, text: said });
    open = undefined;
  };
  for (const [i, line] of lines.entries()) {
    const onlyDate = dateLine.exec(line)?.[1];
    const head = onlyDate === undefined ? headOf(format, line) : undefined;
    if (onlyDate !== undefined) {
      close();
      day = onlyDate;
    } else if (head !== undefined) {
      close();
      open = { row: i + 1, head, day, text: head.text === undefined ? [] : [head.text] };
    } else if (open !== undefined) open.text.push(line);
    else if (line.trim() !== "") before += 1;
  }
  close();
  if (utterances.length < 2) return undefined;
  const senders = new Set(utterances.map((u) => bareName(u.sender)));
  // Talk comes back to the same few people; a list of headings does not.
  if (senders.size > Math.max(2, utterances.length / 2)) return undefined;
  const spoken = utterances.filter((u) => u.text !== "").length / utterances.length;
  const base = format === "sender_only" ? 0.55 : 0.7 + 0.25 * (dated / utterances.length);
  const confidence =
    base * spoken * (before === 0 ? 1 : 0.8) * (format === "sender_only" && utterances.length < 3 ? 0.5 : 1);
  if (confidence < 0.3) return undefined;
  return { format, confidence: Math.round(confidence * 100) / 100, messages: withSides(utterances, names) };
}

/**
 * A reader of calendar files of its own, straight from the RFC, to hold what we write against. Throws on what the RFC does not allow.
 */

export interface ReadEvent {
  readonly uid: string;
  readonly start: string;
  readonly end: string | undefined;
  readonly summary: string;
  readonly description: string | undefined;
  readonly alarms: readonly string[];
}

interface Line {
  readonly name: string;
  readonly params: string;
  readonly value: string;
}

/** §3.1: CRLF everywhere, 75 octets at most, a space unfolds. */
function linesOf(text: string): readonly Line[] {
  if (!text.endsWith("\r\n")) throw new Error("the last line does not end");
  const rows = text.slice(0, -2).split("\r\n");
  for (const row of rows) {
    if (/[\r\n]/.test(row)) throw new Error(`a bare line break: ${JSON.stringify(row)}`);
    if (new TextEncoder().encode(row).length > 75) throw new Error(`more than 75 octets: ${row}`);
    if (row.includes("\uFFFD")) throw new Error(`a cut character: ${row}`);
  }
  const whole: string[] = [];
  for (const row of rows) {
    if (row.startsWith(" ")) whole[whole.length - 1] = `${whole.at(-1) ?? ""}${row.slice(1)}`;
    else whole.push(row);
  }
  return whole.map((line) => {
    const found = /^([A-Z-]+)((?:;[A-Z-]+=[A-Za-z0-9-]+)*):(.*)$/su.exec(line);
    if (found === null) throw new Error(`no content line: ${line}`);
    return { name: found[1] ?? "", params: found[2] ?? "", value: found[3] ?? "" };
  });
}

/** §3.3.11. */
const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, c: string) => (c.toLowerCase() === "n" ? "\n" : c));

/** The events of a calendar, in their order. */
export function readIcs(text: string): readonly ReadEvent[] {
  const lines = linesOf(text);
  const path: string[] = [];
  const events: Line[][] = [];
  const alarms: Line[][][] = [];
  const calendar: Line[] = [];
  for (const line of lines) {
    if (line.name === "BEGIN") {
      path.push(line.value);
      if (line.value === "VEVENT") {
        events.push([]);
        alarms.push([]);
      }
      if (line.value === "VALARM") alarms.at(-1)?.push([]);
    } else if (line.name === "END") {
      if (path.pop() !== line.value) throw new Error(`${line.value} ends where it did not begin`);
    } else if (path.at(-1) === "VALARM") alarms.at(-1)?.at(-1)?.push(line);
    else if (path.at(-1) === "VEVENT") events.at(-1)?.push(line);
    else if (path.join() === "VCALENDAR") calendar.push(line);
    else throw new Error(`outside of everything: ${line.name}`);
  }
  if (path.length > 0) throw new Error(`never ends: ${path.join()}`);
  for (const name of ["VERSION", "PRODID"])
    if (calendar.filter((l) => l.name === name).length !== 1) throw new Error(`not exactly one ${name}`);
  if (calendar.find((l) => l.name === "VERSION")?.value !== "2.0") throw new Error("not 2.0");
  return events.map((event, i) => readEvent(event, alarms[i] ?? []));
}

function readEvent(lines: readonly Line[], alarms: readonly (readonly Line[])[]): ReadEvent {
  const one = (name: string): Line | undefined => {
    const found = lines.filter((l) => l.name === name);
    if (found.length > 1) throw new Error(`${name} twice`);
    return found[0];
  };
  const must = (name: string): string => {
    const found = one(name);
    if (found === undefined) throw new Error(`no ${name}`);
    return found.value;
  };
  if (!/^\d{8}T\d{6}Z$/.test(must("DTSTAMP"))) throw new Error("DTSTAMP is not UTC");
  const description = one("DESCRIPTION")?.value;
  return {
    uid: must("UID"),
    start: timeOf(one("DTSTART")) ?? "",
    end: timeOf(one("DTEND")),
    summary: unescaped(must("SUMMARY")),
    description: description === undefined ? undefined : unescaped(description),
    alarms: alarms.map(readAlarm),
  };
}

/** §3.3.4, §3.3.5: a date says so, a moment is in UTC. */
function timeOf(line: Line | undefined): string | undefined {
  if (line === undefined) return undefined;
  const pattern = line.params === ";VALUE=DATE" ? /^(\d{4})(\d\d)(\d\d)$/ : /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
  const found = pattern.exec(line.value);
  if (found === null) throw new Error(`no time: ${line.params}:${line.value}`);
  const [, y, m, d, h, min, s] = found;
  return h === undefined ? `${y}-${m}-${d}` : `${y}-${m}-${d}T${h}:${min}:${s}Z`;
}

/** §3.6.6: an alarm that displays has exactly these three. */
function readAlarm(lines: readonly Line[]): string {
  const names = lines.map((l) => l.name).toSorted();
  if (names.join() !== "ACTION,DESCRIPTION,TRIGGER") throw new Error(`alarm of ${names.join()}`);
  const trigger = lines.find((l) => l.name === "TRIGGER")?.value ?? "";
  if (!/^[+-]?P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/.test(trigger)) throw new Error(`trigger ${trigger}`);
  return trigger;
}

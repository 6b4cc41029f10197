/** A stored value as text a person can read and copy. Pure. */

/** Units: characters of one value shown. */
const LONGEST = 400;

/** However it is shaped. */
export function textOfValue(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

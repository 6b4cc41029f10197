/**
 * Values as they may stand in a document: plain JSON, and `undefined` for a field that was taken away. Pure.
 *
 * 1. What a document holds locally is exactly what every other device will read: lone surrogates would turn into U+FFFD on the way, so they do so here.
 * 2. Names that could reach an object's prototype never enter a document (AC3).
 */

/** Source: AC3. */
const MAX_DEPTH = 16;
const reserved: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
const anySurrogate = /[\uD800-\uDFFF]/;
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export type Storable = { readonly ok: true; readonly value: unknown } | { readonly ok: false };
const no: Storable = { ok: false };

/** Whether a record may have a field of this name: `!…` is the layout's own, `id` is the key. */
export const isFieldName = (name: string): boolean =>
  name !== "id" && name !== "" && !name.startsWith("!") && !reserved.has(name);

/** Text as every device will read it. */
export const wellFormed = (text: string): string =>
  anySurrogate.test(text) ? text.replace(loneSurrogate, "\uFFFD") : text;

/** A copy of `value` fit for a document, or not ok for what JSON cannot say (functions, dates, cycles, deeper than 16). */
export function toStored(value: unknown, depth = 0): Storable {
  if (depth > MAX_DEPTH) return no;
  if (value === null || value === undefined || typeof value === "boolean") return { ok: true, value };
  if (typeof value === "number") return Number.isFinite(value) ? { ok: true, value } : no;
  if (typeof value === "string") return { ok: true, value: wellFormed(value) };
  if (Array.isArray(value)) return listToStored(value, depth);
  return isPlainObject(value) ? objectToStored(value, depth) : no;
}

function listToStored(list: readonly unknown[], depth: number): Storable {
  const out: unknown[] = [];
  for (const each of list) {
    const stored = toStored(each, depth + 1);
    if (!stored.ok) return no;
    out.push(stored.value);
  }
  return { ok: true, value: out };
}

function objectToStored(of: Readonly<Record<string, unknown>>, depth: number): Storable {
  const out: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(of)) {
    const stored = toStored(each, depth + 1);
    if (!stored.ok || reserved.has(name)) return no;
    out[wellFormed(name)] = stored.value;
  }
  return { ok: true, value: out };
}

/** A JSON object: not a list, not an instance of a class. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Equal as JSON; a field that is `undefined` is the same as one that is not there. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, n) => sameValue(each, b[n]));
  if (!isPlainObject(a) || !isPlainObject(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const name of names) if (!sameValue(a[name], b[name])) return false;
  return true;
}

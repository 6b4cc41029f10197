/**
 * `when` clauses: conditions over context keys. Pure.
 *
 *   or    = and { "||" and }
 *   and   = unary { "&&" unary }
 *   unary = "!" unary | "(" or ")" | term
 *   term  = "true" | "false" | key [ ("==" | "!=") value | "=~" /regular expression/i ]
 *
 * 1. A clause is parsed once; the parse is kept by its text.
 * 2. A bare key is true when its value is truthy; `==` compares as text, a missing key being the empty text.
 * 3. `!a == b` is refused: it reads two ways. Write `a != b` or `!(a == b)`.
 */

/** Reads a context key. */
export type ReadKey = (key: string) => unknown;

type Node =
  | { readonly kind: "const"; readonly value: boolean }
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "equal"; readonly key: string; readonly value: string; readonly not: boolean }
  | { readonly kind: "match"; readonly key: string; readonly pattern: RegExp }
  | { readonly kind: "not"; readonly of: Node }
  | { readonly kind: "and" | "or"; readonly left: Node; readonly right: Node };

/** A parsed clause. */
export interface When {
  readonly source: string;
  /** Keys the clause reads, each once, in order of appearance. */
  readonly keys: readonly string[];
  evaluate(read: ReadKey): boolean;
}

/** Why a clause was refused, and where. Units: `at` counts UTF-16 code units from 0. */
export interface WhenError {
  readonly code: "bad-token" | "unexpected-end" | "unexpected" | "bad-pattern";
  readonly at: number;
  readonly source: string;
}

/** Errors: a closed union in `error`; nothing is thrown. */
export type WhenResult =
  | { readonly ok: true; readonly value: When }
  | { readonly ok: false; readonly error: WhenError };

interface Token {
  readonly text: string;
  readonly at: number;
}

const TOKEN = /\s*(&&|\|\||==|!=|=~|[()!]|'[^']*'|\/(?:[^/\\]|\\.)+\/[a-z]*|[\p{L}\p{N}_.:@*-]+)/uy;
const WORD = /^[\p{L}\p{N}_.:@*-]+$/u;

/** Internal way out of the recursive descent; never leaves this file. */
class Refusal {
  readonly code: WhenError["code"];
  readonly at: number;
  constructor(code: WhenError["code"], at: number) {
    this.code = code;
    this.at = at;
  }
}

function tokens(source: string): readonly Token[] {
  const found: Token[] = [];
  const end = source.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const text = TOKEN.exec(source)?.[1];
    if (text === undefined) throw new Refusal("bad-token", from);
    found.push({ text, at: TOKEN.lastIndex - text.length });
  }
  return found;
}

function pattern(token: Token): RegExp {
  const close = token.text.lastIndexOf("/");
  const flags = token.text.slice(close + 1);
  // `g` and `y` would give the pattern a memory between two evaluations.
  if (!token.text.startsWith("/") || /[^iu]/.test(flags)) throw new Refusal("bad-pattern", token.at);
  try {
    return new RegExp(token.text.slice(1, close), flags);
  } catch {
    throw new Refusal("bad-pattern", token.at);
  }
}

function parse(source: string): Node {
  const list = tokens(source);
  let next = 0;
  const peek = (): string | undefined => list[next]?.text;
  const take = (): Token => {
    const token = list[next];
    if (token === undefined) throw new Refusal("unexpected-end", source.length);
    next += 1;
    return token;
  };
  const word = (): Token => {
    const token = take();
    if (!WORD.test(token.text)) throw new Refusal("unexpected", token.at);
    return token;
  };
  const bare = (token: Token): Node =>
    token.text === "true" || token.text === "false"
      ? { kind: "const", value: token.text === "true" }
      : { kind: "key", key: token.text };
  const term = (): Node => {
    const token = word();
    const operator = peek();
    if (operator === "==" || operator === "!=") {
      next += 1;
      const text = peek()?.startsWith("'") === true ? take().text.slice(1, -1) : word().text;
      return { kind: "equal", key: token.text, value: text, not: operator === "!=" };
    }
    if (operator === "=~") {
      next += 1;
      return { kind: "match", key: token.text, pattern: pattern(take()) };
    }
    return bare(token);
  };
  const unary = (): Node => {
    if (peek() === "!") {
      next += 1;
      // Invariant 3: after "!" a key stands alone, so a following "==" is left over and refused.
      const of = peek() === "(" || peek() === "!" ? unary() : bare(word());
      return { kind: "not", of };
    }
    if (peek() === "(") {
      next += 1;
      const inner = or();
      const close = take();
      if (close.text !== ")") throw new Refusal("unexpected", close.at);
      return inner;
    }
    return term();
  };
  const and = (): Node => {
    let left = unary();
    while (peek() === "&&") {
      next += 1;
      left = { kind: "and", left, right: unary() };
    }
    return left;
  };
  const or = (): Node => {
    let left = and();
    while (peek() === "||") {
      next += 1;
      left = { kind: "or", left, right: and() };
    }
    return left;
  };
  const root = or();
  const rest = list[next];
  if (rest !== undefined) throw new Refusal("unexpected", rest.at);
  return root;
}

const asText = (value: unknown): string => (value === undefined || value === null ? "" : String(value));

function evaluate(node: Node, read: ReadKey): boolean {
  switch (node.kind) {
    case "const":
      return node.value;
    case "key":
      return Boolean(read(node.key));
    case "equal":
      return (asText(read(node.key)) === node.value) !== node.not;
    case "match":
      return node.pattern.test(asText(read(node.key)));
    case "not":
      return !evaluate(node.of, read);
    case "and":
      return evaluate(node.left, read) && evaluate(node.right, read);
    case "or":
      return evaluate(node.left, read) || evaluate(node.right, read);
  }
}

function keysOf(node: Node): readonly string[] {
  switch (node.kind) {
    case "const":
      return [];
    case "key":
    case "equal":
    case "match":
      return [node.key];
    case "not":
      return keysOf(node.of);
    case "and":
    case "or":
      return [...keysOf(node.left), ...keysOf(node.right)];
  }
}

const parsed = new Map<string, WhenResult>();

/** Parses a clause that a person may have written, e.g. in their own keys. Errors: `WhenError`. */
export function parseWhen(source: string): WhenResult {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  let result: WhenResult;
  try {
    const root = parse(source);
    const keys = [...new Set(keysOf(root))];
    result = { ok: true, value: { source, keys, evaluate: (read) => evaluate(root, read) } };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    result = { ok: false, error: { code: thrown.code, at: thrown.at, source } };
  }
  parsed.set(source, result);
  return result;
}

/** Parses a clause of a contribution. A broken one is a bug, so this throws. */
export function when(source: string): When {
  const result = parseWhen(source);
  if (!result.ok) throw new Error(`when: ${result.error.code} at ${result.error.at} in "${source}"`);
  return result.value;
}

/**
 * Hash routes: `#/case/<id>?view=…`. The first half is pure, `createRoute` binds it to a window.
 *
 * 1. Reading is total: any hash gives a route; a broken %-escape is kept as it stands.
 * 2. `parseRoute(formatRoute(r))` equals `r` for every route without empty segments and with well-formed text.
 * 3. The query keeps no order of its own: keys are written sorted, so one place has one address.
 */
import { createSignal, onCleanup, type Accessor } from "solid-js";

/** A place in the app. */
export interface Route {
  /** Segments after `#/`, decoded, none empty. */
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A lone half of a surrogate pair cannot be encoded and becomes U+FFFD. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));

/** Reads a hash, with or without its `#`. */
export function parseRoute(hash: string): Route {
  const text = hash.replace(/^#/, "");
  const cut = text.indexOf("?");
  const path = (cut < 0 ? text : text.slice(0, cut))
    .split("/")
    .filter((segment) => segment !== "")
    .map(decode);
  const query = new Map<string, string>();
  for (const pair of cut < 0 ? [] : text.slice(cut + 1).split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const key = decode(equals < 0 ? pair : pair.slice(0, equals));
    if (!query.has(key)) query.set(key, equals < 0 ? "" : decode(pair.slice(equals + 1)));
  }
  return { path, query: Object.fromEntries(query) };
}

/** Writes a route as a hash with its `#`. */
export function formatRoute(route: Route): string {
  const path = route.path.filter((segment) => segment !== "").map(encode);
  const query = Object.entries(route.query)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => (value === "" && key !== "" ? encode(key) : `${encode(key)}=${encode(value)}`));
  return `#/${path.join("/")}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}

/** The route of a window as a signal. */
export interface RouteBinding {
  readonly route: Accessor<Route>;
  /** Goes to a place; `replace` leaves no step in the history, for filters and the like. */
  go(route: Route, how?: "push" | "replace"): void;
}

/** The part of a window that routing needs. */
export type RouteWindow = Pick<Window, "location" | "history" | "addEventListener" | "removeEventListener">;

/** Binds routing to a window; ends with the owner it was made under. */
export function createRoute(target: RouteWindow): RouteBinding {
  const [hash, setHash] = createSignal(target.location.hash);
  const read = (): void => {
    setHash(target.location.hash);
  };
  target.addEventListener("hashchange", read);
  target.addEventListener("popstate", read);
  onCleanup(() => {
    target.removeEventListener("hashchange", read);
    target.removeEventListener("popstate", read);
  });
  return {
    route: () => parseRoute(hash()),
    go: (route, how = "push") => {
      const next = formatRoute(route);
      if (next === target.location.hash) return;
      if (how === "replace") target.history.replaceState(target.history.state, "", next);
      else target.history.pushState(null, "", next);
      read();
    },
  };
}

/**
 * What goes wrong with a PostgreSQL server, in the words of the relay. Pure.
 *
 * Source: postgresql.org/docs/current/errcodes-appendix.html for the codes of five characters; the others are the system's.
 */
import { DatabaseError } from "pg";
import type { StoreFault } from "./store.ts";

/** Why the store cannot be opened. `code`: what the server or the system calls it; no address, no name, no password. */
export type PostgresFault =
  | { readonly kind: "unreachable"; readonly code: string }
  /** The password or the user is not accepted. */
  | { readonly kind: "credentials"; readonly code: string }
  | { readonly kind: "no_database" }
  /** The user may not make tables there. */
  | { readonly kind: "denied" }
  /** A standby, which only reads. */
  | { readonly kind: "read_only" }
  /** Older than what this was written for. */
  | { readonly kind: "old" }
  /** The server does not wait for its disk: a power cut would take what was acknowledged. */
  | { readonly kind: "unsafe" }
  /** Another relay has it. */
  | { readonly kind: "taken" }
  | { readonly kind: "failed"; readonly code: string };

/** No room on the disk, and no memory. */
const FULL = new Set(["53100", "53200"]);
/** The server is ending, was killed, is not up yet, or has no connection to spare. */
const AWAY = new Set(["57P01", "57P02", "57P03", "53300"]);

/** What kind of error, and nothing of what it was about. */
export const codeOfFault = (error: unknown): string =>
  error instanceof Error ? ("code" in error && typeof error.code === "string" ? error.code : error.name) : "unknown";

/** Whether the same is worth asking again when the server is back. */
export const isOutage = (error: unknown): boolean => {
  if (!(error instanceof DatabaseError)) return true;
  const code = codeOfFault(error);
  return AWAY.has(code) || code.startsWith("08");
};

/** What the relay is told of a write that failed. */
export const storeFaultOf = (error: unknown): StoreFault =>
  error instanceof DatabaseError && FULL.has(codeOfFault(error)) ? "full" : "io";

/** Why the start failed. */
export const openFaultOf = (error: unknown): PostgresFault => {
  const code = codeOfFault(error);
  // The driver itself stops when a password is asked for and it has none.
  if (code.startsWith("28") || (error instanceof Error && error.message.startsWith("SASL")))
    return { kind: "credentials", code };
  if (isOutage(error)) return { kind: "unreachable", code };
  if (code === "3D000") return { kind: "no_database" };
  if (code === "42501") return { kind: "denied" };
  if (code === "25006") return { kind: "read_only" };
  return { kind: "failed", code };
};

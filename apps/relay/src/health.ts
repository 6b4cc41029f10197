/** What /healthz answers: enough for a supervisor to see that the relay is up and what it serves. Pure. */

/** The relay's state as it was at the start, and the moment of asking. Units: milliseconds. */
export type HealthFacts = { readonly startedAt: number; readonly now: number; readonly files: number };

/** The body of /healthz. It names no case, no person and no address. */
export const healthJson = ({ startedAt, now, files }: HealthFacts): string =>
  JSON.stringify({
    status: "ok",
    service: "recourse-relay",
    uptimeSeconds: Math.floor((now - startedAt) / 1000),
    files,
  });

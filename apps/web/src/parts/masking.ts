/**
 * Codes, passwords and card numbers in what is typed or pasted: covered before it is kept. Pure (G2).
 *
 * 1. Numbers of the case, its orders, payments, refunds and filings, are no secrets and stay.
 */
import { maskSecrets, type Masked } from "@recourse/core";
import type { CaseLive } from "../services/services.ts";

const known = (live: Pick<CaseLive, "all">): readonly string[] => [
  ...live.all("order").map((o) => o.number),
  ...live.all("payment").flatMap((p) => [p.transaction, p.merchantOrder ?? ""]),
  ...live.all("refund").map((r) => r.transaction),
  ...live.all("filing").map((f) => f.reference ?? ""),
];

/** The text as it may be kept, and what was covered in it. */
export const maskedIn = (live: Pick<CaseLive, "all">, text: string): Masked => maskSecrets(text, known(live));

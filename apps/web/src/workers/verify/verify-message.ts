/** What the checking worker says. Types only. */
import type { BagReport } from "@recourse/dossier";

/** Units: `done` and `total` in bytes. */
export type VerifyMessage =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "report"; readonly report: BagReport };

/** Bytes as PostgreSQL's driver gives them. Pure. */
import type { Bytes } from "@recourse/sync/protocol";

/** Errors: throws when a column is not of the schema, for nothing that follows could be right. */
export const bytesIn = (value: unknown): Bytes => {
  if (!(value instanceof Uint8Array)) throw new TypeError("no bytes");
  return new Uint8Array(value);
};

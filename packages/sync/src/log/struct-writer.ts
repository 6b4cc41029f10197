/**
 * Writing structs and deletes as a Yjs v1 update, for what Yjs itself has no way to write: a part of an update, or one with other contents. Pure.
 */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { Bytes } from "./bytes.ts";

/** A struct as `Y.decodeUpdate` gives it. */
export type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];
/** Deletes as `Y.decodeUpdate` gives them. */
export type Deletes = ReturnType<typeof Y.decodeUpdate>["ds"];

/** Structs of one client, in order and without gap, and deletes. */
export function writeStructs(structs: readonly Struct[], deletes: Deletes | undefined): Bytes {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  const [first] = structs;
  encoding.writeVarUint(restEncoder, first === undefined ? 0 : 1);
  if (first !== undefined) {
    encoding.writeVarUint(restEncoder, structs.length);
    encoder.writeClient(first.id.client);
    encoding.writeVarUint(restEncoder, first.id.clock);
    for (const struct of structs) struct.write(encoder, 0);
  }
  const clients = [...(deletes?.clients ?? [])].filter(([, ranges]) => ranges.length > 0);
  encoding.writeVarUint(restEncoder, clients.length);
  for (const [client, ranges] of clients.toSorted(([a], [b]) => b - a)) {
    encoding.writeVarUint(restEncoder, client);
    encoding.writeVarUint(restEncoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
  return new Uint8Array(encoder.toUint8Array());
}

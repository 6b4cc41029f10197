/**
 * Worker of the import: bytes → what was recognised in them. Everything from here on is intake's, which is pure; this file only carries messages.
 */
import "../services/zod-config.ts";
import { id } from "@recourse/core";
import { acceptOffer, READ_LIMIT, takeFile } from "@recourse/intake";
import { pack } from "@recourse/pack-cn";
import { monotonicFactory } from "ulid";
import type { ParseAnswer, ParseRequest } from "./parse-message.ts";

const ulid = monotonicFactory();

async function answer(request: ParseRequest): Promise<ParseAnswer> {
  const context = {
    case: request.case,
    now: request.now,
    ids: () => id(ulid()),
    ...(request.by === undefined ? {} : { by: request.by }),
  };
  if (request.op === "accept") {
    return { id: request.id, op: "accepted", changes: await acceptOffer(request.offer, context) };
  }
  const { blob, name, sha256, lastModified, via, materialType } = request.file;
  const bytes = new Uint8Array(await blob.slice(0, READ_LIMIT).arrayBuffer());
  const { materialTypes, clausePatterns } = pack;
  const taken = await takeFile(
    {
      bytes,
      name,
      size: blob.size,
      sha256,
      via,
      ...(lastModified === undefined ? {} : { lastModified }),
      ...(materialType === undefined ? {} : { materialType }),
    },
    { ...context, materialTypes, clausePatterns, ownNames: request.ownNames },
  );
  return { id: request.id, op: "taken", taken };
}

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : "unknown");

async function answerTo(request: ParseRequest): Promise<void> {
  try {
    postMessage(await answer(request));
  } catch (thrown) {
    postMessage({ id: request.id, op: "failed", reason: nameOf(thrown) } satisfies ParseAnswer);
  }
}

addEventListener("message", ({ data }: MessageEvent<ParseRequest>) => {
  void answerTo(data);
});

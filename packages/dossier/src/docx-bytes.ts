/**
 * A `docx` document → bytes that depend on nothing but the document. Pure.
 *
 * 1. The library writes the clock into `docProps/core.xml` and into its ZIP: the first is replaced by a part without
 *    dates, the second is packed again with one fixed date.
 */
import { Packer, type Document } from "docx";
import { instant, type Lang } from "@recourse/core";
import { escaped, oneLine } from "./printable.ts";
import { readWhole } from "./drain.ts";
import { readZip, ZIP_LIMITS } from "./zip-entries.ts";
import { crc32, layoutZip } from "./zip-layout.ts";

/** The first moment a ZIP can name, in Asia/Shanghai. */
const FIXED = instant("1980-01-01T00:00:00+08:00");

/** Facts about a document that its file says of itself. */
export interface DocumentInfo {
  readonly title: string;
  readonly lang: Lang;
}

const coreProperties = ({ title, lang }: DocumentInfo): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
  `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
  ` xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(oneLine(title))}</dc:title>` +
  `<dc:language>${lang}</dc:language></cp:coreProperties>`;

/** Equal documents give equal bytes. Errors: throws when the library's own ZIP cannot be read, which is a bug. */
export async function docxBytes(document: Document, info: DocumentInfo): Promise<Uint8Array<ArrayBuffer>> {
  const overrides = [{ path: "docProps/core.xml", data: coreProperties(info) }];
  const packed = await Packer.toArrayBuffer(document, undefined, overrides);
  const files = await readZip(new Blob([packed]));
  if (!files.ok) throw new Error(`docx: ${files.error.kind}`);
  const contents: { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> }[] = [];
  for (const file of files.value) {
    const bytes = await readWhole(file.open(), ZIP_LIMITS.textBytes);
    if (bytes === undefined) throw new Error(`docx: ${file.path}`);
    contents.push({ path: file.path, bytes });
  }
  const entries = contents.map(({ path, bytes }) => ({ path, size: bytes.length, crc32: crc32(bytes) }));
  const parts = layoutZip(entries, FIXED).parts.map((part) =>
    part.as === "bytes" ? part.bytes : (contents[part.content]?.bytes ?? ""),
  );
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

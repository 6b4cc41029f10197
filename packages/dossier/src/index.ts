/**
 * @recourse/dossier: files out. Letters and lists as DOCX and text, the bundle (BagIt in a ZIP) and its verification,
 * archives and the preview of what taking one in would change.
 */
export {
  letterText,
  type LetterDocument,
  type LetterExhibit,
  type LetterParagraph,
  type LetterSection,
} from "./letter-document.ts";
export { exhibitListDocx, letterDocx } from "./letter-docx.ts";
export {
  bagBlob,
  bagDocuments,
  planBag,
  writeBag,
  type BagDocument,
  type BagFile,
  type BagInput,
  type BagPlan,
  type Disclosure,
} from "./bag.ts";
export { bagFolder, exhibitNames, NO_ORDER_NUMBER, type BagExhibit } from "./bag-names.ts";
export { PackFault, type PackError, type PackFile, type PackOptions, type PackSource } from "./zip-pack.ts";
export { ZIP_LIMITS, type ZipFault, type ZipLimits } from "./zip-entries.ts";
export { verifyBag, type BagReport, type VerifyOptions } from "./verify.ts";
export { type BagFolder, type BagSource } from "./bag-source.ts";
export { type BagFinding, type BagFindingCode } from "./bag-finding.ts";
export {
  archiveBlob,
  caseFileHash,
  planArchive,
  writeArchive,
  type ArchiveBase,
  type ArchiveBlob,
  type ArchiveInput,
  type ArchivePlan,
} from "./archive.ts";
export {
  blobsNamedBy,
  readArchive,
  type Archive,
  type ArchiveBases,
  type ArchiveError,
  type ArchiveOriginal,
} from "./archive-read.ts";
export {
  previewImport,
  type MergeInput,
  type MergePreview,
  type MergeRow,
  type MergeSubject,
  type MergeVerdict,
  type OtherCase,
} from "./merge-preview.ts";
export { openChanges, takeChanges, type MergeChoice } from "./merge-take.ts";
export { bagExhibits, caseTitle, letterDocument, orderNumber, showsOf, withheldExhibits } from "./case-papers.ts";

/**
 * @recourse/dossier: files out. Letters, formal papers and lists as DOCX and text, text masked for publication, the bundle
 * (BagIt in a ZIP) by reader and its verification, archives and the preview of what taking one in would change.
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
export {
  bagExhibits,
  caseTitle,
  evidenceRows,
  letterDocument,
  orderNumber,
  showsOf,
  withheldExhibits,
  withheldFrom,
  type WithheldExhibit,
} from "./case-papers.ts";
export {
  evidenceList,
  evidenceListDocx,
  evidenceListText,
  type EvidenceList,
  type EvidenceRow,
} from "./evidence-list.ts";
export { formDocument, formText, type FormDocument, type FormPart, type FormRow } from "./form-document.ts";
export { formDocx } from "./form-docx.ts";
export {
  bundleProfiles,
  publicationBarred,
  withheldReason,
  type BundleProfile,
  type ProfileChoice,
  type WithheldReason,
} from "./bundle-profile.ts";
export { planFilingBundle, type BundleRefusal, type FilingBundle, type FilingBundleInput } from "./filing-bundle.ts";
export { redactLetter, type RedactedLetter } from "./redact-letter.ts";
export { redactionTerms, type RedactionTerms, type RedactKind, type RedactTerm } from "./redact-terms.ts";
export { redactText, type Masked, type Redacted, type RedactOptions } from "./redact-text.ts";

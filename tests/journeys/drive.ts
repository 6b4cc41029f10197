/**
 * Steps a person takes in the app, by roles and accessible names in either language.
 *
 * 1. A step ends when its result is on the screen; nothing sleeps.
 */
export {
  button,
  dialog,
  field,
  furtherTab,
  goTo,
  gone,
  handAt,
  listen,
  named,
  offlineReady,
  openApp,
  saved,
  section,
  seen,
  switchLanguage,
  textsOf,
  type GivenFile,
  type Hand,
  type Lang,
  type Place,
} from "./hand.ts";
export {
  addFiles,
  addPromise,
  answerNotice,
  captureClause,
  fillForm,
  giveFiles,
  newCase,
  openCase,
  openPoints,
  sentencesOf,
  sortAs,
  type ClauseFacts,
  type NewCase,
  type PromiseFacts,
} from "./case-steps.ts";
export {
  downloadBundle,
  finding,
  leaveOut,
  letterState,
  markSent,
  openLetter,
  paper,
  rewrite,
  sentPaper,
  sentence,
  type SentFacts,
} from "./letter-steps.ts";

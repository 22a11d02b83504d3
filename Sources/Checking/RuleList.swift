import Diagnostics
import Proofreading
import WebLinks

/// Every rule of `check`, family by family, as docs/checks.md has them. What a rule is called and how much it weighs stands
/// with its problem.
extension RuleBook {
  package static let all = RuleBook(
    access + writing + pageData + upkeep + attachments + webLinks + outside + check)

  private static let access: [Rule] = [
    .pictureNoAlt, .pictureAltFileName, .pictureAltSaysNothing, .linkTextEmpty, .linkTextVague,
    .linkTextAddress, .headingJump, .headingEmpty, .headingRepeated, .tableNoHeader,
  ]

  private static let writing: [Rule] = [
    .replacementCharacter, .tableCellsLost, .tableNotMade, .listNotMade, .headingNotMade, .proseAsCode,
    .mixedScriptWord, .noBreakSpace, .mixedTonePlacement, .reformedTonePlacement, .wrongQuotes, .pasteResidue,
    .spacedPunctuation, .addressWithBlanks, .brokenEmphasis, .linkApart, .linkReversed, .pictureApart,
    .linkTitleQuotes, .footnoteMissing, .taskNotMade, .foreignShortcode, .alertMarkMissing, .doubleSpace,
    .textNfd,
  ]

  private static let pageData: [Rule] = [
    .titleTooLong, .titleRepeated, .descriptionMissing, .descriptionTooLong, .descriptionTooShort,
    .descriptionRepeated, .tagNearlySame,
  ]

  private static let upkeep: [Rule] = [
    .reviewDue, .expiresSoon, .publishedLater, .dateFarAhead, .pageToFillIn, .pageChecklistLeft, .pageCopy,
    .pageOrphan, .sectionEmpty,
  ]

  private static let attachments: [Rule] = [
    .attachmentDangerous, .attachmentDoubleEnding, .attachmentHiddenMacro, .attachmentWrongType,
    .attachmentEmpty, .attachmentHeavy, .pictureHeavy, .pictureWide, .pictureScript, .pictureBroken,
    .pictureHuge, .attachmentNotCleaned, .pictureHiddenData, .attachmentNamesPeople, .attachmentReviewLeft,
    .pageWrongName, .fileUnused, .fileLeftover,
  ]

  private static let webLinks: [Rule] = [
    .linkLookAlike, .linkForeignLetters, .linkHiddenHost, .linkTextOtherHost, .linkTextOtherNumber,
    .linkRedirect, .linkTracking, .linkFormEditing, .linkNumericHost, .linkShortened, .linkOwnPortal,
    .linkInsecure,
  ]

  private static let outside: [Rule] = [
    .outsideLinkBroken, .outsideLinkUnreachable, .outsideLinkPrivate, .outsideLinkMoved, .outsideLinkSkipped,
  ]

  private static let check: [Rule] = [
    .ignoreWithoutUse
  ]
}

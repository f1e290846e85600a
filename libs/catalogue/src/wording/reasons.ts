/** Words that are no names, whatever follows: behind a colon they need no capital. */
const COMMON =
  /^(?:the|an?|both|no|new|all|some|several|two|three|four|five|deadly|heavy|armed|border|clashes|fighting|shelling|shots|strikes|troops|talks|scheduling) /i;

/** Why, in the editor's words, behind a colon: it claims no more of a connection than they do. */
export function because(reason: string | undefined): string | undefined {
  if (reason === undefined) return undefined;
  return `: ${COMMON.test(reason) ? reason.charAt(0).toLowerCase() + reason.slice(1) : reason}`;
}

/** Under which condition. Words that begin as a clause follow as one; others stand in brackets. */
export function provided(condition: string): string {
  return /^(?:if|unless|in case|should|provided|until|once|when|as long as|in the event) /i.test(condition)
    ? `, ${condition.charAt(0).toLowerCase()}${condition.slice(1)}`
    : `(condition: ${condition})`;
}

/** Why, in the editor's words, behind a colon: it claims no more of a connection than they do. */
export const because = (reason: string | undefined): string | undefined => (reason === undefined ? undefined : `: ${reason}`);

/** Under which condition. Words that begin as a clause follow as one; others stand in brackets. */
export function provided(condition: string): string {
  return /^(?:if|unless|in case|should|provided|until|once|when|as long as|in the event) /i.test(condition)
    ? `, ${condition.charAt(0).toLowerCase()}${condition.slice(1)}`
    : `(condition: ${condition})`;
}

/** Whether PostgreSQL can keep a text: no NUL, and no half of a surrogate pair, which is no text in UTF-8. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

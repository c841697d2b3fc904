/** The number and sign of a document in what people write of it: «Quyết định 233/QĐ-UBND ngày …»; null where none. */
export const numberIn = (words: string): string | null =>
  /\d+[A-Za-z]?\/[\p{Lu}\d][\p{L}\d&./-]*/u.exec(words)?.[0] ?? null;

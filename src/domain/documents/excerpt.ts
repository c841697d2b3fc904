/** Characters of a document shown before and after a directive's words; what is shorter ends where the document does. */
export const excerptMargin = 280;

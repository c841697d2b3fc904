/**
 * Marks that open an item: bullets, «1.», «1.2.», «a)», «III.», «Điều 3.», and what OCR makes of them
 * («8)» and «4)» for «a)», «©)» for «c)», «¬», «~» and «_» for a dash).
 */
const bullets = /^[-–—_~¬•+*●○▪▫◦·■□➢✓]{1,3}\s*[\p{L}\p{N}“"(]/u;
const numbers = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)/]|\d{1,2}(?:\.\d{1,2}){1,3})\s*(?=[\p{Lu}“"(]|\s\S)/u;
const letters = /^[(]?(?:[a-zđ]{1,2}|©|[à-ỹ])[.)]\s*\S/u;
const romans = /^(?:[IVXL]{1,6})\s?[.)/-]\s*\p{Lu}/u;
const words = /^(?:Điều|Chương|Mục|Phần|Phụ lục|Khoản|ĐIỀU|CHƯƠNG|MỤC|PHẦN|PHỤ LỤC)\s+(?:\d+|[IVXL]+)\b/u;

/** Whether a line begins with a list mark or the name of an article. */
export function hasListMark(text: string): boolean {
  return [bullets, numbers, letters, romans, words].some((mark) => mark.test(text));
}

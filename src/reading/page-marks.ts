/** Marks that a page carries beside its text: its number, and the printed frame of a digital signature. */

/** «Trang 3/12», «- 3 -». */
export const pageNumber =
  /^[-–—_~|\s.]*(?:(?:trang|page)\s*\d{1,4}(?:\s*(?:\/|of|trên)\s*\d{1,4})?|\d{1,3})[-–—_~|\s.]*$/iu;

/** A page number of a scan or PDF, at the page's edge: also «3/12» and misread lines beside it. */
export const edgeNumber = /^[-–—_~|\s.]*\d{1,4}(?:\s*[/|]\s*\d{1,4})?[-–—_~|\s.]*$/u;

/** A line only such a frame or a copy's stamp holds. */
export const stamp =
  /^(?:(?:được\s+)?ký(?: số)? bởi|thời gian ký|signed by|signature valid)\s*:|^ngày ký\s*:.*\d{1,2}:\d{2}|^sao y(?: bản chính)?\s*[;.]?$|^công văn đến$/iu;

/** A line of the frame that elsewhere may be the text's own. */
export const stampField = /^(?:người ký|email|cơ quan|ngày ký|date)\s*:/iu;

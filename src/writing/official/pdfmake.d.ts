/** The little of pdfmake 0.3 that is used; it brings no types. Lengths are points. */
declare module 'pdfmake' {
  export interface PdfText {
    text: readonly { text: string; fontSize: number; bold: boolean; italics: boolean }[];
    alignment: 'left' | 'center' | 'right' | 'justify';
    lineHeight: number;
    leadingIndent: number;
    margin: [number, number, number, number];
  }
  export interface PdfLine {
    canvas: { type: 'line'; x1: number; y1: number; x2: number; y2: number; lineWidth: number }[];
    margin: [number, number, number, number];
  }
  export interface PdfImage {
    image: string;
    width: number;
    height: number;
    alignment: 'center';
    margin: [number, number, number, number];
  }
  export interface PdfStack {
    stack: readonly PdfNode[];
    unbreakable?: boolean;
    colSpan?: number;
    rowSpan?: number;
  }
  export interface PdfTable {
    table: {
      widths: readonly number[];
      headerRows: number;
      keepWithHeaderRows: number;
      dontBreakRows: boolean;
      body: (PdfStack | Record<string, never>)[][];
    };
    layout: Record<
      'hLineWidth' | 'vLineWidth' | 'paddingLeft' | 'paddingRight' | 'paddingTop' | 'paddingBottom',
      () => number
    >;
    margin: [number, number, number, number];
  }
  export type PdfNode = PdfText | PdfLine | PdfImage | PdfStack | PdfTable;
  export interface PdfSection {
    section: readonly PdfNode[];
    pageSize: { width: number; height: number };
    pageMargins: [number, number, number, number];
    header: (page: number) => PdfText | null;
  }
  export interface PdfDefinition {
    info: { title: string; creationDate: Date };
    language: string;
    pageSize: { width: number; height: number };
    pageMargins: [number, number, number, number];
    defaultStyle: { font: string; fontSize: number };
    content: readonly PdfSection[];
  }
  const pdfmake: {
    setFonts(fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>): void;
    setUrlAccessPolicy(allowed: (url: string) => boolean): void;
    setLocalAccessPolicy(allowed: (path: string) => boolean): void;
    createPdf(definition: PdfDefinition): { getBuffer(): Promise<Buffer> };
  };
  export default pdfmake;
}

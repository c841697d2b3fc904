import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('@expo-google-fonts/tinos/package.json'));
const fileOf = (face: string) => join(folder, face, `Tinos_${face}.ttf`);

/** Files of Tinos: the metrics of Times New Roman, every Vietnamese letter, free to embed (OFL). */
export const faceFiles = {
  normal: fileOf('400Regular'),
  italics: fileOf('400Regular_Italic'),
  bold: fileOf('700Bold'),
  bolditalics: fileOf('700Bold_Italic'),
} as const;

/** The name under which the canvas draws it; its own, so that nobody else's set of faces is taken for this one. */
export const canvasFace = 'Official Tinos';

/** Makes the faces known to the canvas. */
export function knowFaces(): void {
  if (GlobalFonts.has(canvasFace)) return;
  for (const file of Object.values(faceFiles)) GlobalFonts.registerFromPath(file, canvasFace);
}

const pointsPerMm = 72 / 25.4;
let ruler: ReturnType<ReturnType<typeof createCanvas>['getContext']> | undefined;

/** Width of a line of text in millimetres, by the metrics of Times. */
export function widthOf(text: string, size: number, bold = false): number {
  knowFaces();
  ruler ??= createCanvas(8, 8).getContext('2d');
  // Measured large, so that rounding to pixels does not show.
  ruler.font = `${bold ? 'bold ' : ''}${size * 10}px "${canvasFace}"`;
  return ruler.measureText(text).width / 10 / pointsPerMm;
}

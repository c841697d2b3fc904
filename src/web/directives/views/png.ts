import latin400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url';
import latin600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2?url';
import vietnamese400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url';
import vietnamese600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2?url';
import { sheetSize } from './sheet.ts';

/** Dots per unit of the sheet: A4 across at about 200 dots an inch. */
const scale = 2;
const faces = [
  [400, vietnamese400],
  [400, latin400],
  [600, vietnamese600],
  [600, latin600],
] as const;

function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('Unreadable font'));
    reader.readAsDataURL(blob);
  });
}

/** The page's letters within the picture: an image may load nothing by itself. */
async function letters(): Promise<string> {
  const rules = await Promise.all(
    faces.map(async ([weight, address], at) => {
      const data = await asDataUrl(await (await fetch(address)).blob());
      return `@font-face{font-family:"f${at % 2}";font-weight:${weight};src:url(${data}) format("woff2")}`;
    }),
  );
  return `<style>${rules.join('')}text{font-family:"f0","f1",sans-serif}</style>`;
}

/**
 * Draws a sheet (SVG) and saves it as a PNG file.
 * @throws where the browser cannot
 */
export async function savePicture(svg: string, name: string): Promise<void> {
  const dressed = svg.replace('</svg>', `${await letters()}</svg>`);
  const address = URL.createObjectURL(new Blob([dressed], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = sheetSize.width * scale;
    canvas.height = sheetSize.height * scale;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas');
    context.scale(scale, scale);
    context.drawImage(image, 0, 0, sheetSize.width, sheetSize.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!png) throw new Error('No picture');
    const saved = URL.createObjectURL(png);
    Object.assign(document.createElement('a'), { href: saved, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(saved), 10_000);
  } finally {
    URL.revokeObjectURL(address);
  }
}

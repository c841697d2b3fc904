/** A page of A4 on this long side still has 250 dots an inch, more than reading needs. Pixels. */
const longest = 3000;
const quality = 0.85;

/** What cameras make; drawings and scans without loss stay as they are. */
const photographed = /^image\/(?:jpeg|webp|heic|heif|avif)$/u;

interface Size {
  width: number;
  height: number;
}

/** A picture as the browser has read it, turned upright. */
export interface Picture extends Size {
  /** The picture drawn anew as JPEG in a size. */
  drawn(size: Size): Promise<Blob>;
  close(): void;
}

/** The size within the longest side, its shape kept; null where it already is. */
export function sizeWithin({ width, height }: Size, most = longest): Size | null {
  const share = most / Math.max(width, height);
  return share >= 1 ? null : { width: Math.round(width * share), height: Math.round(height * share) };
}

async function open(file: Blob): Promise<Picture> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const { width, height } = bitmap;
  return {
    width,
    height,
    close: () => bitmap.close(),
    drawn: (size) => {
      const canvas = new OffscreenCanvas(size.width, size.height);
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('No canvas');
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(bitmap, 0, 0, size.width, size.height);
      return canvas.convertToBlob({ type: 'image/jpeg', quality });
    },
  };
}

/**
 * A photograph made small enough for a slow line; the file itself where it is none, is small, would not become smaller
 * or cannot be read here, since the server reads more than a browser does.
 */
export async function smallerPhotograph(file: File, read = open): Promise<File> {
  if (!photographed.test(file.type)) return file;
  try {
    const picture = await read(file);
    try {
      const size = sizeWithin(picture);
      if (size === null) return file;
      const blob = await picture.drawn(size);
      if (blob.type !== 'image/jpeg' || blob.size >= file.size) return file;
      const name = file.name.replace(/(?:\.[a-z]{3,4})?$/iu, '.jpg');
      return new File([blob], name, { type: 'image/jpeg', lastModified: file.lastModified });
    } finally {
      picture.close();
    }
  } catch {
    return file;
  }
}

import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { drawScan } from '../../../examples/scan.ts';
import { fold } from '../../domain/text/fold.ts';
import { standardLimits } from '../extracted.ts';
import { extractImage, openImage } from './image.ts';
import { readImageHeader } from './image-header.ts';
import { renderPage } from './page-image.ts';

const slow = 120_000;
const text = [
  'Giám đốc Sở yêu cầu Phòng Quản lý Khoa học rà soát các nhiệm vụ chuyển tiếp, báo cáo kết quả trước ngày 25/3/2026.',
  '2. Văn phòng Sở đôn đốc các đơn vị thực hiện thông báo này và tổng hợp vào báo cáo quý.',
];

/** A JPEG with an EXIF orientation put in front of its picture. */
function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0];
  const exif = [...Buffer.from('Exif'), 0, 0, ...tiff];
  const segment = Buffer.from([0xff, 0xe1, 0, exif.length + 2, ...exif]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

describe('a picture', () => {
  it('tells its size before it is unpacked', () => {
    const canvas = createCanvas(70, 30);
    for (const kind of ['png', 'jpeg', 'webp'] as const) {
      expect(readImageHeader(canvas.toBuffer(`image/${kind}` as 'image/png'))).toEqual({
        kind,
        width: 70,
        height: 30,
      });
    }
    const turned = withOrientation(canvas.toBuffer('image/jpeg'), 6);
    expect(readImageHeader(turned)).toEqual({ kind: 'jpeg', width: 70, height: 30 });
    expect(readImageHeader(Buffer.from('not a picture at all, only some words'))).toBeNull();
  });

  it('is refused in Vietnamese when it is too large, cut off or no picture', async () => {
    const bomb = createCanvas(8, 8).toBuffer('image/png');
    bomb.writeUInt32BE(200_000, 16);
    bomb.writeUInt32BE(200_000, 20);
    await expect(openImage(bomb)).rejects.toMatchObject({ name: 'Unreadable', code: 'image-size' });
    await expect(openImage(Buffer.alloc(64))).rejects.toMatchObject({
      name: 'Unreadable',
      code: 'image-kind',
    });
    const cut = createCanvas(300, 300).toBuffer('image/png').subarray(0, 40);
    await expect(openImage(cut)).rejects.toMatchObject({ name: 'Unreadable', code: 'damaged' });
  });

  it(
    'photographed lying down and upside down is read the right way up',
    async () => {
      for (const quarterTurns of [1, 2] as const) {
        const look = { quarterTurns, skew: -3, noise: 20, dpi: 150, format: 'jpeg' as const };
        const read = await extractImage(drawScan([text], look), { limits: standardLimits });
        expect(fold(read.text)).toBe(fold(text.join('\n')));
        const [first, second] = read.blocks.map(
          (block) => read.places!.find(({ span }) => span[0] === block.start)!.box,
        );
        if (quarterTurns === 1) expect(first![0]).toBeGreaterThan(second![0]);
        else expect(first![1]).toBeGreaterThan(second![1]);
      }
    },
    slow,
  );
});

describe('a page for the screen', () => {
  it('is drawn as wide as asked, turned as EXIF says', async () => {
    const photo = withOrientation(createCanvas(400, 200).toBuffer('image/jpeg'), 6);
    const drawn = await loadImage(Buffer.from(await renderPage(photo, 1, { width: 100 })));
    expect([drawn.width, drawn.height]).toEqual([100, 200]);
    const page = await loadImage(
      Buffer.from(await renderPage(drawScan([text, text], { dpi: 50 }), 2, { width: 300 })),
    );
    expect([page.width, page.height]).toEqual([300, 425]);
  });

  it('that is not in the file is refused', async () => {
    await expect(renderPage(drawScan([text], { dpi: 50 }), 2, { width: 300 })).rejects.toMatchObject({
      code: 'no-such-page',
    });
  });
});

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { toJpeg } from '../../../bench/degrade.ts';
import { luminancePlane } from '../../../src/analysis/measure/plane.ts';
import { findTextLines } from '../../../src/analysis/measure/text-lines.ts';
import { drawPicture } from '../../../src/analysis/picture/draw-picture.ts';
import { createTextReader } from '../../../src/analysis/print/text-reader.ts';
import type { UprightImage } from '../../../src/analysis/types.ts';
import { findingWith, reportWith } from '../../support/reports.ts';
import { portraitJpeg, sceneOf } from '../../support/specimen-photos.ts';
import { randomBytes } from '../photo-files.ts';

async function open(jpeg: Uint8Array | undefined): Promise<UprightImage> {
  const { data, info } = await sharp(jpeg!).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, pixels: new Uint8Array(data) };
}

function colourAt({ widthPx, pixels }: UprightImage, x: number, y: number): number[] {
  return [...pixels.subarray((y * widthPx + x) * 3, (y * widthPx + x) * 3 + 3)];
}

/** How far two colours are apart in the channel that differs most. */
const apart = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((v, i) => Math.abs(v - b[i]!)));

const RED = [0xe5, 0x48, 0x4d];
const GREEN = [0x30, 0xa4, 0x6c];
const FACE_GREY = [0x8d, 0x97, 0xa5];

describe('drawPicture', () => {
  it('leaves less than a tenth of the shapes of print of a document', async () => {
    const { image, corners } = await sceneOf('td1-back');
    const before = findTextLines(luminancePlane(image)).glyphs;
    expect(before).toBeGreaterThan(150);
    const report = reportWith({ document: { kind: 'card', corners } });
    const drawn = await open(await drawPicture(await toJpeg(image), report));
    expect([drawn.widthPx, drawn.heightPx]).toEqual([1080, 810]);
    expect(findTextLines(luminancePlane(drawn)).glyphs).toBeLessThan(before / 10);
  });

  it('marks the area of a finding in the colour of its severity', async () => {
    const { image } = await sceneOf('td1-back');
    const area = [
      { x: 600, y: 600 },
      { x: 1000, y: 600 },
      { x: 1000, y: 900 },
      { x: 600, y: 900 },
    ];
    const report = reportWith({ verdict: 'retake', findings: [findingWith({ code: 'glare', areas: [area] })] });
    const drawn = await open(await drawPicture(await toJpeg(image), report));
    const scale = 1080 / 1600;
    const onSide = colourAt(drawn, Math.round(1000 * scale), Math.round(750 * scale));
    expect(apart(onSide, RED)).toBeLessThan(40);
    expect(apart(colourAt(drawn, Math.round(1300 * scale), Math.round(750 * scale)), RED)).toBeGreaterThan(60);
  });

  it('shows a green mark only when nothing was found', async () => {
    const bytes = await toJpeg((await sceneOf('td1-back')).image);
    // Below the tick, inside the disc that lies first in the row of marks.
    const mark = async (report: ReturnType<typeof reportWith>) =>
      colourAt(await open(await drawPicture(bytes, report)), 39, 57);
    expect(apart(await mark(reportWith({})), GREEN)).toBeLessThan(40);
    const findings = [findingWith({ code: 'blur' })];
    expect(apart(await mark(reportWith({ verdict: 'retake', findings })), RED)).toBeLessThan(40);
  });

  it('covers faces with one flat colour', async () => {
    const report = reportWith({
      as: 'selfie',
      widthPx: 512,
      heightPx: 512,
      faces: 1,
      faceBoxes: [{ x: 170, y: 60, width: 100, height: 120 }],
    });
    const drawn = await open(await drawPicture(await portraitJpeg(), report));
    const scale = 1080 / 512;
    for (const [x, y] of [
      [190, 90],
      [220, 120],
      [250, 160],
    ] as const) {
      expect(apart(colourAt(drawn, Math.round(x * scale), Math.round(y * scale)), FACE_GREY)).toBeLessThan(12);
    }
  });

  it('names what it marks, below and in the picture, and OCR reads these words and nothing of the document', async () => {
    const { image, corners } = await sceneOf('td1-back');
    const bytes = await toJpeg(image);
    const glare = findingWith({
      code: 'glare',
      areas: [
        [
          { x: 500, y: 500 },
          { x: 800, y: 500 },
          { x: 800, y: 800 },
          { x: 500, y: 800 },
        ],
      ],
    });
    const findings = [glare, findingWith({ code: 'expired' })];
    const report = reportWith({ verdict: 'retake', findings, document: { kind: 'card', corners } });
    const names = { findings: ['Reflection', 'Expired'], ready: '', document: 'Document', face: 'Face', mrz: 'Lines' };
    const jpeg = await drawPicture(bytes, report, { language: 'en', ...names });
    const { width, height } = await sharp(jpeg!).metadata();
    expect([width, height]).toEqual([1080, 810 + 2 * 74 + 30]);
    const words = (await createTextReader().read(luminancePlane(await open(jpeg)))).map(({ text }) => text);
    expect(words.join('')).toContain('Reflection');
    expect(words.join('')).toContain('Expired');
    // Of letters nothing but our own words; the print of the document gives at most crumbs.
    const long = words.filter((word) => /[A-Za-z]{4}|\d{3}/.test(word));
    expect(long.filter((word) => !'Reflection Expired Document'.includes(word))).toEqual([]);
  });

  it('lays the names out from the right in a language that runs so', async () => {
    const bytes = await toJpeg((await sceneOf('td1-back')).image);
    const findings = [findingWith({ code: 'blur' })];
    const report = reportWith({ verdict: 'retake', findings });
    const names = { findings: ['صورة غير واضحة'], ready: '', document: '', face: '', mrz: '' };
    const drawn = await open(await drawPicture(bytes, report, { language: 'ar', ...names }));
    const badgeRow = 810 + 52;
    expect(apart(colourAt(drawn, 1080 - 30 - 26, badgeRow + 20), RED)).toBeLessThan(40);
    expect(apart(colourAt(drawn, 30 + 26, badgeRow + 20), RED)).toBeGreaterThan(60);
  });

  it('draws nothing of a file without pixels', async () => {
    expect(await drawPicture(randomBytes(3, 5000), reportWith({}))).toBeUndefined();
  });
});

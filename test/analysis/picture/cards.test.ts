import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawBars } from '../../../src/analysis/picture/draw-bars.ts';
import { drawCard } from '../../../src/analysis/picture/draw-card.ts';

/** Share of pixels near a colour in a part of the picture, 0..1. */
async function share(jpeg: Uint8Array, [r, g, b]: readonly [number, number, number], left: number, width: number) {
  const { height } = await sharp(jpeg).metadata();
  const { data } = await sharp(jpeg)
    .extract({ left, top: 0, width, height })
    .raw()
    .toBuffer({ resolveWithObject: true });
  let near = 0;
  for (let i = 0; i < data.length; i += 3) {
    if (Math.hypot(data[i]! - r, data[i + 1]! - g, data[i + 2]! - b) < 60) near += 1;
  }
  return near / (data.length / 3);
}
const GREEN = [46, 158, 107] as const;
const RED = [229, 72, 77] as const;
const BAR = [59, 179, 138] as const;

describe('drawCard', () => {
  const rows = [
    { name: 'Front', state: 'ready', words: 'ready' },
    { name: 'Back', state: 'retake', words: 'take it again: Reflection' },
  ] as const;

  it('has a sign in its colour for each row, on the side where reading begins', async () => {
    const [english, arabic] = await Promise.all(
      ['en', 'ar'].map((language) => drawCard({ language, title: 'All', rows })),
    );
    for (const colour of [GREEN, RED]) {
      expect(await share(english!, colour, 60, 120)).toBeGreaterThan(0.05);
      expect(await share(english!, colour, 900, 120)).toBeLessThan(0.005);
      expect(await share(arabic!, colour, 900, 120)).toBeGreaterThan(0.05);
    }
  });

  it('grows with its rows and bears long and strange words', async () => {
    const long = { name: 'x'.repeat(500), state: 'warn', words: '<b>&\u0000'.repeat(100) } as const;
    const small = await sharp(await drawCard({ language: 'en', title: '', rows })).metadata();
    const large = await sharp(await drawCard({ language: 'en', title: 'T', rows: [...rows, long] })).metadata();
    expect([small.width, large.width]).toEqual([1080, 1080]);
    expect(large.height).toBeGreaterThan(small.height);
  });
});

describe('drawBars', () => {
  it('draws bars by the size of the counts, from the side where reading begins', async () => {
    const rows = [
      { name: 'a', count: 40 },
      { name: 'b', count: 20 },
      { name: 'c', count: 0 },
    ];
    const english = await drawBars({ language: 'en', title: 'Week', rows });
    expect(await share(english, BAR, 100, 200)).toBeGreaterThan(1.6 * (await share(english, BAR, 650, 200)));
    const arabic = await drawBars({ language: 'ar', title: 'Week', rows });
    expect(await share(arabic, BAR, 780, 200)).toBeGreaterThan(1.6 * (await share(arabic, BAR, 230, 200)));
  });

  it('bears nothing and very much', async () => {
    expect((await drawBars({ language: 'en', title: 'x', rows: [] })).length).toBeGreaterThan(500);
    const rows = [{ name: '', count: Number.MAX_SAFE_INTEGER }];
    expect((await drawBars({ language: 'hi', title: '…', rows })).length).toBeGreaterThan(500);
  });
});

import { describe, expect, it } from 'vitest';
import { cropped } from '../../../src/analysis/checks/cropped.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { documentOf, documentPhoto } from './photo-facts.ts';

describe('cropped', () => {
  it('takes a document that lies within the picture', () => {
    expect(cropped.judge(documentPhoto(), policy)).toBeUndefined();
  });

  it('asks for a retake and names the side that is cut off', () => {
    const facts = documentPhoto({ document: documentOf({ cutSides: ['left'] }) });
    expect(cropped.judge(facts, policy)).toMatchObject({ severity: 'blocker', values: { side: 'left' } });
  });

  it('speaks of several sides as such', () => {
    const facts = documentPhoto({ document: documentOf({ cutSides: ['top', 'right'] }) });
    expect(cropped.judge(facts, policy)).toMatchObject({ values: { side: 'several' } });
  });

  it('shows the cut as a strip inside the border, as long as the document', () => {
    const corners = [
      { x: 300, y: 200 },
      { x: 1700, y: 100 },
      { x: 1700, y: 900 },
      { x: 300, y: 1000 },
    ] as const;
    const photo = documentPhoto({ document: documentOf({ cutSides: ['right'], corners }) });
    const { widthPx } = photo.picture!;
    const strip = cropped.judge(photo, policy)!.areas![0]!;
    expect(Math.max(...strip.map(({ x }) => x))).toBe(widthPx);
    expect(Math.min(...strip.map(({ x }) => x))).toBeGreaterThan(0.9 * widthPx);
    expect(strip.map(({ y }) => y).toSorted((a, b) => a - b)).toEqual([100, 100, 1000, 1000]);
  });

  it('says nothing without a document', () => {
    expect(cropped.judge(documentPhoto({ document: undefined }), policy)).toBeUndefined();
  });
});

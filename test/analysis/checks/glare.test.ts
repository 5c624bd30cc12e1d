import { describe, expect, it } from 'vitest';
import { glare } from '../../../src/analysis/checks/glare.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { documentOf, documentPhoto } from './photo-facts.ts';

const { warnGlareRatio, maxGlareRatio } = policy.document;
const spot = { x: 10, y: 20, width: 30, height: 40 };
const photoOf = (areaRatio: number) => documentPhoto({ document: documentOf({ glare: { areaRatio, spots: [spot] } }) });

describe('glare', () => {
  it('takes reflections just below the limit of the warning', () => {
    expect(glare.judge(photoOf(warnGlareRatio - 0.0001), policy)).toBeUndefined();
  });

  it('warns of small reflections, up to the one per cent that is refused beyond', () => {
    expect(glare.judge(photoOf(warnGlareRatio), policy)).toMatchObject({ severity: 'warning' });
    expect(glare.judge(photoOf(maxGlareRatio), policy)).toMatchObject({ severity: 'warning' });
  });

  it('asks for a retake beyond one per cent and outlines the spots', () => {
    expect(glare.judge(photoOf(maxGlareRatio + 0.004), policy)).toMatchObject({
      severity: 'blocker',
      values: { areaPercent: 1.4, maxAreaPercent: 1 },
      areas: [
        [
          { x: 10, y: 20 },
          { x: 40, y: 20 },
          { x: 40, y: 60 },
          { x: 10, y: 60 },
        ],
      ],
    });
  });

  it('says nothing without a document', () => {
    expect(glare.judge(documentPhoto({ document: undefined }), policy)).toBeUndefined();
  });
});

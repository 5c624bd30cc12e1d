import type { Finding, Report } from '../../src/analysis/index.ts';

/** A report as the analysis gives it, with the parts that a test is about. */
export function reportWith(parts: Partial<Report>): Report {
  return {
    as: 'document',
    verdict: 'ready',
    findings: [],
    document: null,
    faces: 0,
    faceBoxes: [],
    rotation: 0,
    widthPx: 1600,
    heightPx: 1200,
    identityFeatures: [],
    hasOutline: false,
    side: undefined,
    daysLeft: undefined,
    isHolderRead: false,
    measures: {},
    phone: undefined,
    byProvider: {},
    timingsMs: {},
    ...parts,
  };
}

/** A finding with the parts that a test is about. */
export function findingWith(parts: Partial<Finding> & Pick<Finding, 'code'>): Finding {
  return { severity: 'blocker', confidence: 0.9, values: {}, areas: [], ...parts };
}

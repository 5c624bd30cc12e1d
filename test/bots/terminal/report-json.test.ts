import { describe, expect, it } from 'vitest';
import { reportJson } from '../../../src/bots/terminal/report-json.ts';
import { findingWith, reportWith } from '../../support/reports.ts';

const KEYS = ['file', 'as', 'verdict', 'findings', 'document', 'faces', 'rotation', 'timings_ms'];

describe('reportJson', () => {
  it('has exactly the keys that scripts depend on, on one line', () => {
    const finding = findingWith({ code: 'glare', values: { areaPercent: 6 }, areas: [[{ x: 1, y: 2 }]] });
    const line = reportJson(
      'a\nb.jpg',
      reportWith({ verdict: 'retake', findings: [finding], timingsMs: { decode: 3 } }),
    );
    expect(line).not.toContain('\n');
    const parsed = JSON.parse(line);
    expect(Object.keys(parsed)).toEqual(KEYS);
    expect(Object.keys(parsed.findings[0])).toEqual(['code', 'severity', 'confidence', 'values', 'areas']);
    expect(parsed).toMatchObject({ file: 'a\nb.jpg', verdict: 'retake', document: null, timings_ms: { decode: 3 } });
  });

  it('keeps of a document its kind and corners', () => {
    const corners = [0, 1, 2, 3].map((n) => ({ x: n, y: n })) as never;
    const parsed = JSON.parse(reportJson('a', reportWith({ document: { kind: 'card', corners } })));
    expect(parsed.document).toEqual({ kind: 'card', corners });
  });

  it('adds what was read only where the analysis revealed it', () => {
    const revealed = { mrz: ['P<UTO'], barcode: null, expiry: '2030-01-31' };
    const parsed = JSON.parse(reportJson('a', reportWith({ revealed })));
    expect(Object.keys(parsed)).toEqual([...KEYS, 'mrz', 'barcode', 'expiry']);
    expect(parsed).toMatchObject(revealed);
  });
});

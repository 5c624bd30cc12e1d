import { describe, expect, it } from 'vitest';
import { multiplePages } from '../../../src/analysis/checks/multiple-pages.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { factsOfFile } from './file-facts.ts';

describe('multiple-pages', () => {
  it('takes a file of one page', () => {
    expect(multiplePages.judge(factsOfFile({ format: 'pdf', pages: 1 }), policy)).toBeUndefined();
  });

  it('warns from two pages on that only the first was judged', () => {
    expect(multiplePages.judge(factsOfFile({ format: 'pdf', pages: 2 }), policy)).toMatchObject({
      severity: 'warning',
      values: { pages: 2 },
    });
  });
});

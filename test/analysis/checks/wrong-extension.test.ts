import { describe, expect, it } from 'vitest';
import { wrongExtension } from '../../../src/analysis/checks/wrong-extension.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { FileFormat } from '../../../src/analysis/types.ts';
import { factsOfFile } from './file-facts.ts';

const judge = (format: FileFormat, declaredExtension: string | undefined) =>
  wrongExtension.judge(factsOfFile({ format, declaredExtension }), policy);

describe('wrong-extension', () => {
  it('warns when a JPEG is named .png', () => {
    expect(judge('jpeg', 'png')).toMatchObject({
      severity: 'warning',
      values: { format: 'jpeg', extension: 'png' },
    });
  });

  it.each([
    ['jpeg', 'jpg'],
    ['jpeg', 'jpeg'],
    ['jpeg', 'jpe'],
    ['tiff', 'tif'],
    ['tiff', 'tiff'],
    ['heic', 'heif'],
    ['heic', 'heic'],
  ] as const)('takes %s named .%s as harmless', (format, extension) => {
    expect(judge(format, extension)).toBeUndefined();
  });

  it('does not repeat an ending that may be part of what the person typed', () => {
    expect(judge('jpeg', 'maria-passport')?.values).toEqual({ format: 'jpeg', extension: 'other' });
  });

  it('says nothing about a file without a name or with a name that has no ending', () => {
    expect(judge('jpeg', undefined)).toBeUndefined();
    expect(judge('jpeg', '')).toBeUndefined();
  });

  it('says nothing about content that is no photo format at all', () => {
    expect(judge('unknown', 'jpg')).toBeUndefined();
    expect(judge('other', 'jpg')).toBeUndefined();
  });
});

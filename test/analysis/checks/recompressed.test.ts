import { describe, expect, it } from 'vitest';
import { recompressed } from '../../../src/analysis/checks/recompressed.ts';
import { policy } from '../../../src/analysis/policy.ts';
import type { FileFacts } from '../../../src/analysis/types.ts';
import { factsOfFile } from './file-facts.ts';
import { documentOf, documentPhoto, pictureOf } from './photo-facts.ts';

const { fineDpi, warnDpi } = policy.document;

function judge(dpi: number | undefined, file: Partial<FileFacts> = {}, longSidePx = 1280) {
  const { file: facts } = factsOfFile({ hasCameraExif: false, jpegQuality: 82, ...file });
  const picture = pictureOf({ widthPx: 960, heightPx: longSidePx });
  return recompressed.judge(documentPhoto({ file: facts, picture, document: documentOf({ dpi }) }), policy);
}

describe('recompressed', () => {
  it('is silent where enough detail is left', () => {
    expect(judge(fineDpi)).toBeUndefined();
    expect(judge(undefined)).toBeUndefined();
  });

  it('mentions a chat copy that is still readable and warns of one that hardly is', () => {
    expect(judge(fineDpi - 1)).toMatchObject({ severity: 'note', values: { longSidePx: 1280, dpi: fineDpi - 1 } });
    expect(judge(warnDpi - 1)).toMatchObject({ severity: 'warning' });
  });

  it('takes originals, fine qualities and sizes that no chat makes', () => {
    expect(judge(warnDpi, { hasCameraExif: true })).toBeUndefined();
    expect(judge(warnDpi, { jpegQuality: policy.picture.maxChatQuality + 1 })).toBeUndefined();
    expect(judge(warnDpi, { format: 'png', jpegQuality: undefined })).toBeUndefined();
    expect(judge(warnDpi, {}, 1300)).toBeUndefined();
  });
});

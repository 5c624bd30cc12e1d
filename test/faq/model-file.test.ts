import { describe, expect, it } from 'vitest';
import { decodeModel, encodeModel } from '../../src/faq/model-file.ts';
import { smallModel } from './small-model.ts';

describe('the model file', () => {
  it('gives back what was written', async () => {
    const { model } = await smallModel();
    expect(decodeModel(encodeModel(model))).toEqual(model);
  });

  it('is refused when it is cut off, or something else', async () => {
    const bytes = encodeModel((await smallModel()).model);
    expect(() => decodeModel(bytes.subarray(0, bytes.length - 1))).toThrow('cut off');
    expect(() => decodeModel(Buffer.from('not a model at all'))).toThrow();
  });
});

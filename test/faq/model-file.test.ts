import { describe, expect, it } from 'vitest';
import { decodeModel, encodeModel } from '../../src/faq/model-file.ts';
import { smallModel } from './small-model.ts';

describe('the model file', () => {
  it('gives back what was written', () => {
    const { model } = smallModel();
    expect(decodeModel(encodeModel(model))).toEqual(model);
  });
});

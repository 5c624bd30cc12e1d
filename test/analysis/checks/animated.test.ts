import { describe, expect, it } from 'vitest';
import { animated } from '../../../src/analysis/checks/animated.ts';
import { policy } from '../../../src/analysis/policy.ts';
import { factsOfFile } from './file-facts.ts';

describe('animated', () => {
  it('takes a picture of one frame', () => {
    expect(animated.judge(factsOfFile({ format: 'gif', frames: 1 }), policy)).toBeUndefined();
  });

  it('asks for a still photo from two frames on', () => {
    expect(animated.judge(factsOfFile({ format: 'gif', frames: 2 }), policy)).toMatchObject({
      severity: 'blocker',
      values: { frames: 2 },
    });
  });
});

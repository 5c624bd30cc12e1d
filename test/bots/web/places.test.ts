import { describe, expect, it } from 'vitest';
import { createPlaces } from '../../../src/bots/web/places.ts';

describe('createPlaces', () => {
  it('gives as many places as there are, and again after one is given back', () => {
    const places = createPlaces(2);
    const giveBack = places.take();
    expect(places.take()).toBeDefined();
    expect(places.take()).toBeUndefined();
    expect(places.taken()).toBe(2);
    giveBack?.();
    expect(places.taken()).toBe(1);
    expect(places.take()).toBeDefined();
    expect(places.take()).toBeUndefined();
  });

  it('counts a place that is given back twice once', () => {
    const places = createPlaces(1);
    const giveBack = places.take();
    giveBack?.();
    giveBack?.();
    places.take();
    expect(places.take()).toBeUndefined();
  });
});

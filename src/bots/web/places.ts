/** A fixed number of places; whoever gets none is told to come back, so that nothing piles up in memory. */
export interface Places {
  /** A function that gives the place back, or undefined when all are taken. Giving back twice counts once. */
  take(): (() => void) | undefined;
  /** How many are taken now. */
  taken(): number;
}

/** `max` places. */
export function createPlaces(max: number): Places {
  let taken = 0;
  return {
    taken: () => taken,
    take() {
      if (taken >= max) return undefined;
      taken += 1;
      let isHeld = true;
      return () => {
        if (isHeld) taken -= 1;
        isHeld = false;
      };
    },
  };
}

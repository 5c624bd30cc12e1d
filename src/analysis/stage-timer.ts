/** Wall milliseconds per stage; a stage that is lapped twice adds up. */
export interface StageTimer {
  readonly laps: Readonly<Record<string, number>>;
  /** Ends the stage that is running and names it. */
  readonly lap: (stage: string) => void;
}

/** Starts measuring the first stage. */
export function startStageTimer(): StageTimer {
  const laps: Record<string, number> = {};
  let since = performance.now();
  return {
    laps,
    lap(stage) {
      const now = performance.now();
      laps[stage] = Math.round(((laps[stage] ?? 0) + now - since) * 10) / 10;
      since = now;
    },
  };
}

/** Bounds that hold for every queue. */

/** Photos that may wait in all; at half a second each on one machine, the last would wait for a quarter of an hour. */
export const MAX_OPEN_JOBS = 2000;

/** How often a photo is begun. One that ends a process three times would end the next as well. */
export const MAX_TRIES = 3;

/** Keeps small values for a while. Keys are not kept as they are: nothing tells whose a value is. No method rejects. */
export interface Keep {
  /** What was kept last and has not run out; undefined when there is nothing, or it cannot be had. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown, milliseconds: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** True for the first in so long. */
  claim(key: string, milliseconds: number): Promise<boolean>;
}

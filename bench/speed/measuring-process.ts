import { measurePhoto } from './measure-photo.ts';

/** Waits for one photo from the process that started this one, and answers with what it cost. */
process.once('message', async ({ bytes, widthPx, today }: MeasuringTask) => {
  process.send!(await measurePhoto(bytes, widthPx, today), () => process.disconnect());
});

/** What this process is sent. */
export interface MeasuringTask {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly today: string;
}

import { z } from 'zod';

/** CPU and memory by stage. */
export function speedTable(results: unknown): string {
  const { photos } = z
    .object({
      photos: z.array(
        z.object({
          megapixels: z.number(),
          stageRatios: z.record(z.string(), z.number()),
          wholeRatio: z.number(),
          peakRssMegabytes: z.number(),
        }),
      ),
    })
    .parse(results);
  const stages = [...new Set(photos.flatMap(({ stageRatios }) => Object.keys(stageRatios)))];
  const line = (name: string, cells: readonly string[]) => `| ${name} | ${cells.join(' | ')} |`;
  const ratio = (value: number | undefined) => value?.toFixed(2) ?? '-';
  return [
    'CPU per stage; 1.00 is what libjpeg takes to decode the 12-megapixel photo at half scale in the same run:',
    '',
    line(
      '',
      photos.map(({ megapixels }) => `${megapixels} MP`),
    ),
    line(
      '---',
      photos.map(() => '---:'),
    ),
    ...stages.map((stage) =>
      line(
        stage,
        photos.map(({ stageRatios }) => ratio(stageRatios[stage])),
      ),
    ),
    line(
      '**whole analysis**',
      photos.map(({ wholeRatio }) => `**${ratio(wholeRatio)}**`),
    ),
    line(
      'peak memory, MB',
      photos.map(({ peakRssMegabytes }) => String(peakRssMegabytes)),
    ),
  ].join('\n');
}

import { z } from 'zod';

const fault = z.object({ found: z.number(), all: z.number(), falseAlarms: z.number(), sound: z.number() });

/** What was seen on drawn scenes with known truth. */
export function outlineTable(results: unknown): string {
  const { scenes, goodOutlines, emptyScenes, falseOutlines, rotation, blur, glare, fingers, shadows } = z
    .object({
      scenes: z.number(),
      goodOutlines: z.number(),
      emptyScenes: z.number(),
      falseOutlines: z.number(),
      rotation: z.object({ right: z.number(), all: z.number() }),
      blur: z.object({ defocusAuc: z.number(), shakeAuc: z.number() }),
      glare: fault,
      fingers: fault,
      shadows: fault,
    })
    .parse(results);
  return [
    '| on drawn scenes with known truth | |',
    '|---|---:|',
    `| outline found with more than 90 % overlap | ${goodOutlines}/${scenes} |`,
    `| outline seen where there is no document | ${falseOutlines}/${emptyScenes} |`,
    `| which way up, over four turns | ${rotation.right}/${rotation.all} |`,
    `| sharp told from out of focus (AUC) | ${blur.defocusAuc.toFixed(3)} |`,
    `| sharp told from shaken (AUC) | ${blur.shakeAuc.toFixed(3)} |`,
    ...faultRows('reflections', glare),
    ...faultRows('fingers over the document', fingers),
    ...faultRows('shadows', shadows),
  ].join('\n');
}

function faultRows(name: string, { found, all, falseAlarms, sound }: z.infer<typeof fault>): string[] {
  return [`| ${name} found | ${found}/${all} |`, `| ${name} seen where there are none | ${falseAlarms}/${sound} |`];
}

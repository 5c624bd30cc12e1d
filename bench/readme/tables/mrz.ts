import { z } from 'zod';

/** Lines of machine readable zones that were read. */
export function mrzTable(results: unknown): string {
  const { zones, found, lines, rightLines, surelyWrong, altered, faults } = z
    .object({
      zones: z.number(),
      found: z.number(),
      lines: z.number(),
      rightLines: z.number(),
      surelyWrong: z.number(),
      altered: z.object({ zones: z.number(), told: z.number(), falseAlarms: z.number() }),
      faults: z.array(z.object({ fault: z.string(), lines: z.number(), rightLines: z.number() })),
    })
    .parse(results);
  const share = (right: number, all: number) => `${((100 * right) / all).toFixed(1)} %`;
  return [
    `Of ${zones} drawn zones ${found} were found, and of their ${lines} lines ${share(rightLines, lines)} read without one wrong letter; ` +
      `${surelyWrong} wrong readings were called sure. Of ${altered.zones} zones with an altered digit ${altered.told} were told, of the ` +
      `${zones} genuine ones ${altered.falseAlarms} were called altered.`,
    '',
    '| fault of the photo | lines right |',
    '|---|---:|',
    ...faults.map((tally) => `| ${tally.fault} | ${share(tally.rightLines, tally.lines)} |`),
  ].join('\n');
}

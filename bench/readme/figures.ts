import { z } from 'zod';

const share = z.number().nullable();
const group = z.object({ rows: z.number(), top1: share, mustNotF1: share, endToEnd: share, dangerousAnswered: share });

const issue = z.object({
  issue: z.string(),
  hits: z.number(),
  expected: z.number(),
  falseAlarms: z.number(),
  lacking: z.number(),
});
const fault = z.object({ found: z.number(), all: z.number(), falseAlarms: z.number(), sound: z.number() });
const ofSome = z.object({ right: z.number(), photos: z.number() });

/** How the results of each bench become lines of Markdown. The name is that of the results file and of the mark in the README. */
const TABLES: Readonly<Record<string, (results: unknown) => string>> = {
  photos(results) {
    const { photos, issues, clean, faces, kind, zones, expiries, valid } = z
      .object({
        photos: z.number(),
        issues: z.array(issue),
        clean: z.object({ ready: z.number(), photos: z.number() }),
        faces: ofSome,
        kind: ofSome,
        zones: ofSome,
        expiries: ofSome,
        valid: ofSome,
      })
      .parse(results);
    const rows = issues.map(
      ({ issue: name, hits, expected, falseAlarms, lacking }) =>
        `| ${name.replaceAll('_', ' ')} | ${hits}/${expected} | ${falseAlarms}/${lacking} |`,
    );
    return [
      `On ${photos} real photos and scans, labelled by eye; what is not built yet counts as missed:`,
      '',
      '| what should be said | found | said without reason |',
      '|---|---:|---:|',
      ...rows,
      '',
      `Photos without any fault that are called ready: ${clean.ready} of ${clean.photos}. The right number of faces on selfies: ` +
        `${faces.right} of ${faces.photos}. Document or selfie recognised by itself: ${kind.right} of ${kind.photos}.`,
      '',
      `Machine readable zones read without one wrong letter: ${zones.right} of ${zones.photos}. Dates of expiry: ${expiries.right} of ` +
        `${expiries.photos}. Valid documents called expired: ${valid.photos - valid.right} of ${valid.photos}.`,
    ].join('\n');
  },
  faq(results) {
    const { total, englishAndSpanish } = z.object({ total: group, englishAndSpanish: group }).parse(results);
    const row = (name: string, g: z.infer<typeof group>) =>
      `| ${name} | ${g.rows} | ${percent(g.top1)} | ${percent(g.mustNotF1)} | ${percent(g.endToEnd)} | ${percent(g.dangerousAnswered)} |`;
    return [
      '| questions | number | right answer | rightly not answered (F1) | right end to end | deceit or injection answered |',
      '|---|---:|---:|---:|---:|---:|',
      row('in English and Spanish', englishAndSpanish),
      row('in all sixteen languages of the set', total),
    ].join('\n');
  },
  outline(results) {
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
  },
  mrz(results) {
    const { zones, found, lines, rightLines, surelyWrong, faults } = z
      .object({
        zones: z.number(),
        found: z.number(),
        lines: z.number(),
        rightLines: z.number(),
        surelyWrong: z.number(),
        faults: z.array(z.object({ fault: z.string(), lines: z.number(), rightLines: z.number() })),
      })
      .parse(results);
    const share = (right: number, all: number) => `${((100 * right) / all).toFixed(1)} %`;
    return [
      `Of ${zones} drawn zones ${found} were found, and of their ${lines} lines ${share(rightLines, lines)} read without one wrong letter; ` +
        `${surelyWrong} wrong readings were called sure.`,
      '',
      '| fault of the photo | lines right |',
      '|---|---:|',
      ...faults.map((tally) => `| ${tally.fault} | ${share(tally.rightLines, tally.lines)} |`),
    ].join('\n');
  },
  speed(results) {
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
  },
};

/**
 * The README with the figures of the last runs between its marks. `readResults` gives the JSON text of a bench by its name.
 * Throws when a mark names no bench, or results have another shape.
 */
export async function fillFigures(readme: string, readResults: (name: string) => Promise<string>): Promise<string> {
  const marks = /<!-- bench:(\w+) -->\n[\s\S]*?<!-- \/bench -->/g;
  let filled = readme;
  for (const [block, name] of readme.matchAll(marks)) {
    const table = TABLES[name!];
    if (!table) throw new Error(`README.md asks for the figures of "${name}", which no bench prints`);
    filled = filled.replace(
      block,
      `<!-- bench:${name} -->\n${table(JSON.parse(await readResults(name!)))}\n<!-- /bench -->`,
    );
  }
  return filled;
}

function faultRows(name: string, { found, all, falseAlarms, sound }: z.infer<typeof fault>): string[] {
  return [`| ${name} found | ${found}/${all} |`, `| ${name} seen where there are none | ${falseAlarms}/${sound} |`];
}

function percent(value: number | null): string {
  return value === null ? '-' : `${value.toFixed(0)} %`;
}

import { z } from 'zod';

const issue = z.object({
  issue: z.string(),
  hits: z.number(),
  expected: z.number(),
  falseAlarms: z.number(),
  lacking: z.number(),
});
const ofSome = z.object({ right: z.number(), photos: z.number() });

/** Recall and false alarms on labelled photos. */
export function photosTable(results: unknown): string {
  const { photos, issues, clean, faces, kind, leakGuard, zones, expiries, valid } = z
    .object({
      photos: z.number(),
      issues: z.array(issue),
      clean: z.object({ ready: z.number(), photos: z.number() }),
      faces: ofSome,
      kind: ofSome,
      leakGuard: z.object({ removed: z.number(), identity: z.number(), removedOthers: z.number(), others: z.number() }),
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
    '',
    `The leak guard removes ${leakGuard.removed} of ${leakGuard.identity} passports, cards and licences, and ${leakGuard.removedOthers} of ` +
      `${leakGuard.others} other pictures.`,
  ].join('\n');
}

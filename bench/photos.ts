/**
 * Judges every photo of DIR/manifest.jsonl and prints, per issue that the manifest expects, how many were found and how often the
 * codes were said of photos that lack it; photos taken with a camera are counted apart. Writes bench/results/photos.json (counts only).
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { showsIdentityDocument } from '../src/analysis/index.ts';
import { readManifest } from './manifest.ts';
import { EXPECTED_ISSUES } from './photos/expected-issues.ts';
import { type Judged, judgeAll, kindOf } from './photos/judge-all.ts';
import { countReading, type Share } from './photos/reading.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    today: { type: 'string', default: '2026-11-23' },
    out: { type: 'string', default: 'bench/results/photos.json' },
    misses: { type: 'boolean', default: false },
  },
});
const dir = positionals[0];
if (!dir) {
  console.error(
    'Usage: npm run bench:photos -- DIR [--today YYYY-MM-DD] [--out FILE] [--misses]   (DIR holds manifest.jsonl and the photos)',
  );
  process.exit(2);
}

interface Count {
  issue: string;
  hits: number;
  expected: number;
  falseAlarms: number;
  lacking: number;
}

function countIssue(issue: string, judged: readonly Judged[]): Count {
  const { codes, label } = EXPECTED_ISSUES[issue]!;
  const count = { issue, hits: 0, expected: 0, falseAlarms: 0, lacking: 0 };
  for (const { photo, report } of judged) {
    const isSaid = report.findings.some(({ code }) => codes.includes(code));
    if (photo.expected_issues.includes(issue)) {
      count.expected++;
      if (isSaid) count.hits++;
      else if (values.misses) console.log(`miss         ${issue.padEnd(18)} ${photo.file}`);
      continue;
    }
    // A code that another expected issue explains is no false alarm of this one; nor is what the label affirms or calls borderline.
    const isExplained = photo.expected_issues.some((other) =>
      EXPECTED_ISSUES[other]?.codes.some((code) => codes.includes(code)),
    );
    if (isExplained || (label !== undefined && Boolean(photo.labels[label]))) continue;
    count.lacking++;
    if (isSaid) count.falseAlarms++;
    if (isSaid && values.misses) console.log(`false alarm  ${issue.padEnd(18)} ${photo.file}`);
  }
  return count;
}

function printTable(title: string, counts: readonly Count[]) {
  console.log(
    `\n${title}\n${'issue'.padEnd(20)}${'hits'.padStart(9)}${'recall'.padStart(8)}${'false alarms'.padStart(15)}`,
  );
  for (const { issue, hits, expected, falseAlarms, lacking } of counts) {
    const recall = expected > 0 ? `${Math.round((100 * hits) / expected)} %` : '-';
    console.log(
      `${issue.padEnd(20)}${`${hits}/${expected}`.padStart(9)}${recall.padStart(8)}${`${falseAlarms}/${lacking}`.padStart(15)}`,
    );
  }
}

const unknown = new Set<string>();
const photos = await readManifest(dir);
for (const { expected_issues } of photos)
  for (const issue of expected_issues) if (!EXPECTED_ISSUES[issue]) unknown.add(issue);
if (unknown.size > 0) console.error(`Not scored, no code stands for: ${[...unknown].join(', ')}`);

const started = performance.now();
const judged = await judgeAll(photos, dir, values.today);
const seconds = (performance.now() - started) / 1000;
const issues = Object.keys(EXPECTED_ISSUES).filter((issue) =>
  photos.some(({ expected_issues }) => expected_issues.includes(issue)),
);
const all = issues.map((issue) => countIssue(issue, judged));
const camera = judged.filter(({ photo }) => photo.capture === 'camera');
const ofCamera = issues.map((issue) => countIssue(issue, camera)).filter(({ expected }) => expected > 0);
printTable(`All ${judged.length} photos`, all);
printTable(`The ${camera.length} taken with a camera`, ofCamera);

const scored = all.filter(({ expected }) => expected >= 3);
const macroRecall = scored.reduce((sum, { hits, expected }) => sum + hits / expected, 0) / Math.max(1, scored.length);
const withFaces = judged.filter(({ photo }) => typeof photo.labels.faces === 'number' && kindOf(photo) === 'selfie');
const rightFaces = withFaces.filter(({ photo, report }) => report.faces === photo.labels.faces).length;
const rightKind = judged.filter(({ photo, automatic }) => automatic.as === kindOf(photo)).length;
const clean = judged.filter(({ photo }) => photo.expected_issues.length === 0);
const IDENTITY_KINDS = ['passport', 'id_card', 'driver_licence'];
const isIdentity = ({ photo }: Judged) => IDENTITY_KINDS.includes(photo.kind);
const removed = judged.filter(({ automatic }) => showsIdentityDocument(automatic));
const leakGuard = {
  removed: removed.filter(isIdentity).length,
  identity: judged.filter(isIdentity).length,
  removedOthers: removed.filter((row) => !isIdentity(row)).length,
  others: judged.filter((row) => !isIdentity(row)).length,
};
const leftInPeace = clean.filter(({ report }) => report.verdict === 'ready').length;
const reading = countReading(judged, values.today);
const printShare = (name: string, { right, photos: all, missed }: Share) => {
  console.log(`${name}: ${right}/${all}`);
  if (values.misses) for (const file of missed) console.log(`  not ${file}`);
};
console.log();
printShare('machine readable zones right to the letter', reading.zones);
printShare('date of expiry right', reading.expiries);
printShare('valid documents not called expired', reading.valid);
console.log(`
recall, mean over the ${scored.length} issues with at least 3 photos: ${(100 * macroRecall).toFixed(1)} %
photos that should pass and do: ${leftInPeace}/${clean.length}
right number of faces on selfies: ${rightFaces}/${withFaces.length}
kind recognised by itself: ${rightKind}/${judged.length}
leak guard removes identity documents: ${leakGuard.removed}/${leakGuard.identity}, other pictures: ${leakGuard.removedOthers}/${leakGuard.others}
${seconds.toFixed(1)} s for ${judged.length} photos, judged twice each`);

const countsOf = ({ right, photos: all }: Share) => ({ right, photos: all });
await mkdir('bench/results', { recursive: true });
await writeFile(
  values.out,
  `${JSON.stringify(
    {
      photos: judged.length,
      cameraPhotos: camera.length,
      macroRecall: Math.round(1000 * macroRecall) / 1000,
      clean: { ready: leftInPeace, photos: clean.length },
      faces: { right: rightFaces, photos: withFaces.length },
      kind: { right: rightKind, photos: judged.length },
      leakGuard,
      zones: countsOf(reading.zones),
      expiries: countsOf(reading.expiries),
      valid: countsOf(reading.valid),
      issues: all,
      cameraIssues: ofCamera,
    },
    null,
    2,
  )}\n`,
);

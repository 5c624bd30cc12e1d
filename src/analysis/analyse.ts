import { decodePhoto } from './decode.ts';
import { gatherFacts } from './gather-facts.ts';
import { judge, judgeForProviders, verdictOf } from './judge.ts';
import { measuresOf } from './measures-of.ts';
import type { Policy } from './policy.ts';
import { addPrintSense, wantsPrintSense } from './print/add-print-sense.ts';
import { addPrintedExpiry, wantsPrint } from './print/add-printed-expiry.ts';
import type { TextReader } from './print/text-reader.ts';
import { policyOf } from './profiles.ts';
import { startStageTimer } from './stage-timer.ts';
import type { AnalysisTools } from './tools.ts';
import type {
  DecodedPhoto,
  DocumentFacts,
  DocumentSide,
  Facts,
  PhotoSubmission,
  Report,
  RevealedText,
  TextFacts,
} from './types.ts';

/** Judges one photo. A broken or hostile file is a finding; rejects only for a fault of our own. */
export async function analysePhoto(submission: PhotoSubmission, tools: AnalysisTools): Promise<Report> {
  const policy = policyOf(submission.provider);
  const timer = startStageTimer();
  const decoded = await decodePhoto(submission.bytes, submission.declaredExtension);
  timer.lap('decode');
  const measured = await gatherFacts(decoded, submission, tools, timer.lap);
  // A photo that must be retaken anyway is not read.
  const isWorthReading = submission.allStages || verdictOf(judge(measured, policy)) !== 'retake';
  const facts = isWorthReading ? await readPrint(measured, decoded, submission.today, tools.print) : measured;
  timer.lap('print');
  const findings = judge(facts, policy);
  timer.lap('checks');
  const { document, faces, picture, text } = facts;
  return {
    as: facts.kind,
    verdict: verdictOf(findings),
    findings,
    document: document ? { kind: document.kind, corners: document.corners } : null,
    faces: faces?.length ?? 0,
    rotation: picture?.rotation ?? 0,
    widthPx: decoded.widthPx,
    heightPx: decoded.heightPx,
    faceBoxes: faces?.map(({ box }) => box) ?? [],
    codeLines: text?.zone?.area,
    identityFeatures: document?.identityFeatures ?? [],
    hasOutline: document?.hasOutline ?? false,
    side: document && sideOf(document),
    daysLeft: sureDaysLeft(text, policy),
    isHolderRead: text?.isHolderRead ?? false,
    measures: measuresOf(facts),
    phone: facts.file.phone,
    byProvider: judgeForProviders(facts),
    timingsMs: timer.laps,
    ...(submission.reveal ? { revealed: revealed(text) } : {}),
  };
}

/** The side with a portrait is the front; codes without one stand on the back of cards. Passports show their one page. */
function sideOf({ kind, identityFeatures }: DocumentFacts): DocumentSide | undefined {
  if (kind === 'passport' || identityFeatures.includes('portrait')) return 'front';
  return kind === 'card' && identityFeatures.length > 0 ? 'back' : undefined;
}

function sureDaysLeft(text: TextFacts | undefined, { text: { sureExpiry } }: Policy): number | undefined {
  return text?.expiry && text.expiry.confidence >= sureExpiry ? text.expiry.daysLeft : undefined;
}

/** What only the reading of print can tell. */
function readPrint(facts: Facts, decoded: DecodedPhoto, today: string, reader: TextReader): Promise<Facts> | Facts {
  if (wantsPrint(facts)) return addPrintedExpiry(facts, decoded, today, reader);
  return wantsPrintSense(facts) ? addPrintSense(facts, decoded, reader) : facts;
}

/** The one way in which text leaves the analysis. */
function revealed(text: TextFacts | undefined): RevealedText {
  return { mrz: text?.zone?.lines ?? [], barcode: text?.barcode ?? null, expiry: text?.expiry?.date ?? null };
}

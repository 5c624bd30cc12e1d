import { animated } from './animated.ts';
import { blur } from './blur.ts';
import type { Check } from './check.ts';
import { convertedFormat } from './converted-format.ts';
import { cropped } from './cropped.ts';
import { datesDisagree } from './dates-disagree.ts';
import { detailsMismatch } from './details-mismatch.ts';
import { edited } from './edited.ts';
import { expired } from './expired.ts';
import { expiresSoon } from './expires-soon.ts';
import { eyesClosed } from './eyes-closed.ts';
import { faceCovered } from './face-covered.ts';
import { faceCropped } from './face-cropped.ts';
import { faceTooSmall } from './face-too-small.ts';
import { fileTooLarge } from './file-too-large.ts';
import { fileTooSmall } from './file-too-small.ts';
import { glare } from './glare.ts';
import { headTilted } from './head-tilted.ts';
import { lowContrast } from './low-contrast.ts';
import { lowResolution } from './low-resolution.ts';
import { mirrored } from './mirrored.ts';
import { mrzCheckDigits } from './mrz-check-digits.ts';
import { mrzUnreadable } from './mrz-unreadable.ts';
import { multipleFaces } from './multiple-faces.ts';
import { multiplePages } from './multiple-pages.ts';
import { noDocument } from './no-document.ts';
import { noDocumentInSelfie } from './no-document-in-selfie.ts';
import { noFace } from './no-face.ts';
import { notAnId } from './not-an-id.ts';
import { notFrontal } from './not-frontal.ts';
import { occluded } from './occluded.ts';
import { overexposed } from './overexposed.ts';
import { photocopy } from './photocopy.ts';
import { recompressed } from './recompressed.ts';
import { rotated } from './rotated.ts';
import { screenRecapture } from './screen-recapture.ts';
import { screenshot } from './screenshot.ts';
import { smallInFrame } from './small-in-frame.ts';
import { specimen } from './specimen.ts';
import { sunglasses } from './sunglasses.ts';
import { tilted } from './tilted.ts';
import { tooDark } from './too-dark.ts';
import { tooManyPixels } from './too-many-pixels.ts';
import { unevenLight } from './uneven-light.ts';
import { unreadableFile } from './unreadable-file.ts';
import { unsupportedFormat } from './unsupported-format.ts';
import { wrongExtension } from './wrong-extension.ts';
import { wrongPage } from './wrong-page.ts';

/**
 * Every check by its code, which is the name of its file, in the order in which people should mend the faults: first what makes
 * the picture useless, then framing before light before sharpness (Onfido: cut-off > glare > blur), the file itself last.
 * Nothing else lists the checks.
 */
export const checks: Readonly<Record<string, Check>> = {
  'unreadable-file': unreadableFile,
  'unsupported-format': unsupportedFormat,
  'too-many-pixels': tooManyPixels,
  'file-too-large': fileTooLarge,
  animated,
  'no-document': noDocument,
  'no-face': noFace,
  'no-document-in-selfie': noDocumentInSelfie,
  'not-an-id': notAnId,
  'wrong-page': wrongPage,
  expired,
  'multiple-faces': multipleFaces,
  rotated,
  mirrored,
  cropped,
  'face-cropped': faceCropped,
  'face-covered': faceCovered,
  sunglasses,
  'eyes-closed': eyesClosed,
  'not-frontal': notFrontal,
  occluded,
  glare,
  blur,
  'low-resolution': lowResolution,
  recompressed,
  'small-in-frame': smallInFrame,
  'face-too-small': faceTooSmall,
  tilted,
  'head-tilted': headTilted,
  'too-dark': tooDark,
  overexposed,
  'uneven-light': unevenLight,
  'low-contrast': lowContrast,
  'mrz-unreadable': mrzUnreadable,
  'mrz-check-digits': mrzCheckDigits,
  'details-mismatch': detailsMismatch,
  'dates-disagree': datesDisagree,
  'expires-soon': expiresSoon,
  photocopy,
  screenshot,
  'screen-recapture': screenRecapture,
  specimen,
  edited,
  'multiple-pages': multiplePages,
  'converted-format': convertedFormat,
  'wrong-extension': wrongExtension,
  'file-too-small': fileTooSmall,
};

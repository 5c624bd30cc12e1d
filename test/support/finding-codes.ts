/** Every finding code that the contract knows, in its families. Scripts outside the project measure by these names. */
export const FINDING_CODES = (
  'unreadable-file unsupported-format converted-format wrong-extension file-too-large file-too-small too-many-pixels animated multiple-pages ' +
  'low-resolution blur glare too-dark overexposed low-contrast uneven-light recompressed edited screenshot ' +
  'no-document not-an-id wrong-page cropped rotated tilted small-in-frame occluded screen-recapture photocopy specimen damaged ' +
  'mrz-unreadable mrz-check-digits expired expires-soon dates-disagree details-mismatch ' +
  'no-face multiple-faces face-too-small face-cropped not-frontal head-tilted eyes-closed sunglasses face-covered headwear no-document-in-selfie mirrored ' +
  'missing-back same-side-twice different-documents'
).split(' ');

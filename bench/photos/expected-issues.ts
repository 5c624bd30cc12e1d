/** How the issues that a manifest expects are told by finding codes: any of the codes counts as a hit. */
export interface ExpectedIssue {
  readonly codes: readonly string[];
  /** The label of the same fault: a photo that it affirms or calls borderline (a text) does not lack the issue. */
  readonly label?: string;
}

/** The vocabulary of `expected_issues` in a manifest of labelled photos. */
export const EXPECTED_ISSUES: Readonly<Record<string, ExpectedIssue>> = {
  low_res: { codes: ['low-resolution'], label: 'low_res' },
  blurry: { codes: ['blur'], label: 'blurry' },
  glare: { codes: ['glare'], label: 'glare' },
  dark: { codes: ['too-dark'], label: 'dark' },
  overexposed: { codes: ['overexposed'], label: 'overexposed' },
  uneven_light: { codes: ['uneven-light'] },
  rotated: { codes: ['rotated'] },
  tilted: { codes: ['tilted'], label: 'tilted' },
  cropped: { codes: ['cropped', 'face-cropped'], label: 'cropped' },
  too_little_visible: { codes: ['cropped', 'no-document', 'small-in-frame'] },
  small_in_frame: { codes: ['small-in-frame'] },
  not_a_document: { codes: ['no-document'] },
  not_an_id: { codes: ['not-an-id', 'no-document'] },
  heic_format: { codes: ['converted-format'] },
  wrong_format: { codes: ['unsupported-format', 'converted-format'] },
  no_colour: { codes: ['photocopy', 'unsupported-format'], label: 'grayscale' },
  screenshot: { codes: ['screenshot'] },
  screen_recapture: { codes: ['screen-recapture'], label: 'screen_recapture' },
  printout: { codes: ['screen-recapture', 'photocopy'] },
  not_credible: { codes: ['specimen', 'edited', 'screenshot', 'mrz-check-digits'] },
  expired: { codes: ['expired'] },
  no_face: { codes: ['no-face', 'no-document'] },
  multiple_faces: { codes: ['multiple-faces'] },
  face_too_small: { codes: ['face-too-small'] },
  not_frontal: { codes: ['not-frontal'] },
  head_tilted: { codes: ['head-tilted'] },
  eyes_closed: { codes: ['eyes-closed'], label: 'eyes_closed' },
  sunglasses: { codes: ['sunglasses'] },
  mask: { codes: ['face-covered'] },
  headwear: { codes: ['headwear'] },
};

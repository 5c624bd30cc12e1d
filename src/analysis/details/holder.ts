/** The holder as a document names them; it never leaves the analysis. */
export interface Holder {
  /** Words of A to Z. */
  readonly surname: readonly string[];
  /** Empty for people with a single name. */
  readonly given: readonly string[];
  /** The names fill their field to its end: letters or words may have been cut off (ICAO 9303-3, 4.6). */
  readonly isTruncated: boolean;
  /** Month, day and the last two digits of the year of birth, as `YYMMDD`; `<` stands for what is not known. */
  readonly birth: string;
}

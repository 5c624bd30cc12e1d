/** What the doctor found out about one part. Types only. */
export interface Diagnosis {
  /** The part by the name of what sets it, such as `TELEGRAM_TOKEN`. */
  readonly subject: string;
  /** `bad`: it will not work; `caution`: it works, and something should be mended. */
  readonly state: 'good' | 'caution' | 'bad';
  /** Key of the text that says what it is and what to do. */
  readonly text: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

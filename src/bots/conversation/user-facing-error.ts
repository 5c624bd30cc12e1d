/** Something in the world went wrong and the person can be told what to do. `code` is a key of `chat:errors`. */
export class UserFacingError extends Error {
  readonly code: string;
  /** Values of the text's placeholders; never anything that the person sent. */
  readonly values: Readonly<Record<string, number>>;
  constructor(code: string, values: Readonly<Record<string, number>> = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'UserFacingError';
    this.code = code;
    this.values = values;
  }
}

/** A request that is not answered. `code` is a key of `chat:errors`. */
export class RequestError extends Error {
  readonly statusCode: number;
  readonly code: string;
  readonly values: Readonly<Record<string, number>>;
  constructor(statusCode: number, code: string, values: Readonly<Record<string, number>> = {}) {
    super(code);
    this.name = 'RequestError';
    this.statusCode = statusCode;
    this.code = code;
    this.values = values;
  }
}

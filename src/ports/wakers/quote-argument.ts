/**
 * An argument as a Windows program finds it again in its command line: in quotation marks where it has blanks or such
 * marks, and backslashes doubled before one. The task starts the program itself; no shell reads this.
 */
export function quoteArgument(argument: string): string {
  if (argument !== '' && !/[\s"]/.test(argument)) return argument;
  return `"${argument.replaceAll(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;
}

/** What can be written as JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What is no longer stands on one line. */
const LINE = 160;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function laid(value: Json, indent: string): string {
  const whole = JSON.stringify(value);
  if (whole.length <= LINE || typeof value !== 'object' || value === null) return whole;
  const inner = `${indent} `;
  const [open, close, parts] = isList(value)
    ? ['[', ']', value.map((one) => laid(one, inner))]
    : ['{', '}', Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${laid(one, inner)}`)];
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
}

/** Read by people too, so what is long is broken into lines. Keys keep their order and no clock is read: the same data is the same text. */
export const jsonText = (value: Json): string => `${laid(value, '')}\n`;

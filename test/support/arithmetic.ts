/**
 * The value of a working as it is printed: thousands grouped, “−” for minus, “×” and “÷”, “^” for powers, parentheses.
 * Written for the tests alone, so that what the site prints is recomputed as a reader would.
 */
export function evaluate(printed: string): number {
  const tokens = printed.replaceAll(',', '').match(/\d+(?:\.\d+)?|[()+−×÷^]/g) ?? [];
  if (tokens.join('') !== printed.replaceAll(',', '').replaceAll(' ', '')) throw new Error(`“${printed}” is more than arithmetic`);
  let at = 0;
  const take = (token: string): boolean => {
    if (tokens[at] !== token) return false;
    at += 1;
    return true;
  };
  const primary = (): number => {
    if (take('(')) {
      const value = sum();
      if (!take(')')) throw new Error(`“${printed}” does not close`);
      return value;
    }
    const token = tokens[at];
    at += 1;
    if (token === undefined || !/^\d/.test(token)) throw new Error(`“${printed}” lacks a number`);
    return Number(token);
  };
  const power = (): number => {
    const base = primary();
    return take('^') ? base ** power() : base;
  };
  const signed = (): number => (take('−') ? -signed() : power());
  const product = (): number => {
    let value = signed();
    for (;;) {
      if (take('×')) value *= signed();
      else if (take('÷')) value /= signed();
      else return value;
    }
  };
  function sum(): number {
    let value = product();
    for (;;) {
      if (take('+')) value += product();
      else if (take('−')) value -= product();
      else return value;
    }
  }
  const value = sum();
  if (at !== tokens.length) throw new Error(`“${printed}” goes on after its end`);
  return value;
}

/** The first number printed in a text, and how many decimals it shows. */
export function numberIn(text: string): { readonly value: number; readonly decimals: number } {
  const found = /[−-]?\d[\d,]*(?:\.(\d+))?/.exec(text);
  if (!found) throw new Error(`no number is printed in “${text}”`);
  return { value: Number(found[0].replaceAll(',', '').replace('−', '-')), decimals: found[1]?.length ?? 0 };
}

/** Whether a printed number is this one, to the digits shown. */
export function isPrintedAs(text: string, value: number): boolean {
  const printed = numberIn(text);
  return Math.abs(printed.value - value) <= 0.5 * 10 ** -printed.decimals * (1 + 1e-9) + Math.abs(value) * 1e-11;
}

import rules from '../theme/picture.css?inline';

export function posterStyles(inside: Document): HTMLLinkElement | HTMLStyleElement {
  const style = inside.createElement('style');
  style.textContent = rules;
  return style;
}

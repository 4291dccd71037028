/** As Weibo's own counter finds addresses in a post: Latin signs only, so a Chinese sign ends one. */
const ADDRESS = /https?:\/\/[a-zA-Z0-9]+(?:[.:-][a-zA-Z0-9]+)*[-A-Za-z0-9_$.+!*(),/:;@&=?~#%]*/g;

// Its unit is half a Chinese character: an address becomes a short one (t.cn) of 20; what it has beyond 140 counts as it is.
const SHORT_ADDRESS = 20;
const LONGEST_ADDRESS = 140;

/** Two for anything beyond U+0080, one for a Latin letter, a digit, a space. */
const halves = (text: string): number => text.length + (text.match(/[\u0081-\uffff]/g)?.length ?? 0);

/** Length of a post as Weibo counts it: in Chinese characters, rounded up. */
export function postLength(text: string): number {
  const addresses = text.match(ADDRESS) ?? [];
  const ofAddresses = addresses.reduce((sum, address) => sum + SHORT_ADDRESS + Math.max(0, address.length - LONGEST_ADDRESS), 0);
  return Math.ceil((ofAddresses + halves(text.replace(ADDRESS, ''))) / 2);
}

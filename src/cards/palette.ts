/** Colours by role, as the light theme has them. */
export type Palette = (role: string) => string;

/** @param css Text of `theme/tokens.css`: the one place in which colours are chosen. */
export function lightPalette(css: string): Palette {
  const block = /:root,\[data-theme=light\]\{([^}]*)\}/.exec(css)?.[1] ?? '';
  const colours = new Map([...block.matchAll(/--([\w-]+):(#[\da-f]{3,8})/gi)].map(([, role = '', colour = '']) => [role, colour]));
  return (role) => {
    const colour = colours.get(role);
    if (colour === undefined) throw new Error(`tokens.css has no light colour for “${role}”`);
    return colour;
  };
}

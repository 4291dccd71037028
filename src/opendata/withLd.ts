import type { PageContext } from '../prerender/pageContext.ts';
import type { Json } from './json.ts';

/** As it stands in a page. A browser runs nothing of this type, so no policy refuses it; “<” can't end it early, and a JSON reader gives it back. */
export const ldScript = (value: Json): string => `<script type="application/ld+json">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`;

/** A drawn page with what search engines read of it; the single file is no page that anybody finds. */
export const withLd = <Drawn extends { readonly head: string }>(drawn: Drawn, value: Json, { edition }: PageContext): Drawn => (edition?.kind === 'here' ? drawn : { ...drawn, head: drawn.head + ldScript(value) });

export const EMBED_SCRIPT = '<script src="./assets/embed.js" data-full="./assets/embed-full.js" defer></script>';
/** In its place on the page that takes any figure. */
export const ANY_SCRIPT = '<script src="./assets/embed-any.js" defer></script>';

/** What the pages for articles are put into. Nothing in it needs an origin: a sandboxed frame has none. */
export const EMBED_TEMPLATE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<!--head-->
<link rel="stylesheet" href="./assets/embed.css"><!--more-->
${EMBED_SCRIPT}
</head>
<body class="embed">
<!--body-->
</body>
</html>
`;

/** Pictures that are drawn as on the whole pages have these pages' rules too. */
export const MORE_STYLES = '<link rel="stylesheet" href="./assets/embed-more.css">';

/** Svelte's marks for the browser: nothing here is woken by Svelte. */
export const withoutMarks = (html: string): string => html.replace(/<!--[\s\S]*?-->/g, '');

/** The catalogue of systems and its timeline. */
export const catalogueZh = {};

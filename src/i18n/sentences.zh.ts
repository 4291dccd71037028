/** What the takeaways of all kinds of figure are made of, and the formulas behind their numbers. */
export const sentencesZh = {};

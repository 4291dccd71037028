/** The page of claims and their evidence. */
export const claimsZh = {};

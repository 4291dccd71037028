/** Two periods on the map: difference and side by side; how the classes were made. */
export const compareZh = {};

/** Parts of a whole, stacked. */
export const levelsZh = {
  partOfSum: (share: string) => `占各部分之和的${share}%`,
  partsDiffer: (when: string, sum: string, whole: string, difference: string) => `${when}各部分之和${sum}，公布的总数${whole}，相差${difference}。`,
  partsIncomplete: (periods: string) => `${periods}没有分到各部分的数字，只列在表中，不画。`,
  sum: '各部分之和',
  whole: '公布的总数',
  oneScale: '各条同一刻度，从零起；一条是一个时期。',
  help: '方向键在时期和部分之间移动',
};

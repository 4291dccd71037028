/** How dates, lists and marks are written where the language is not Chinese. */
export const formatsEn = {
  approximately: 'c. ',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  month: (month: string, year: string) => `${month} ${year}`,
  day: (day: string, month: string, year: string) => `${day} ${month} ${year}`,
  list: (most: string, last: string) => `${most} and ${last}`,
};

/** The values of a text that has one on each line; empty lines are none. What should be a number and is not is NaN. */
export const valuesInLines = (text: string, isNumber: boolean): readonly (string | number)[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (isNumber ? Number(line) : line));

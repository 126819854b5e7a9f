const COLOR = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (COLOR ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = (text) => paint('1', text);
const tone = (text) => (text.startsWith('2') ? paint('32', text) : paint('33', text));

/** Rows as aligned columns. The first row is the head; statuses are coloured by what they mean. */
export const printTable = ([head, ...rows]) => {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (row, style) => row.map((cell, column) => style(cell.padEnd(widths[column]), column)).join('  ');
  console.log(line(head, (text) => bold(text)));
  for (const row of rows) console.log(line(row, (text, column) => (column === 0 ? text : tone(text))));
};

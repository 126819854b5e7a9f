const cell = (value) => String(value).replaceAll('|', '\\|').replaceAll('\n', ' ');
const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;

export const code = (text) => `\`${text}\``;

/** A table; the first row is its head. */
export const table = ([head, ...rows]) => [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

export const fence = (language, text) => `\`\`\`${language}\n${text}\n\`\`\``;

/** A page of the reference: its title, where it comes from, and its parts. */
export const page = (title, sources, ...parts) =>
  `${[`# ${title}`, `<!-- Written by \`npm run reference\` from ${sources.join(', ')}. Edit those, not this page. -->`, ...parts].join('\n\n')}\n`;

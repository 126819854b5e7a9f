import type { SetUp } from '../../../../contracts/http-set-up';

const literal = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : String(value));

/** What the panel binds, as it would stand in `config/plugins.js`: from there it goes to every other machine. */
export const configText = ({ types }: SetUp): string => {
  const lines = types.flatMap(({ uid, binding }) =>
    binding ? [`        '${uid}': { ${Object.entries(binding).map(([key, value]) => `${key}: ${literal(value)}`).join(', ')} },`] : [],
  );
  return ['module.exports = () => ({', '  roster: {', '    enabled: true,', '    config: {', '      bindings: {', ...lines, '      },', '    },', '  },', '});'].join('\n');
};

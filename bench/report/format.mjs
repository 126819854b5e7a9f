const digits = (value) => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);

export const figure = (value) => (value === undefined ? '–' : value.toLocaleString('en-US', { maximumFractionDigits: digits(value), minimumFractionDigits: digits(value) }));

/** Median with the middle half of the samples: `0.94 (0.91–0.97)`. */
export const spread = (summary, unit = '') =>
  summary ? `${figure(summary.median)}${unit} (${figure(summary.low)}–${figure(summary.high)})` : '–';

export const median = (summary) => figure(summary?.median);

export const whole = (value) => Math.round(value).toLocaleString('en-US');

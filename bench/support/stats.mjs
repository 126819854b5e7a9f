/** The value below which a share of the sorted numbers lies, between neighbours in proportion. */
const quantile = (sorted, share) => {
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const high = Math.ceil(at);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
};

/** Median and the middle half: what is told of every figure here. */
export const summarize = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75), samples: sorted.length };
};

/**
 * The ratio of two series measured side by side: round by round, then the median. What slows the
 * machine for a while slows both sides of a round, and leaves their ratio alone.
 */
export const summarizeRatio = (series, yardstick) =>
  summarize(series.slice(0, yardstick.length).map((value, round) => value / yardstick[round]));

/** What a series is worth: each round against the one before. Its middle half is the noise of one sample. */
export const summarizeNoise = (series) => summarize(series.slice(1).map((value, index) => value / series[index]));

/** Where a key leads in a row of so many, from one of them; undefined where it leads nowhere. */
export const stepOf = (key: string, at: number, count: number): number | undefined => {
  const aims: Readonly<Record<string, number>> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: count - 1 };
  const aim = aims[key];
  return aim === undefined || aim < 0 || aim >= count ? undefined : aim;
};

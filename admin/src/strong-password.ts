/** The host's own rules for passwords of its panel. */
export const isStrong = (text: string): boolean => text.length >= 8 && /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);

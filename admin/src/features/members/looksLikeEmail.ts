const EMAIL = /^\S+@\S+\.\S+$/;

/** Whether a text may be an address: the server says whether it is one. */
export const looksLikeEmail = (text: string): boolean => EMAIL.test(text);
